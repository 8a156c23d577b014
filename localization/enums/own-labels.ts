import { NOT_WANTED, type LanguagePreference } from '../language/language-preference';

/** A label that a user gives to a value. */
export interface OwnLabel {
	/** The field's name or dotted path; every field if blank. */
	readonly field?: string;
	/** The value as the vendor sends it; case is ignored. */
	readonly value: string;
	/** The label's language; every language if blank. */
	readonly language?: string;
	readonly label: string;
}

/** A label with how well its language fits. */
export interface RankedLabel {
	readonly label: string;
	/** null where nobody says which language it is */
	readonly language: unknown;
	readonly rank: number;
}

/** A user's labels, looked up by value. */
export class OwnLabels {
	private readonly byValue = new Map<string, OwnLabel[]>();

	constructor(labels: readonly OwnLabel[]) {
		for (const label of labels) {
			if (label.value === '' || label.label === '') continue;
			const value = keyOf(label.value);
			const labelsOfValue = this.byValue.get(value);
			if (labelsOfValue === undefined) this.byValue.set(value, [label]);
			else labelsOfValue.push(label);
		}
	}

	get isEmpty(): boolean {
		return this.byValue.size === 0;
	}

	/** Whether there is a label for a value, in whatever field and language. */
	knows(value: unknown): boolean {
		return !this.isEmpty && isCode(value) && this.byValue.has(keyOf(value));
	}

	/**
	 * The user's label for a value in the best of the wanted languages.
	 *
	 * @param isField - whether a name given by the user means the field that has the value
	 */
	find(
		value: unknown,
		isField: (name: string) => boolean,
		preference: LanguagePreference,
	): RankedLabel | undefined {
		if (!this.knows(value)) return undefined;
		const labels = this.byValue.get(keyOf(value)) ?? [];
		let best: RankedLabel | undefined;
		for (const { field = '', language = '', label } of labels) {
			if (field !== '' ? !isField(field) : typeof value !== 'string') continue;
			// A label for every language is worth as much as one in the language wanted first
			const rank = language.trim() === '' ? 0 : preference.rankOf(language);
			if (rank === NOT_WANTED || (best !== undefined && best.rank <= rank)) continue;
			best = { label, language: language.trim() || null, rank };
		}
		return best;
	}
}

function keyOf(value: unknown): string {
	return String(value).trim().toLowerCase();
}

/** Longer than any value of an enum. */
const LONGEST_CODE = 500;

function isCode(value: unknown): boolean {
	if (typeof value === 'string') return value.length <= LONGEST_CODE;
	return typeof value === 'number' || typeof value === 'boolean';
}
