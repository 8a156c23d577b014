import { isLanguageKey } from '../language/language-tag';
import type { PlainObject } from '../../json/object';
import type { FieldGroup } from './shape';

/** Storyblok: `headline__i18n__de`. */
const INFIX = '__i18n__';

/** Akeneo's flat format: `label-fr_FR`; a region is asked for, as `built-in` and `is-it` are words. */
const SUFFIX = /^(.+)-([a-z]{2,3}_[A-Z]{2})$/s;

/**
 * The groups of fields that differ only in a language in their name. The field with no language
 * (`headline` beside `headline__i18n__de`) has the text for readers of any other language. A suffix
 * counts from two languages on, the infix always.
 */
export function fieldsPerLanguage(object: PlainObject): FieldGroup[] {
	const groups = new Map<string, { field: string; language: string; value: unknown }[]>();
	let infixed: Set<string> | undefined;
	for (const field of Object.keys(object)) {
		const split = splitName(field);
		if (split === undefined) continue;
		const { base, language, infix } = split;
		if (infix) (infixed ??= new Set()).add(base);
		const entry = { field, language, value: object[field] };
		const group = groups.get(base);
		if (group === undefined) groups.set(base, [entry]);
		else group.push(entry);
	}
	const found: FieldGroup[] = [];
	for (const [base, entries] of groups) {
		if (entries.length < 2 && infixed?.has(base) !== true) continue;
		if (entries.some(({ value }) => value !== null && typeof value !== 'string')) continue;
		found.push({
			base,
			fields: entries.map(({ field }) => field),
			text: {
				kind: 'text',
				entries,
				languageField: 'language',
				textField: 'value',
				otherwise: Object.hasOwn(object, base) ? object[base] : undefined,
			},
		});
	}
	return found;
}

function splitName(field: string): { base: string; language: string; infix: boolean } | undefined {
	const at = field.lastIndexOf(INFIX);
	if (at > 0) {
		const language = field.slice(at + INFIX.length);
		const base = field.slice(0, at);
		return isLanguageKey(language) ? { base, language, infix: true } : undefined;
	}
	if (!field.includes('-')) return undefined;
	const [, base = '', language = ''] = SUFFIX.exec(field) ?? [];
	return isLanguageKey(language) ? { base, language, infix: false } : undefined;
}
