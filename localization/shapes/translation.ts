import { isObject, isPlainObject, type PlainObject } from '../../json/object';
import { isBlank } from '../blank-text';
import { isKnownLanguage, readLanguageTag } from '../language/language-tag';
import { areLanguageNames, isCompanion, languageOf } from './language-fields';
import type { LocalizedText, LocalizedValue, TranslationRows } from './shape';

/** Fields that tell alternatives apart: texts of one language for several markets or channels. */
export const ALTERNATIVES = ['scope', 'marketplace_id', 'market', 'channel'];

/** `ann@example.com`, `Ann <ann@example.com>`. */
const E_MAIL = /^(?:[^<>]*<)?\S+@\S+\.\S+$/;

const LONGEST_E_MAIL = 120;

/**
 * Whether what has the shape of a localized value is one: at least one entry has a text and names its
 * language, no language comes twice, and no text is an e-mail address, of which each person has one,
 * nor is each the name of its language. Else it may be a list of people, of languages to choose from
 * or that someone speaks, or of settings.
 */
export function isTranslation(value: LocalizedValue): boolean {
	switch (value.kind) {
		case 'text':
			return value.isDocumented === true || hasTexts(value);
		case 'code':
			return value.labels === undefined || hasTexts(value.labels);
		case 'rows':
			return hasRows(value);
		default:
			return [...value.fields.values()].every(hasTexts);
	}
}

function hasTexts({ entries, languageField, textField, repeats }: LocalizedText): boolean {
	const objects = entries.filter(isObject);
	const isInLanguage = (entry: PlainObject) => {
		const text = entry[textField];
		return isKnownLanguage(entry[languageField]) && (isText(text) || isPlainObject(text));
	};
	if (!objects.some(isInLanguage) || objects.some((entry) => isAddress(entry[textField]))) {
		return false;
	}
	if (!repeats && comesTwice(objects, (entry) => entry[languageField])) return false;
	return !areLanguageNames(objects, languageField, textField);
}

function hasRows({ rows, languageField }: TranslationRows): boolean {
	if (comesTwice(rows, (row) => languageOf(row, languageField))) return false;
	return rows.some((row) =>
		Object.keys(row).some((key) => !isBeside(key, languageField) && isText(row[key])),
	);
}

/** Whether two entries are in one language, for the same market and channel. */
function comesTwice(
	entries: readonly PlainObject[],
	languageIn: (entry: PlainObject) => unknown,
): boolean {
	const tags = entries.map((entry) => readLanguageTag(languageIn(entry)));
	if (new Set(tags).size === tags.length) return false;
	const seen = new Set<string>();
	return entries.some((entry) => isRepeated(entry, languageIn(entry), seen));
}

/** Whether an entry of this language, for the same market and channel, has been seen before. */
function isRepeated(entry: PlainObject, language: unknown, seen: Set<string>): boolean {
	const tag = readLanguageTag(language);
	// One entry may be for readers of any language
	if (tag === '' && language !== null && language !== undefined) return false;
	const alternatives = ALTERNATIVES.map((field) => entry[field]);
	const key = JSON.stringify([tag, ...alternatives.map((one) => (isObject(one) ? null : one))]);
	if (seen.has(key)) return true;
	seen.add(key);
	return false;
}

/** Whether a field of a row is no text in the row's language. */
function isBeside(key: string, languageField: string): boolean {
	return key === languageField || /id$/i.test(key) || isCompanion(key);
}

/** Whether it is text for reading, not a bare number; of several texts, whether one is. */
function isText(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(isText);
	return typeof value === 'string' && /[\p{L}\p{So}\p{Sc}]/u.test(value) && !isBlank(value);
}

function isAddress(text: unknown): boolean {
	if (typeof text !== 'string' || text.length > LONGEST_E_MAIL) return false;
	return text.includes('@') && E_MAIL.test(text);
}
