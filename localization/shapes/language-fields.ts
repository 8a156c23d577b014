import { languageAtStart } from '../language/language-names';
import { isKnownLanguage, readLanguage } from '../language/language-tag';
import { isPlainObject, type PlainObject } from '../../json/object';

/** Names under which an entry has its language. */
export const LANGUAGE_FIELDS: ReadonlySet<string> = new Set([
	'language',
	'locale',
	'lang',
	'langcode',
	'languageCode',
	'language_code',
	'languages_code',
	'language_tag',
	'languageTag',
	'LanguageCode',
	'_key',
	'@language',
]);

/** A name for any key in a list; it is the language only where nothing else is. */
const LIST_KEY = '_key';

/** Names under which an entry has its text. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set([
	'value',
	'values',
	'text',
	'content',
	'label',
	'Label',
	'data',
	'translation',
	'@value',
]);

/**
 * Names that stand beside language and text in entries of the known products, and say nothing that
 * a reader of the text needs. An entry with another field may be a comment or a message, and is left.
 */
const COMPANIONS: ReadonlySet<string> = new Set([
	'__typename',
	'_type',
	'@direction',
	'@odata.context',
	'@odata.type',
	'@type',
	'attribute_type',
	'canonicalValue',
	'channel',
	'direction',
	'HasChanged',
	'IsManaged',
	'isDefault',
	'kind',
	'market',
	'marketplace_id',
	'MetadataId',
	'outdated',
	'scope',
	'string_Id',
	'updatedAt',
	'use',
]);

/** Whether a field is one that products put beside a text, and that is no text itself. */
export function isCompanion(field: string): boolean {
	return COMPANIONS.has(field) || field === LIST_KEY;
}

/** The two fields of an entry that matter, and whether others beside them are known. */
export interface EntryFields {
	readonly languageField: string;
	readonly textField: string;
	/** The fields that are neither language nor text nor a known companion. */
	readonly others: readonly string[];
}

/** The fields of a language entry: exactly one language and one text; undefined for others. */
export function entryFields(keys: readonly string[]): EntryFields | undefined {
	let languageField: string | undefined;
	let textField: string | undefined;
	const others: string[] = [];
	for (const key of keys) {
		if (LANGUAGE_FIELDS.has(key)) {
			if (languageField === undefined || languageField === LIST_KEY) languageField = key;
			else if (key !== LIST_KEY) return undefined;
		} else if (TEXT_FIELDS.has(key)) {
			if (textField !== undefined) return undefined;
			textField = key;
		} else if (!COMPANIONS.has(key)) {
			others.push(key);
		}
	}
	if (languageField === undefined || textField === undefined) return undefined;
	return { languageField, textField, others };
}

/** A text, several texts, or the lack of one. */
export function isTextOrNone(value: unknown): boolean {
	if (value === undefined || value === null || typeof value === 'string') return true;
	return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** Longer than any name of a language. */
const LONGEST_NAME = 40;

/**
 * Whether most texts of some entries are, or begin with, the names of their languages, in whatever
 * language: then they are languages to choose from. `German` and `Deutsch` are a translation.
 */
export function areLanguageNames(
	entries: readonly PlainObject[],
	languageField: string,
	textField: string,
): boolean {
	let others = 0;
	for (const entry of entries) {
		if (isNameOf(entry[languageField], entry[textField])) continue;
		others++;
		if (others * 2 >= entries.length) return false;
	}
	return true;
}

function isNameOf(language: unknown, text: unknown): boolean {
	if (typeof text !== 'string' || text.length > LONGEST_NAME) return false;
	const named = readLanguage(languageAtStart(text));
	return named !== undefined && named.language === readLanguage(language)?.language;
}

/** The language of a row or entry; some products send it as an object with a code. */
export function languageOf(row: PlainObject, languageField: string): unknown {
	const language = row[languageField];
	return isPlainObject(language) ? language.code : language;
}

/** Whether a field holds a language, or says with null that the text is for all of them. */
export function isLanguageOrNone(language: unknown): boolean {
	return language === null || isKnownLanguage(language);
}

/** The language that a record says it is in, and the field that says so. */
export function ownLanguage(
	record: PlainObject,
): { readonly field: string; readonly language: unknown } | undefined {
	for (const field of LANGUAGE_FIELDS) {
		if (field === LIST_KEY || !Object.hasOwn(record, field)) continue;
		const language = languageOf(record, field);
		if (isKnownLanguage(language)) return { field, language };
	}
	return undefined;
}
