import { isKnownLanguage } from '../language/language-tag';
import { isPlainObject, type PlainObject } from '../../json/object';
import { isCompanion, LANGUAGE_FIELDS, languageOf } from './language-fields';
import type { ListShape, ObjectShape, TranslationRows } from './shape';

/** Names of fields that hold rows of translations. Rows elsewhere may be messages or people. */
const ROWS_FIELD = /^(?:.*translations|localized|localizations)$/i;

/**
 * Rows of several fields, one row a language, in a field named for it. The language may be an object
 * with a code, as Saleor and Directus send it.
 */
export const TRANSLATION_ROWS: readonly ListShape[] = [
	{
		family: 'languageEntries',
		name: 'rows of translations (Vendure, Directus, ikas, Saleor)',
		signs: [...LANGUAGE_FIELDS],
		recognise: (list, first, { field }) =>
			ROWS_FIELD.test(field) ? translationRows(list, first) : undefined,
	},
];

export const TRANSLATION_ROW_OBJECTS: readonly ObjectShape[] = [
	{
		family: 'languageEntries',
		name: 'rows of translations, doubly nested',
		signs: ['translations'],
		recognise: ({ translations }, keys, { field }) =>
			keys.length === 1 && field === 'translations' && Array.isArray(translations)
				? translationRows(translations, translations[0])
				: undefined,
	},
];

function translationRows(list: readonly unknown[], first: unknown): TranslationRows | undefined {
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
