import type { IExecuteFunctions } from 'n8n-workflow';

import type { OwnLabel } from '../../localization/enums/own-labels';
import type { AmountField } from '../../localization/format-fields';
import { DEFAULT_SHAPES, type LocalizeSettings } from '../../localization/settings';
import type { ShapeFamily } from '../../localization/shapes/shape';

/** The choices of the parameter, and what they are called where no vendor has a name. */
const SHAPES: Readonly<Record<string, ShapeFamily>> = {
	countryMaps: 'countryMaps',
	documentedCodes: 'documentedCodes',
	enums: 'enums',
	fieldNames: 'fieldNames',
	gamanza: 'vendors',
	jsonLd: 'jsonLd',
	labelledKeys: 'labelledKeys',
	languageEntries: 'languageEntries',
	languageMaps: 'languageMaps',
};

/** What is added to a field's name where the user wants a new field but gives no name. */
const DEFAULT_SUFFIX = '_localized';

/**
 * Reads what the user has set beside the language, for one item: what an expression makes of it may
 * be anything.
 */
export function readSettings(context: IExecuteFunctions, index: number): LocalizeSettings {
	const options = record(context.getNodeParameter('options', index, {}));
	const fields = oneOf(context.getNodeParameter('fields', index), ['all', 'selected']);
	return {
		fallbackLanguages: context.getNodeParameter('fallbackLanguages', index, ''),
		whenMissing: oneOf(context.getNodeParameter('whenMissing', index), [
			'firstAvailable',
			'empty',
			'keep',
			'error',
		]),
		fields: fields === 'all' ? 'all' : listOf(context.getNodeParameter('fieldNames', index, '')),
		enumOutput: oneOf(context.getNodeParameter('enumOutput', index), ['label', 'value', 'both']),
		labels: labelsIn(options.labels),
		html: oneOf(options.html, ['text', 'keep', 'markdown', 'slack']),
		shapes: shapesIn(options.shapes),
		format: {
			dates: options.dates === true,
			timeZone: timeZoneIn(options, context),
			numbers: listOf(options.numbers),
			amounts: amountsIn(options.amounts),
		},
		suffix:
			options.destination === 'newField' ? textOf(options.suffix) || DEFAULT_SUFFIX : undefined,
		mergeRows: options.mergeRows === true,
		report: options.report === true,
	};
}

function shapesIn(value: unknown): readonly ShapeFamily[] {
	if (value === undefined) return DEFAULT_SHAPES;
	return listOf(value).flatMap((name) => (Object.hasOwn(SHAPES, name) ? (SHAPES[name] ?? []) : []));
}

function timeZoneIn(options: Record<string, unknown>, context: IExecuteFunctions): string {
	return textOf(options.timeZone).trim() || context.getTimezone();
}

function labelsIn(value: unknown): OwnLabel[] {
	return rowsIn(value).map((row) => ({
		field: textOf(row.field).trim(),
		value: textOf(row.value),
		language: textOf(row.language),
		label: textOf(row.label),
	}));
}

function amountsIn(value: unknown): AmountField[] {
	return rowsIn(value)
		.map(({ field, currency, unit }) => ({
			field: textOf(field).trim(),
			currency: textOf(currency).trim(),
			unit: oneOf(unit, ['main', 'smallest']),
		}))
		.filter(({ field, currency }) => field !== '' && currency !== '');
}

/** The rows of a collection. */
function rowsIn(value: unknown): Record<string, unknown>[] {
	const { values } = record(value);
	return (Array.isArray(values) ? values : []).map(record);
}

/** The value if it is one of the choices, else the first of them. */
function oneOf<T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
	return choices.find((choice) => choice === value) ?? choices[0];
}

/** A list of texts, or one text with commas between them. */
function listOf(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : textOf(value).split(',');
	return entries.map((entry) => textOf(entry).trim()).filter((entry) => entry !== '');
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
