import type { JsonObject } from '../json/object';
import type { LabelSets } from './label-sets';

/** One meaning in several languages: `entries` with a language and a text each. */
export interface LocalizedText {
	readonly kind: 'text';
	/** Objects; null among them is skipped. */
	readonly entries: readonly unknown[];
	readonly languageField: string;
	readonly textField: string;
	/** The text that the shape itself names for readers of any other language. */
	readonly otherwise?: unknown;
	/** Whether several entries of one language are several texts (a list), not a sign of other data. */
	readonly repeats?: boolean;
	/** Whether it is known to be a localized text even where it has no text at all. */
	readonly isDocumented?: boolean;
}

/** A code with what the data say about its label. */
export interface CodedValue {
	readonly kind: 'code';
	readonly value: unknown;
	/** The label in the sender's language. */
	readonly label?: unknown;
	/** The label in several languages. */
	readonly labels?: LocalizedText | undefined;
	/** The documented values of the sender, where the shape tells who that is. */
	readonly documented?: LabelSets;
}

/** A number or text that stands in a shape of the sender's own. */
export interface Scalar {
	readonly kind: 'scalar';
	readonly value: unknown;
}

/** A field that a list holds as one of its elements. */
export interface ListedField {
	readonly name: string;
	/** The member of the element that holds the field's value. */
	readonly member: string;
	readonly content: LocalizedText | CodedValue | Scalar;
}

/** A list that holds fields: one an element, with its name in it. */
export interface FieldList {
	readonly kind: 'fields';
	/** Undefined for an element that has nothing to make plain. */
	readonly read: (element: unknown) => ListedField | undefined;
	/** The element with a plain value, in the sender's own grammar. */
	readonly write: (element: JsonObject, plain: unknown) => JsonObject;
}

/** How a vendor writes texts in several languages, and codes that have a label. */
export interface LocalizedShapes {
	/** What the value of a field is; undefined for other data. */
	readonly object: (object: JsonObject, field: string) => LocalizedText | CodedValue | undefined;
	/** Undefined for a list of other data. */
	readonly list: (list: readonly unknown[]) => FieldList | undefined;
}
