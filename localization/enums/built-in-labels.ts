import { BoundedMemo } from '../bounded-memo';
import { NOT_WANTED, type LanguagePreference } from '../language/language-preference';
import labelsFile from '../labels.json';
import type { RankedLabel } from './own-labels';

/** A documented set of values, as a section of labels.json. */
interface LabelSet {
	readonly vendor: string;
	readonly meaning: string;
	/** The fields that have these values, as dotted paths in the vendor's own event. */
	readonly fields: readonly string[];
	/** Label by language, by value. */
	readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Translations = ReadonlyMap<string, string>;

type Labels = ReadonlyMap<string, Translations>;

const GAMANZA = 'Gamanza Engage';

const LONGEST_VALUE = 100;

/** Longer names are not remembered. */
const LONGEST_NAME = 100;

const fieldKeys = new BoundedMemo<string, string>(1000);

/** `offer.type`, `offer_type` and `offerType` are one field, whatever the separator. */
export function fieldKey(name: string): string {
	return name.length > LONGEST_NAME ? lettersOf(name) : fieldKeys.get(name, lettersOf);
}

function lettersOf(name: string): string {
	return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

const byField = new Map<string, Labels>();

/** Of all of Gamanza's fields, for an enum under a name that the user has given it. */
const ofGamanza = new Map<string, Translations>();

const values = new Set<string>();

for (const set of Object.values<LabelSet>(labelsFile)) {
	const labels = new Map<string, Translations>();
	for (const [value, translations] of Object.entries(set.labels)) {
		const entry = new Map(Object.entries(translations));
		labels.set(value.toLowerCase(), entry);
		values.add(value.toLowerCase());
		if (set.vendor === GAMANZA && !ofGamanza.has(value)) ofGamanza.set(value, entry);
	}
	for (const field of set.fields) {
		const key = fieldKey(field);
		byField.set(key, new Map([...(byField.get(key) ?? []), ...labels]));
	}
}

/** Whether a text is a documented value, of whatever field. */
export function isDocumentedValue(value: unknown): boolean {
	return (
		typeof value === 'string' && value.length <= LONGEST_VALUE && values.has(value.toLowerCase())
	);
}

/**
 * The built-in label of a documented value, in the best of the wanted languages; undefined for a
 * field or value that no vendor documents.
 *
 * @param names - names that the field goes by: its own, and the one with its parent's before it
 */
export function builtInLabel(
	names: readonly string[],
	value: unknown,
	preference: LanguagePreference,
): RankedLabel | undefined {
	if (typeof value !== 'string') return undefined;
	for (const name of names) {
		const translations = byField.get(fieldKey(name))?.get(value.toLowerCase());
		if (translations !== undefined) return bestOf(translations, preference);
	}
	return undefined;
}

/** The built-in label of a value of Gamanza's, whatever the field is called. */
export function gamanzaLabel(
	value: unknown,
	preference: LanguagePreference,
): RankedLabel | undefined {
	const translations = typeof value === 'string' ? ofGamanza.get(value) : undefined;
	return translations && bestOf(translations, preference);
}

/** What {@link bestOf} found: documented values times preferences, of which few are in use. */
const found = new WeakMap<LanguagePreference, Map<Translations, RankedLabel | undefined>>();

function bestOf(
	translations: Translations,
	preference: LanguagePreference,
): RankedLabel | undefined {
	let labels = found.get(preference);
	if (labels === undefined) found.set(preference, (labels = new Map()));
	if (!labels.has(translations)) labels.set(translations, searchBest(translations, preference));
	return labels.get(translations);
}

function searchBest(
	translations: Translations,
	preference: LanguagePreference,
): RankedLabel | undefined {
	let best: RankedLabel | undefined;
	for (const [language, label] of translations) {
		const rank = preference.rankOf(language);
		if (rank === NOT_WANTED || (best !== undefined && best.rank <= rank)) continue;
		best = { label, language, rank };
	}
	return best;
}
