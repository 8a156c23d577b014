import { isKnownLanguage, readLanguageTag } from '../language/language-tag';
import { isObject, isPlainObject, type PlainObject } from '../../json/object';
import { isCompanion, LANGUAGE_FIELDS, languageOf, ownLanguage } from './language-fields';
import type {
	CodedValue,
	ListShape,
	LocalizedValue,
	ObjectShape,
	Surroundings,
	TranslationRows,
} from './shape';

/** Rows elsewhere may be messages or people. */
const ROWS_FIELD = /^(?:.*translations|localized|localizations)$/i;

/** Whether a field has a name for rows of translations. */
export function isRowsField(name: string): boolean {
	return ROWS_FIELD.test(name);
}

/**
 * Rows of several fields, one row a language, in a field named for it. The language may be an object
 * with a code, as Saleor and Directus send it.
 */
export const TRANSLATION_ROWS: readonly ListShape[] = [
	{
		family: 'languageEntries',
		name: 'rows of translations (Vendure, Directus, ikas, Saleor)',
		signs: [...LANGUAGE_FIELDS],
		recognise: (list, _first, surroundings) => allRows(list, surroundings),
	},
];

export const TRANSLATION_ROW_OBJECTS: readonly ObjectShape[] = [
	{
		family: 'languageEntries',
		name: 'rows of translations, doubly nested',
		signs: ['translations'],
		recognise: (object, _keys, surroundings) => allRows(object, surroundings),
	},
];

function allRows(value: object, { field }: Surroundings): TranslationRows | undefined {
	return isRowsField(field) ? rowsIn(value) : undefined;
}

/** Whether a value has only the other languages of the record that it is in. */
export function isBesideItsRecord(value: LocalizedValue, { field, owner }: Surroundings): boolean {
	const own = owner && isRowsField(field) ? ownLanguage(owner) : undefined;
	if (own === undefined || value.kind === 'code') return false;
	const tag = readLanguageTag(own.language);
	return !languagesIn(value).some((language) => readLanguageTag(language) === tag);
}

function languagesIn(value: Exclude<LocalizedValue, CodedValue>): unknown[] {
	switch (value.kind) {
		case 'text':
			return value.entries.filter(isObject).map((entry) => entry[value.languageField]);
		case 'rows':
			return value.rows.map((row) => languageOf(row, value.languageField));
		default:
			return [...value.fields.values()].flatMap(languagesIn);
	}
}

/** The rows in a list, doubly nested, or as Strapi 4 wraps them. */
export function rowsIn(value: unknown): TranslationRows | undefined {
	if (Array.isArray(value)) return rowsOf(value);
	if (!isPlainObject(value) || Object.keys(value).length !== 1) return undefined;
	const { translations, data } = value;
	if (Array.isArray(translations)) return rowsOf(translations);
	return Array.isArray(data) ? rowsOf(data.map(withoutWrapper)) : undefined;
}

/** `{ "id": 1, "attributes": { … } }`. */
function withoutWrapper(row: unknown): unknown {
	return isPlainObject(row) && isPlainObject(row.attributes) ? row.attributes : row;
}

function rowsOf(list: readonly unknown[]): TranslationRows | undefined {
	const [first] = list;
	if (!isPlainObject(first)) return undefined;
	const languageFields = Object.keys(first).filter((key) => LANGUAGE_FIELDS.has(key));
	const [languageField = ''] = languageFields;
	if (languageFields.length !== 1) return undefined;
	const rows: PlainObject[] = [];
	for (const row of list) {
		if (!isPlainObject(row) || !isKnownLanguage(languageOf(row, languageField))) return undefined;
		if (!Object.keys(row).some((key) => key !== languageField && !isCompanion(key))) {
			return undefined;
		}
		rows.push(row);
	}
	return { kind: 'rows', rows, languageField };
}
