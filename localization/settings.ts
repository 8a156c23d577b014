import type { OwnLabel } from './enums/own-labels';
import type { FormatSettings } from './format-fields';
import type { HtmlHandling } from './html/plain-text';
import type { ShapeFamily } from './shapes/shape';

/** What to do with a value that has no text in a wanted language. */
export type WhenMissing = 'firstAvailable' | 'empty' | 'keep' | 'error';

/** What becomes of an enum: its label, its code, or an object with both. */
export type EnumOutput = 'label' | 'value' | 'both';

/** What a user sets, beside the language of each item. */
export interface LocalizeSettings {
	/** As the language is given, in order. */
	readonly fallbackLanguages: unknown;
	readonly whenMissing: WhenMissing;
	/** Names or dotted paths of the fields to localize, with all that is in them. */
	readonly fields: 'all' | readonly string[];
	readonly enumOutput: EnumOutput;
	readonly labels: readonly OwnLabel[];
	readonly html: HtmlHandling;
	readonly shapes: readonly ShapeFamily[];
	readonly format: FormatSettings;
	/** Puts the texts of rows of translations in the place of the record's own. */
	readonly mergeRows: boolean;
	/**
	 * Puts the plain value beside the localized one, in a field with this added to its name. Fields
	 * whose name ends so already are left.
	 */
	readonly suffix: string | undefined;
	/** Adds the field `localization` that tells each localized field's language. */
	readonly report: boolean;
}
