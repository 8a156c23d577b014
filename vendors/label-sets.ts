/** A documented set of values. */
export interface LabelSet {
	/** What the values are about, for translators. */
	readonly meaning: string;
	/** The fields that have these values, as dotted paths in the vendor's own event. */
	readonly fields: readonly string[];
	/** Label by language, by value. */
	readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A vendor's documented values with their labels, as in its labels.json, by a name for the set. */
export type LabelSets = Readonly<Record<string, LabelSet>>;
