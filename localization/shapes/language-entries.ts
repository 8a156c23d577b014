import { isKnownLanguage } from '../language/language-tag';
import { isPlainObject, type PlainObject } from '../../json/object';
import {
	entryFields,
	isCompanion,
	isLanguageOrNone,
	isTextOrNone,
	LANGUAGE_FIELDS,
	ownLanguage,
} from './language-fields';
import type {
	ListShape,
	LocalizedText,
	ObjectShape,
	Surroundings,
	TranslationTable,
} from './shape';

/** Names of a list of entries in an object that has nothing else to say. */
const CONTAINERS = [
	'languages',
	'translation',
	'translations',
	'translatedValues',
	'values',
	'LocalizedLabels',
	'localized',
];

/** Names under which such an object has the text for readers of any other language. */
const DEFAULTS = ['defaultValue', 'UserLocalizedLabel'];

/** Lists of language entries, and objects around them. */
export const LANGUAGE_ENTRIES: readonly ListShape[] = [
	{
		family: 'languageEntries',
		name: 'list of entries with a language and a text (commercetools, Propeller, Sanity, Amazon)',
		signs: [...LANGUAGE_FIELDS],
		recognise: entryList,
	},
];

export const LANGUAGE_ENTRY_OBJECTS: readonly ObjectShape[] = [
	{
		family: 'languageEntries',
		name: 'object around a list of entries (Google Wallet, NCR Voyix, Dataverse)',
		signs: [...CONTAINERS, ...DEFAULTS],
		recognise: container,
	},
	{
		family: 'languageEntries',
		name: 'one text in no language (GTFS)',
		signs: ['translation'],
		recognise: ({ translation }, keys) => (keys.length === 1 ? onlyText(translation) : undefined),
	},
	{
		family: 'languageEntries',
		name: 'a single entry (Google Maps)',
		signs: [...LANGUAGE_FIELDS],
		// In a list it is one of several, which are no translations of each other
		recognise: (object, keys, { owner }) => owner && singleEntry(object, keys),
	},
];

/** `[{ "language": "en", "value": "Ship" }, …]`, with `key` beside them one text per key. */
function entryList(
	list: readonly unknown[],
	first: PlainObject,
	{ field, owner }: Surroundings,
): LocalizedText | TranslationTable | undefined {
	const fields = entryFields(Object.keys(first));
	if (fields === undefined) return undefined;
	const { languageField, textField, others } = fields;
	const keyed = others.length === 1 && others[0] === 'key';
	if (others.length > 0 && !keyed) return undefined;
	// Akeneo sends every value as a list, most with no language at all
	let languages = 'scope' in first ? 1 : 0;
	for (const entry of list) {
		if (!isPlainObject(entry)) return undefined;
		const language = entry[languageField];
		const isLanguage = language === undefined || isLanguageOrNone(language);
		if (!isLanguage || !isTextOrNone(entry[textField])) return undefined;
		if (language !== null && language !== undefined) languages++;
		for (const key of Object.keys(entry)) {
			if (key === languageField || key === textField || isCompanion(key)) continue;
			if (!(keyed && key === 'key' && typeof entry.key === 'string')) return undefined;
		}
	}
	if (languages === 0) return undefined;
	if (keyed) return tableOf(list, languageField, textField);
	const otherwise = textBeside(field, owner);
	// Amazon lists several texts of one language, as bullet points
	const repeats = languageField === 'language_tag';
	return { kind: 'text', entries: list, languageField, textField, otherwise, repeats };
}

/** The plain text beside a list of all languages: `name` beside `nameAllLocales`. */
function textBeside(field: string, owner: PlainObject | undefined): unknown {
	return field.endsWith('AllLocales') ? owner?.[field.slice(0, -'AllLocales'.length)] : undefined;
}

