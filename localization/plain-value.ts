import { chooseRow, chooseText, type ChosenText } from './choose-text';
import { enumLabel, plainTextLabel } from './enums/enum-label';
import type { Frame } from './frame';
import { plainText } from './html/plain-text';
import type { IntlFormat } from './intl-format';
import { NOT_WANTED } from './language/language-preference';
import { LocalizationError } from './localization-error';
import type { Plan } from './plan';
import { isPlainObject, setOwn, type PlainObject } from '../json/object';
import { languageOf } from './shapes/language-fields';
import type {
	CodedValue,
	LocalizedText,
	PayloadItem,
	Recognised,
	TranslationRows,
	TranslationTable,
	TypedText,
} from './shapes/shape';

/** What a localized value becomes. */
export interface PlainValue {
	readonly value: unknown;
	/** An object of which the texts are still to be made plain; then it is the value. */
	readonly object?: object | undefined;
	/** As spelled in the data; null where they do not tell. */
	readonly language: unknown;
	/** How well the language fits. */
	readonly rank: number;
}

/** Where a value stands. */
export interface Spot {
	readonly frame: Frame;
	readonly key: string | number;
	/** The name of the field, where it is another than the key's. */
	readonly name?: string;
}

/**
 * The plain value of a localized one; undefined if it is to stay as it is.
 *
 * @throws LocalizationError if a text is missing and the settings say so
 */
export function plainValue(
	localized: Exclude<Recognised, PayloadItem> | TypedText,
	spot: Spot,
	plan: Plan,
): PlainValue | undefined {
	switch (localized.kind) {
		case 'text':
			return plainOfText(localized, spot, plan);
		case 'code':
			return plainOfCode(localized, spot, plan);
		case 'rows':
			return plainOfRows(localized, spot, plan);
		case 'table':
			return plainOfTable(localized, spot, plan);
		default:
			return plainOfTypedText(localized, spot, plan);
	}
}

/** The label of a plain text that is a code, or a date or number in the language's form. */
export function plainOfScalar(value: unknown, spot: Spot, plan: Plan): PlainValue | undefined {
	const { enumOutput, intl, labelsPlainText, ownLabels, preference } = plan;
	const builtInLabels = labelsPlainText ? plan.builtInLabels : undefined;
	const isCode = ownLabels.knows(value) || builtInLabels?.knows(value) === true;
	if (isCode && enumOutput !== 'value') {
		const names = namesAt(spot);
		const label = plainTextLabel(value, names, ownLabels, builtInLabels, preference);
		if (label !== undefined) return plainOfLabel(value, label, plan);
	}
	const formatted = intl && formattedBy(intl, value, spot);
	if (formatted === undefined || formatted === value) return undefined;
	return { value: formatted, language: preference.languages[0], rank: 0 };
}

function formattedBy(intl: IntlFormat, value: unknown, { frame, key, name }: Spot): unknown {
	if (typeof value === 'string') return intl.text(value);
	const field = name ?? (typeof key === 'string' ? key : frame.field);
	return typeof value === 'number' ? intl.number(field, value) : undefined;
}

function plainOfText(localized: LocalizedText, spot: Spot, plan: Plan): PlainValue | undefined {
	const { entries, languageField } = localized;
	const chosen = settle(chooseText(localized, plan.preference), entries, languageField, spot, plan);
	if (chosen === undefined) return undefined;
	const { text, language, rank } = chosen;
	const object = containerIn(text);
	return { value: object ?? withoutHtml(text, plan), object, language, rank };
}

function plainOfRows(localized: TranslationRows, spot: Spot, plan: Plan): PlainValue | undefined {
	const { rows, languageField } = localized;
	const chosen = settle(chooseRow(localized, plan.preference), rows, languageField, spot, plan);
	if (chosen === undefined) return undefined;
	const { text, language, rank } = chosen;
	return { value: text, object: containerIn(text), language, rank };
}

function plainOfTable(
	{ fields }: TranslationTable,
	spot: Spot,
	plan: Plan,
): PlainValue | undefined {
	const value: PlainObject = {};
	let worst: PlainValue | undefined;
	for (const [field, text] of fields) {
		const plain = plainOfText(text, spot, plan);
		if (plain === undefined) return undefined;
		setOwn(value, field, plain.value);
		if (worst === undefined || plain.rank > worst.rank) worst = plain;
	}
	const { language = null, rank = NOT_WANTED } = worst ?? {};
	return { value, language, rank };
}

function plainOfCode(code: CodedValue, spot: Spot, plan: Plan): PlainValue {
	const { enumOutput, builtInLabels, ownLabels, preference } = plan;
	if (enumOutput === 'value') {
		return { value: code.value, language: null, rank: 0 };
	}
	const label = enumLabel(code, namesAt(spot), ownLabels, builtInLabels, preference);
	return plainOfLabel(code.value, label, plan);
}

function plainOfLabel(
	value: unknown,
	{ label, language, rank }: { label: string; language: unknown; rank: number },
	{ enumOutput }: Plan,
): PlainValue {
	const plain = enumOutput === 'both' ? { value, label } : label;
	return { value: plain, language, rank };
}

/** A payload item's number or date is sent as text; its type says what it is. */
function plainOfTypedText(
	{ kind, text }: TypedText,
	spot: Spot,
	plan: Plan,
): PlainValue | undefined {
	const number = kind === 'number' && text.trim() !== '' ? Number(text) : NaN;
	return plainOfScalar(plan.intl && Number.isFinite(number) ? number : text, spot, plan);
}

/** What the settings make of a text that is missing in the wanted languages. */
function settle(
	chosen: ChosenText | undefined,
	entries: readonly unknown[],
	languageField: string,
	{ frame, key }: Spot,
	{ preference, whenMissing }: Plan,
): ChosenText | undefined {
	if (chosen !== undefined && (!chosen.isLastResort || whenMissing === 'firstAvailable')) {
		return chosen;
	}
	if (whenMissing === 'keep') return undefined;
	if (whenMissing === 'error') {
		const present = languagesIn(entries, languageField);
		throw new LocalizationError(frame.pathOf(key), preference.languages, present);
	}
	return { text: '', language: null, rank: NOT_WANTED, isLastResort: true };
}

function languagesIn(entries: readonly unknown[], languageField: string): string[] {
	const languages = entries
		.filter(isPlainObject)
		.map((entry) => languageOf(entry, languageField))
		.filter((language) => typeof language === 'string' || typeof language === 'number');
	return [...new Set(languages.map(String))];
}

/** A text is a text, or a list of texts; what else was chosen can have localized values in it. */
function containerIn(chosen: unknown): object | undefined {
	if (typeof chosen !== 'object' || chosen === null) return undefined;
	const isTexts = Array.isArray(chosen) && chosen.every((text) => typeof text !== 'object');
	return isTexts ? undefined : chosen;
}

function withoutHtml(text: unknown, plan: Plan): unknown {
	if (typeof text === 'string') return plainText(text, plan.html);
	return Array.isArray(text) ? text.map((one) => withoutHtml(one, plan)) : text;
}

/** The names that a field goes by: its whole path, its own name with its parent's, its own. */
function namesAt({ frame, key, name }: Spot): string[] {
	const own = name ?? (typeof key === 'string' ? key : frame.field);
	const parent = typeof key === 'string' ? frame.field : (frame.parent?.field ?? '');
	if (name !== undefined || parent === '') return [own];
	return [frame.namesTo(key), `${parent}.${own}`, own];
}
