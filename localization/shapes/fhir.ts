import { isPlainObject, type PlainObject } from '../../json/object';
import { isKnownLanguage } from '../language/language-tag';
import type { FieldGroup } from './shape';

const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';

/**
 * FHIR's texts: `title` has one, and `_title` its translations as extensions.
 *
 * @see https://hl7.org/fhir/extensions/StructureDefinition-translation.html
 */
export function fhirTranslations(object: PlainObject): FieldGroup[] {
	const found: FieldGroup[] = [];
	for (const field of Object.keys(object)) {
		if (field[0] !== '_') continue;
		const base = field.slice(1);
		const otherwise = Object.hasOwn(object, base) ? object[base] : undefined;
		const entries = typeof otherwise === 'string' ? translationsIn(object[field]) : undefined;
		if (entries === undefined) continue;
		const text = { kind: 'text', entries, languageField: 'lang', textField: 'content' } as const;
		found.push({ base, fields: [field], text: { ...text, otherwise } });
	}
	return found;
}

/** Undefined for an element that has other extensions, or something beside them. */
function translationsIn(element: unknown): PlainObject[] | undefined {
	if (!isPlainObject(element) || Object.keys(element).length !== 1) return undefined;
	const { extension } = element;
	if (!Array.isArray(extension) || extension.length === 0) return undefined;
	const entries = extension.map(translationIn);
	return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** `{ "url": …, "extension": [{ "url": "lang", "valueCode": "de" }, { "url": "content", … }] }`. */
function translationIn(extension: unknown): PlainObject | undefined {
	if (!isPlainObject(extension) || extension.url !== TRANSLATION) return undefined;
	const parts = Array.isArray(extension.extension) ? extension.extension.filter(isPlainObject) : [];
	const lang = parts.find(({ url }) => url === 'lang')?.valueCode;
	const part = parts.find(({ url }) => url === 'content');
	const content = part?.valueString ?? part?.valueMarkdown;
	return isKnownLanguage(lang) && typeof content === 'string' ? { lang, content } : undefined;
}
