import { isPlainObject, type PlainObject } from '../../json/object';
import { LANGUAGE_ENTRIES } from './language-entries';
import { isCompanion, languageOf, ownLanguage } from './language-fields';
import type { FieldGroup } from './shape';
import { isTranslation } from './translation';
import { isRowsField, rowsIn } from './translation-rows';

/** Fields of a row that are about the row, and not in its language. */
const ABOUT_THE_ROW = /(?:^|_)id$|(?:Id|ID|At|_at)$/;

/** A text, with its language beside it. */
interface Entry {
	readonly language: unknown;
	readonly value: unknown;
}

/**
 * The fields of a record whose texts in other languages stand in rows beside them (Directus, Vendure,
 * Strapi, Shopify). The record's own text is for readers of any other language, or of the language
 * that the record says it is in.
 */
export function mergedRows(record: PlainObject): FieldGroup[] {
	const own = ownLanguage(record);
	return Object.keys(record)
		.filter(isRowsField)
		.flatMap((rowsField) => {
			const fields = entriesByField(rowsField, record[rowsField], own?.field);
			return [...fields].flatMap(([base, ofRows]) => {
				const otherwise = Object.hasOwn(record, base) ? record[base] : undefined;
				// The record's number or switch is not in a language
				if (otherwise !== undefined && !ofRows.some(({ value }) => isReadable(value))) return [];
				const ofRecord = own && otherwise !== undefined ? [{ ...own, value: otherwise }] : [];
				const entries = [...ofRecord, ...ofRows];
				return {
					base,
					fields: [rowsField],
					text: { kind: 'text', entries, languageField: 'language', textField: 'value', otherwise },
				};
			});
		});
}

function isReadable(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'object';
}

function entriesByField(
	field: string,
	value: unknown,
	ownLanguageField: string | undefined,
): Map<string, readonly Entry[]> {
	const table = tableIn(field, value);
	if (table !== undefined) return table;
	const fields = new Map<string, Entry[]>();
	const recognised = rowsIn(value);
	if (recognised === undefined || !isTranslation(recognised)) return fields;
	const { rows, languageField } = recognised;
	for (const row of rows) {
		const language = languageOf(row, languageField);
		for (const name of Object.keys(row)) {
			const isLanguage = name === languageField && name !== ownLanguageField;
			if (isLanguage || isCompanion(name) || ABOUT_THE_ROW.test(name) || isRowsField(name))
				continue;
			const entries = fields.get(name) ?? [];
			entries.push({ language, value: row[name] });
			fields.set(name, entries);
		}
	}
	return fields;
}

/** Shopify has one row for each field and language. */
function tableIn(field: string, value: unknown): Map<string, readonly Entry[]> | undefined {
	if (!Array.isArray(value) || !isPlainObject(value[0])) return undefined;
	for (const { recognise } of LANGUAGE_ENTRIES) {
		const table = recognise(value, value[0], { field });
		if (table?.kind !== 'table' || !isTranslation(table)) continue;
		return new Map(
			[...table.fields].map(([name, { entries, languageField, textField }]) => [
				name,
				entries.filter(isPlainObject).map((entry) => ({
					language: entry[languageField],
					value: entry[textField],
				})),
			]),
		);
	}
	return undefined;
}
