import { isLanguageKey } from '../language/language-tag';
import { isUnmistakable } from './language-maps';
import type { PlainObject } from '../../json/object';
import type { FieldGroup } from './shape';

/** Storyblok: `headline__i18n__de`. */
const INFIX = '__i18n__';

/** Akeneo's flat format: `label-fr_FR`; a region is asked for, as `built-in` and `is-it` are words. */
const AFTER_DASH = /^(.+)-([a-z]{2,3}_[A-Z]{2})$/s;

/** `name_pt_BR`, `name_zh_Hant`, `name_pt-br`. */
const REGIONAL = /^(.+)_([a-z]{2}[-_](?:[A-Z]{2}|[a-z]{2}|[A-Z][a-z]{3}|\d{3}))$/s;

/** `name_de`. */
const AFTER_UNDERSCORE = /^(.+)_([a-z]{2,3})$/s;

/**
 * The groups of fields that differ only in a language in their name. The field with no language
 * (`headline` beside `headline__i18n__de`) has the text for readers of any other language. A suffix
 * counts from two languages on of which one can hardly be anything else (`user_id` and `user_is` are
 * none), the infix always.
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
		if (infixed?.has(base) !== true && !isSuffixed(entries)) continue;
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
	for (const suffix of [AFTER_DASH, REGIONAL, AFTER_UNDERSCORE]) {
		const [, base = '', language = ''] = suffix.exec(field) ?? [];
		const isRegion = suffix !== REGIONAL || isUnmistakable(language.slice(0, 2));
		if (isRegion && isLanguageKey(language)) return { base, language, infix: false };
	}
	return undefined;
}

function isSuffixed(entries: readonly { readonly language: string }[]): boolean {
	return entries.length > 1 && entries.some(({ language }) => isUnmistakable(language));
}
