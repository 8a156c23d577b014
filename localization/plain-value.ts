import { isPlainObject, setOwn, type PlainObject } from '../json/object';
import type { Scalar } from '../vendors/localized-value';
import { isBlank } from './blank-text';
import { chooseRow, chooseText, type ChosenText } from './choose-text';
import { enumLabel, plainTextLabel } from './enums/enum-label';
import { NOT_WANTED } from './language/language-preference';
import { readLanguageTag } from './language/language-tag';
import { LocalizationError } from './localization-error';
import type { Place } from './place';
import type { Plan } from './plan';
import { languageOf } from './shapes/language-fields';
import type {
	CodedValue,
	LocalizedText,
	LocalizedValue,
	TranslationRows,
	TranslationTable,
} from './shapes/shape';

/** What a localized value becomes. */
export interface PlainValue {
	readonly value: unknown;
	/** As spelled in the data; null where they do not tell. */
	readonly language: unknown;
	/** How well the language fits. */
	readonly rank: number;
	/** Whether it was written for readers, so that there can be HTML in it. */
	readonly isText?: boolean;
}

/**
 * The plain value of a localized one; undefined if it is to stay as it is.
 *
 * @throws LocalizationError if a text is missing and the settings say so
 */
export function plainValue(
	localized: LocalizedValue | Scalar,
	place: Place,
	plan: Plan,
): PlainValue | undefined {
	switch (localized.kind) {
		case 'text':
			return plainOfText(localized, place, plan);
		case 'code':
			return plainOfCode(localized, place, plan);
		case 'rows':
			return plainOfRows(localized, place, plan);
		case 'table':
			return plainOfTable(localized, place, plan);
		default:
			return plainOfScalar(localized.value, place, plan);
	}
}

/** The label of a plain text that is a code, or a date, number or amount as readers write it. */
export function plainOfScalar(value: unknown, place: Place, plan: Plan): PlainValue | undefined {
	const label = place.isSelected ? labelOfScalar(value, place, plan) : undefined;
	if (label !== undefined) return label;
	const { formatFields, intl, preference } = plan;
	const written = intl && formatFields.written(value, place, intl);
	if (written === undefined || written === value) return undefined;
	return { value: written, language: intl?.locale, rank: preference.rankOf(intl?.locale) };
}

function labelOfScalar(value: unknown, place: Place, plan: Plan): PlainValue | undefined {
	const { enumOutput, labelsPlainText, ownLabels, preference } = plan;
	const builtInLabels = labelsPlainText ? plan.builtInLabels : undefined;
	const isCode = ownLabels.knows(value) || builtInLabels?.knows(value) === true;
	if (!isCode || enumOutput === 'value') return undefined;
	const label = plainTextLabel(value, namesAt(place), ownLabels, builtInLabels, preference);
	return label && plainOfLabel(value, label, plan);
}

function plainOfText(localized: LocalizedText, place: Place, plan: Plan): PlainValue | undefined {
	const chosen = chooseText(localized, plan.preference);
	const { entries, languageField, textField } = localized;
	const filled = () => entries.filter(isPlainObject).filter((entry) => !isBlank(entry[textField]));
	const present = () => filled().map((entry) => entry[languageField]);
	return asPlain(settle(chosen, present, place, plan));
}

function plainOfRows(localized: TranslationRows, place: Place, plan: Plan): PlainValue | undefined {
	const chosen = chooseRow(localized, plan.preference);
	const { rows, languageField } = localized;
	const present = () => rows.map((row) => languageOf(row, languageField));
	return asPlain(settle(chosen, present, place, plan));
}

function plainOfTable(
	{ fields }: TranslationTable,
	place: Place,
	plan: Plan,
): PlainValue | undefined {
	const value: PlainObject = {};
	let worst: PlainValue | undefined;
	for (const [field, text] of fields) {
		const plain = plainOfText(text, place, plan);
		if (plain === undefined) return undefined;
		setOwn(value, field, plain.value);
		if (worst === undefined || plain.rank > worst.rank) worst = plain;
	}
	const { language = null, rank = NOT_WANTED } = worst ?? {};
	return { value, language, rank, isText: true };
}

function plainOfCode(code: CodedValue, place: Place, plan: Plan): PlainValue {
	const { enumOutput, builtInLabels, ownLabels, preference } = plan;
	if (enumOutput === 'value') return { value: code.value, language: null, rank: 0 };
	const label = enumLabel(code, namesAt(place), ownLabels, builtInLabels, preference);
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

/** An enum put out with its value and label: its value is a code and stays one. */
export function isValueWithLabel(object: PlainObject): boolean {
	const { value, label } = object;
	if (typeof label !== 'string' || value === undefined || typeof value === 'object') return false;
	return Object.keys(object).length === 2;
}

/** What the settings make of a text that is missing in the wanted languages. */
function settle(
	chosen: ChosenText | undefined,
	present: () => readonly unknown[],
	place: Place,
	{ preference, whenMissing }: Plan,
): ChosenText | undefined {
	if (chosen !== undefined && (!chosen.isLastResort || whenMissing === 'firstAvailable')) {
		return chosen;
	}
	if (whenMissing === 'keep') return undefined;
	if (whenMissing === 'error') {
		const tags = present().map(readLanguageTag).filter(Boolean);
		throw new LocalizationError(String(place), preference.languages, [...new Set(tags)]);
	}
	return { text: '', language: null, rank: NOT_WANTED, isLastResort: true };
}

function asPlain(chosen: ChosenText | undefined): PlainValue | undefined {
	return (
		chosen && { value: chosen.text, language: chosen.language, rank: chosen.rank, isText: true }
	);
}

/** The names that a field goes by: its whole path, its own name with its parent's, its own. */
function namesAt(place: Place): string[] {
	const own = place.field;
	const around = typeof place.key === 'string' ? place.parent : place.parent?.parent;
	if (place.name !== undefined || !around?.field) return [own];
	return [place.names(), `${around.field}.${own}`, own];
}
