import type { LabelSet, LabelSets } from '../../vendors/label-sets';
import { NOT_WANTED, type LanguagePreference } from '../language/language-preference';
import type { RankedLabel } from './own-labels';

type Translations = ReadonlyMap<string, string>;

type Labels = ReadonlyMap<string, Translations>;

const LONGEST_VALUE = 100;

/** `offer.type`, `offer_type` and `offerType` are one field, whatever the separator. */
export function fieldKey(name: string): string {
	return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The labels that come with the package, of the values that its vendors document. */
export class BuiltInLabels {
	/** By the names of fields as documented, and by their keys. */
	private readonly byField = new Map<string, Labels>();

	/** Of all fields of a vendor, for an enum under a name that the user has given it. */
	private readonly byVendor = new Map<LabelSets, Labels>();

	private readonly values = new Set<string>();

	constructor(vendors: readonly LabelSets[]) {
		for (const sets of vendors) {
			const ofVendor = new Map<string, Translations>();
			for (const set of Object.values(sets)) this.enter(set, ofVendor);
			this.byVendor.set(sets, ofVendor);
		}
		for (const { fields } of vendors.flatMap((sets) => Object.values(sets))) {
			for (const field of fields) this.byField.set(field, this.labelsOf(field) ?? new Map());
		}
	}

	private enter({ fields, labels: texts }: LabelSet, ofVendor: Map<string, Translations>): void {
		const labels = new Map<string, Translations>();
		for (const [value, translations] of Object.entries(texts)) {
			const entry = new Map(Object.entries(translations));
			labels.set(value.toLowerCase(), entry);
			this.values.add(value.toLowerCase());
			if (!ofVendor.has(value)) ofVendor.set(value, entry);
		}
		for (const field of fields) {
			const key = fieldKey(field);
			this.byField.set(key, new Map([...(this.byField.get(key) ?? []), ...labels]));
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
			const translations = this.labelsOf(name)?.get(value.toLowerCase());
			if (translations !== undefined) return bestOf(translations, preference);
		}
		return undefined;
	}

	private labelsOf(name: string): Labels | undefined {
		return this.byField.get(name) ?? this.byField.get(fieldKey(name));
	}

	/** The label of a vendor's documented value, whatever the field is called. */
	ofVendor(
		vendor: LabelSets,
		value: unknown,
		preference: LanguagePreference,
	): RankedLabel | undefined {
		const labels = this.byVendor.get(vendor);
		const translations = typeof value === 'string' ? labels?.get(value) : undefined;
		return translations && bestOf(translations, preference);
	}
}

function bestOf(
	translations: Translations,
	preference: LanguagePreference,
): RankedLabel | undefined {
	let best: RankedLabel | undefined;
	for (const [language, label] of translations) {
		const rank = preference.rankOf(language);
		if (rank === NOT_WANTED || (best !== undefined && best.rank <= rank)) continue;
		best = { label, language, rank };
		if (rank === 0) break;
	}
	return best;
}
