import type { PlainObject } from '../../json/object';
import type { CodedValue, FieldList, LocalizedText } from '../../vendors/localized-value';

export type { CodedValue, FieldList, LocalizedText };

/** Groups of shapes that a user switches on and off. */
export type ShapeFamily =
	| 'countryMaps'
	| 'documentedCodes'
	| 'enums'
	| 'fieldNames'
	| 'jsonLd'
	| 'labelledKeys'
	| 'languageEntries'
	| 'languageMaps'
	/** Those of the vendors that localization is handed. */
	| 'vendors';

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

/** Fields of one object that together hold one text in several languages. */
export interface FieldGroup {
	/** The name of the one field that they become. */
	readonly base: string;
	/** The fields that go, as what they hold is in the one. */
	readonly fields: readonly string[];
	readonly text: LocalizedText;
}

/** A value that becomes another one. */
export type LocalizedValue = LocalizedText | CodedValue | TranslationRows | TranslationTable;

export type Recognised = LocalizedValue | FieldList;

/** What is around a value. */
export interface Surroundings {
	/** The field's name; of a list's element, the list's. */
	readonly field: string;
	/** The object that has the field; undefined in a list. */
	readonly owner?: PlainObject | undefined;
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
		surroundings: Surroundings,
	) => LocalizedValue | undefined;
}

/** The same for a list; `signs` are keys of its first element. */
export interface ListShape {
	readonly family: ShapeFamily;
	readonly name: string;
	readonly signs: readonly string[];
	readonly recognise: (
		list: readonly unknown[],
		first: PlainObject,
		surroundings: Surroundings,
	) => LocalizedValue | undefined;
}
