import { isPlainObject, type PlainObject } from '../../json/object';
import { isTextOrNone } from './language-fields';
import type { LocalizedText, ObjectShape } from './shape';

export const ENTRIES_BY_LANGUAGE: readonly ObjectShape[] = [
	{
		family: 'languageEntries',
		name: 'entries by language (Wikidata)',
		recognise: entriesByLanguage,
	},
];

/** `{ "en": { "language": "en", "value": "Ship" }, … }`, or a list of entries under each. */
function entriesByLanguage(
	object: PlainObject,
	keys: readonly string[],
): LocalizedText | undefined {
	const entries: unknown[] = [];
	for (const key of keys) {
		const value = object[key];
		if (typeof value !== 'object' || value === null) return undefined;
		const ofLanguage = Array.isArray(value) ? value : [value];
		if (ofLanguage.length === 0) return undefined;
		for (const entry of ofLanguage) {
			if (!isPlainObject(entry) || entry.language !== key || !('value' in entry)) return undefined;
			if (!isTextOrNone(entry.value)) return undefined;
			entries.push(entry);
		}
	}
	if (entries.length === 0) return undefined;
	return { kind: 'text', entries, languageField: 'language', textField: 'value', repeats: true };
}