function tableOf(
	list: readonly unknown[],
	languageField: string,
	textField: string,
): TranslationTable | undefined {
	const entriesOf = new Map<string, unknown[]>();
	for (const entry of list) {
		if (!isPlainObject(entry) || typeof entry.key !== 'string') return undefined;
		const entries = entriesOf.get(entry.key);
		if (entries === undefined) entriesOf.set(entry.key, [entry]);
		else entries.push(entry);
	}
	const fields = new Map<string, LocalizedText>();
	for (const [key, entries] of entriesOf) {
		fields.set(key, { kind: 'text', entries, languageField, textField });
	}
	return { kind: 'table', fields };
}

/** `{ "translatedValues": [entries], "defaultValue": entry }`. */
function container(object: PlainObject, keys: readonly string[]): LocalizedText | undefined {
	return entriesAndDefault(object, keys) ?? doubledContainer(object, keys);
}

/** `{ "values": { "values": [entries] } }`: one container more is looked through, not any number. */
function doubledContainer(object: PlainObject, keys: readonly string[]): LocalizedText | undefined {
	const [key = ''] = keys;
	const inner = object[key];
	if (keys.length !== 1 || !CONTAINERS.includes(key) || !isPlainObject(inner)) return undefined;
	return entriesAndDefault(inner, Object.keys(inner));
}

function entriesAndDefault(
	object: PlainObject,
	keys: readonly string[],
): LocalizedText | undefined {
	let entries: unknown;
	let otherwise: unknown;
	for (const key of keys) {
		if (CONTAINERS.includes(key)) {
			if (entries !== undefined) return undefined;
			entries = object[key];
		} else if (DEFAULTS.includes(key)) {
			otherwise ??= object[key] ?? undefined;
		} else if (!isCompanion(key)) {
			return undefined;
		}
	}
	const own = isPlainObject(otherwise) ? singleEntry(otherwise, Object.keys(otherwise)) : undefined;
	if (otherwise !== undefined && own === undefined && typeof otherwise !== 'string') {
		return undefined;
	}
	const ownEntries = own?.entries ?? [];
	const ownText = isPlainObject(otherwise) ? otherwise[own?.textField ?? ''] : otherwise;
	if (entries === undefined || (Array.isArray(entries) && entries.length === 0)) {
		// A default alone is a text in one language; an empty list alone can be a list of anything
		return own && { ...own, entries: ownEntries, otherwise: ownText };
	}
	const text = listIn(entries);
	return text && { ...text, otherwise: ownText };
}

/** The entries in a container's list. */
function listIn(content: unknown): LocalizedText | undefined {
	if (!Array.isArray(content)) return undefined;
	// GTFS has entries of no language, for all readers
	const entries = content.filter(isPlainObject);
	const first = entries.find((entry) => ownLanguage(entry)) ?? entries[0];
	const recognised = first && entryList(content, first, { field: '' });
	return recognised?.kind === 'text' ? recognised : undefined;
}

/** `[{ "text": "Ship" }]`: GTFS has it where a feed is in one language. */
function onlyText(list: unknown): LocalizedText | undefined {
	if (!Array.isArray(list) || list.length !== 1 || !isPlainObject(list[0])) return undefined;
	const { text: otherwise, language = '', ...others } = list[0];
	if (typeof otherwise !== 'string' || language !== '') return undefined;
	if (Object.keys(others).length > 0) return undefined;
	const fields = { languageField: 'language', textField: 'text' };
	return { kind: 'text', entries: [], ...fields, otherwise, isDocumented: true };
}

/** `{ "text": "Ship", "languageCode": "en" }`, with nothing else in it. */
function singleEntry(object: PlainObject, keys: readonly string[]): LocalizedText | undefined {
	const fields = entryFields(keys);
	if (fields === undefined || fields.others.length > 0) return undefined;
	const { languageField, textField } = fields;
	if (!isKnownLanguage(object[languageField])) return undefined;
	if (typeof object[textField] !== 'string') return undefined;
	return { kind: 'text', entries: [object], languageField, textField };
}
