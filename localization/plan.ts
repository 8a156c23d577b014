import type { BuiltInLabels } from './enums/built-in-labels';
import type { OwnLabels } from './enums/own-labels';
import type { FieldSelection } from './field-selection';
import type { FormatFields } from './format-fields';
import type { IntlFormat } from './intl-format';
import type { LanguagePreference } from './language/language-preference';
import type { Notes } from './notes';
import type { LocalizeSettings } from './settings';
import type { Recogniser } from './shapes/recogniser';

/** Settings made ready for use, in one language. */
export interface Plan extends LocalizeSettings {
	readonly preference: LanguagePreference;
	/** How texts and numbers are written; undefined where none are. */
	readonly intl: IntlFormat | undefined;
	readonly formatFields: FormatFields;
	readonly recogniser: Recogniser;
	readonly selection: FieldSelection;
	readonly ownLabels: OwnLabels;
	readonly builtInLabels: BuiltInLabels;
	/** Whether documented codes get their built-in labels also as plain text. */
	readonly labelsPlainText: boolean;
	/** Whether texts and numbers outside of localized values can change at all. */
	readonly readsScalars: boolean;
	readonly notes: Notes;
}
