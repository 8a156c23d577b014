import type { PlainObject } from '../../json/object';

/** Groups of shapes that a user switches on and off. */
export type ShapeFamily =
	| 'countryMaps'
	| 'documentedCodes'
	| 'enums'
	| 'fieldNames'
	| 'gamanza'
	| 'jsonLd'
	| 'labelledKeys'
	| 'languageEntries'
	| 'languageMaps';

/** One meaning in several languages: `entries` with a language and a text each. */
export interface LocalizedText {
	readonly kind: 'text';
	/** Objects; null among them is skipped. */
	readonly entries: readonly unknown[];
	readonly languageField: string;
	readonly textField: string;
	/** The text that the shape itself names for readers of any other language. */
	readonly otherwise?: unknown;
	/** Whether several entries of one language are several texts (a list), not a mistake. */
	readonly repeats?: boolean;
}

/** A code with what the data say about its label. */
export interface CodedValue {
	readonly kind: 'code';
	readonly value: unknown;
	/** The label in the sender's language. */
	readonly label?: unknown;
	/** The label in several languages. */
	readonly labels?: LocalizedText | undefined;
	/** Whether the code is Gamanza Engage's, of which the built-in labels know the values. */
	readonly builtIn?: boolean;
}

/** Rows of several fields, one row a language: the chosen row is the plain value. */
export interface TranslationRows {
	readonly kind: 'rows';
	readonly rows: readonly PlainObject[];
	readonly languageField: string;
}

/** Texts of several fields, one entry per field and language: a field and its text each is plain. */
export interface TranslationTable {
	readonly kind: 'table';
	readonly fields: ReadonlyMap<string, LocalizedText>;
}

/** An item of Gamanza Engage's raw payload list: stays an item, its value becomes plain. */
export interface PayloadItem {
	readonly kind: 'item';
	/** The name that the item has as a field. */
	readonly name: string;
	readonly content: LocalizedText | CodedValue | TypedText;
}

/** A text with its type beside it, which may be that of a number or a date. */
export interface TypedText {
	readonly kind: 'number' | 'date' | 'string';
	readonly text: string;
}

export type Recognised =
	| LocalizedText
	| CodedValue
	| TranslationRows
	| TranslationTable
	| PayloadItem;

/** Where a value stands. */
export interface Place {
	/** The field's name; of a list's element, the list's. */
	readonly field: string;
	/** The object that has the field; undefined in a list and at the top. */
	readonly parent?: PlainObject | undefined;
}

/** How one shape of localized value is told from other data. */
export interface ObjectShape {
	readonly family: ShapeFamily;
	/** Whose shape it is, for the reader. */
	readonly name: string;
	/** Keys of which the object has at least one; without signs, every object is looked at. */
	readonly signs?: readonly string[];
	readonly recognise: (
		object: PlainObject,
		keys: readonly string[],
		place: Place,
	) => Recognised | undefined;
}

/** The same for a list; `signs` are keys of its first element. */
export interface ListShape {
	readonly family: ShapeFamily;
	readonly name: string;
	readonly signs: readonly string[];
	readonly recognise: (
		list: readonly unknown[],
		first: PlainObject,
		place: Place,
	) => Recognised | undefined;
}
