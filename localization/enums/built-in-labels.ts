import type { LabelSets } from '../../vendors/label-sets';
import { BoundedMemo } from '../bounded-memo';
import { NOT_WANTED, type LanguagePreference } from '../language/language-preference';
import type { RankedLabel } from './own-labels';

type Translations = ReadonlyMap<string, string>;

type Labels = ReadonlyMap<string, Translations>;

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

/** The labels that come with the package, of the values that its vendors document. */
export class BuiltInLabels {
	private readonly byField = new Map<string, Labels>();

	/** Of all fields, for an enum under a name that the user has given it. */
	private readonly byValue = new Map<string, Translations>();

	private readonly values = new Set<string>();

	constructor(vendors: readonly LabelSets[]) {
		for (const { fields, labels: texts } of vendors.flatMap((sets) => Object.values(sets))) {
			const labels = new Map<string, Translations>();
			for (const [value, translations] of Object.entries(texts)) {
				const entry = new Map(Object.entries(translations));
				labels.set(value.toLowerCase(), entry);
				this.values.add(value.toLowerCase());
				if (!this.byValue.has(value)) this.byValue.set(value, entry);
			}
			for (const field of fields) {
				const key = fieldKey(field);
				this.byField.set(key, new Map([...(this.byField.get(key) ?? []), ...labels]));
			}
		}
	}

	/** Whether a text is a documented value, of whatever field. */
	knows(value: unknown): boolean {
		if (typeof value !== 'string' || value.length > LONGEST_VALUE) return false;
		return this.values.has(value.toLowerCase());
	}

	/**
	 * The label of a documented value, in the best of the wanted languages; undefined for a field or
	 * value that no vendor documents.
	 *
	 * @param names - names that the field goes by: its own, and the one with its parent's before it
	 */
	ofField(
		names: readonly string[],
		value: unknown,
		preference: LanguagePreference,
	): RankedLabel | undefined {
		if (typeof value !== 'string') return undefined;
		for (const name of names) {
			const translations = this.byField.get(fieldKey(name))?.get(value.toLowerCase());
			if (translations !== undefined) return bestOf(translations, preference);
		}
		return undefined;
	}

	/** The label of a documented value, whatever the field is called. */
	ofValue(value: unknown, preference: LanguagePreference): RankedLabel | undefined {
		const translations = typeof value === 'string' ? this.byValue.get(value) : undefined;
		return translations && bestOf(translations, preference);
	}
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
