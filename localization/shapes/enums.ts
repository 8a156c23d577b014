import { isPlainObject, type PlainObject } from '../../json/object';
import { languageMap } from './language-maps';
import { LANGUAGE_ENTRIES, LANGUAGE_ENTRY_OBJECTS } from './language-entries';
import type { CodedValue, ListShape, LocalizedText, ObjectShape, Surroundings } from './shape';

/** Coded values of other products, with labels in several languages or in one. */
export const ENUM_OBJECTS: readonly ObjectShape[] = [
	{
		family: 'enums',
		name: 'key with a label per language (commercetools)',
		signs: ['label'],
		recognise: keyAndLabels,
	},
	{
		family: 'enums',
		name: 'value beside an option table (DJUST)',
		signs: ['enumValues'],
		recognise: valueAndTable,
	},
	{
		family: 'enums',
		name: 'number with a label object (Dataverse)',
		signs: ['Label'],
		recognise: numberAndLabel,
	},
	{
		family: 'enums',
		name: 'code with labels alongside (Akeneo)',
		signs: ['linked_data'],
		recognise: linkedData,
	},
	{
		family: 'labelledKeys',
		name: 'key and one label (commercetools GraphQL)',
		signs: ['label'],
		recognise: ({ key, label }, keys) =>
			keys.length === 2 && typeof key === 'string' && typeof label === 'string'
				? { kind: 'code', value: key, label }
				: undefined,
	},
];

export const ENUM_LISTS: readonly ListShape[] = [
	{
		family: 'enums',
		name: 'code with labels alongside, as a value of no language (Akeneo)',
		signs: ['linked_data'],
		recognise: (list, first) => (list.length === 1 ? linkedData(first) : undefined),
	},
];

/** `{ "key": "small", "label": { "en": "Small" } }`, or with `labelAllLocales`. */
function keyAndLabels(object: PlainObject, keys: readonly string[]): CodedValue | undefined {
	const { key: value, label, labelAllLocales } = object;
	if (typeof value !== 'string') return undefined;
	if (keys.length === 2 && isPlainObject(label)) {
		const labels = languageMap(label, Object.keys(label));
		return labels && { kind: 'code', value, labels };
	}
	if (keys.length === 3 && Array.isArray(labelAllLocales) && typeof label === 'string') {
		return { kind: 'code', value, label, labels: entriesIn(labelAllLocales) };
	}
	return undefined;
}

/** `{ "value": "PICKUP", "enumValues": [{ "key": "PICKUP", "labels": { "en-GB": "Collect" } }] }`. */
function valueAndTable(object: PlainObject, keys: readonly string[]): CodedValue | undefined {
	const { value, enumValues } = object;
	if (keys.length !== 2 || typeof value !== 'string' || !Array.isArray(enumValues)) {
		return undefined;
	}
	const options = enumValues.filter(isPlainObject);
	const { label, labels } = options.find(({ key }) => key === value) ?? {};
	const texts = mapIn(labels);
	if (texts === undefined && typeof label !== 'string') return undefined;
	return { kind: 'code', value, label, labels: texts };
}

/** `{ "Value": 1, "Label": { "LocalizedLabels": […] } }`; in a list it is the table of all options. */
function numberAndLabel(
	object: PlainObject,
	_keys: readonly string[],
	{ owner }: Surroundings,
): CodedValue | undefined {
	const { Value: value, Label: label } = object;
	if (owner === undefined || typeof value !== 'number' || !isPlainObject(label)) return undefined;
	const labels = entriesIn(label);
	return labels && { kind: 'code', value, labels };
}

/** `{ "data": "red", "linked_data": { "code": "red", "labels": { "en_US": "Red" } } }`. */
function linkedData({ data: value, linked_data: linked }: PlainObject): CodedValue | undefined {
	if (typeof value !== 'string' || !isPlainObject(linked)) return undefined;
	const labels = mapIn(linked.labels);
	return labels && { kind: 'code', value, labels };
}

function mapIn(labels: unknown): LocalizedText | undefined {
	return isPlainObject(labels) ? languageMap(labels, Object.keys(labels)) : undefined;
}

function entriesIn(labels: unknown): LocalizedText | undefined {
	if (Array.isArray(labels) && isPlainObject(labels[0])) {
		for (const shape of LANGUAGE_ENTRIES) {
			const text = shape.recognise(labels, labels[0], { field: '' });
			if (text?.kind === 'text') return text;
		}
	}
	if (isPlainObject(labels)) {
		for (const shape of LANGUAGE_ENTRY_OBJECTS) {
			const text = shape.recognise(labels, Object.keys(labels), { field: '' });
			if (text?.kind === 'text') return text;
		}
	}
	return undefined;
}
