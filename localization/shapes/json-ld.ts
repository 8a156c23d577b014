import { isKnownLanguage } from '../language/language-tag';
import { isPlainObject, type PlainObject } from '../../json/object';
import type { ListShape, LocalizedText, ObjectShape } from './shape';

/**
 * JSON-LD's language-tagged strings, alone and in a list. A string without a language is for readers
 * of any language; a value with another type than string is no text.
 *
 * @see https://www.w3.org/TR/json-ld11/#string-internationalization
 */
export const JSON_LD_OBJECTS: readonly ObjectShape[] = [
	{
		family: 'jsonLd',
		name: 'language-tagged string',
		signs: ['@language'],
		recognise: (object) => (isTagged(object) ? taggedStrings([object]) : undefined),
	},
];

export const JSON_LD_LISTS: readonly ListShape[] = [
	{
		family: 'jsonLd',
		name: 'list of language-tagged strings',
		signs: ['@value', '@language'],
		recognise: taggedStrings,
	},
];

function taggedStrings(list: readonly unknown[]): LocalizedText | undefined {
	let tagged = false;
	let otherwise: unknown;
	for (const element of list) {
		if (typeof element === 'string') {
			otherwise ??= element;
			continue;
		}
		if (!isPlainObject(element) || !isValueObject(element)) return undefined;
		const language = element['@language'] ?? undefined;
		if (language === undefined) otherwise ??= element['@value'];
		else if (!isKnownLanguage(language)) return undefined;
		tagged ||= '@language' in element;
	}
	if (!tagged) return undefined;
	return {
		kind: 'text',
		entries: list.filter(isPlainObject),
		languageField: '@language',
		textField: '@value',
		otherwise,
		repeats: true,
	};
}

function isTagged(object: PlainObject): boolean {
	return isValueObject(object) && '@language' in object;
}

function isValueObject(object: PlainObject): boolean {
	if (typeof object['@value'] !== 'string') return false;
	return Object.keys(object).every(
		(key) => key === '@value' || key === '@language' || key === '@direction',
	);
}
