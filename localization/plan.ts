import { OwnLabels } from './enums/own-labels';
import { FieldSelection } from './field-selection';
import { intlFormat, type IntlFormat } from './intl-format';
import { languagePreference, type LanguagePreference } from './language/language-preference';
import type { LocalizeSettings } from './settings';
import { recogniserFor, type Recogniser } from './shapes/shapes';

/** Settings made ready for use. */
export interface Plan extends LocalizeSettings {
	readonly preference: LanguagePreference;
	readonly recogniser: Recogniser;
	readonly selection: FieldSelection;
	readonly ownLabels: OwnLabels;
	readonly intl: IntlFormat | undefined;
	/** Whether documented codes get their built-in labels also as plain text. */
	readonly labelsPlainText: boolean;
	readonly readsFieldNames: boolean;
	/** Whether texts and numbers outside of localized values can change at all. */
	readonly readsScalars: boolean;
}

const plans = new WeakMap<LocalizeSettings, Plan>();

/**
 * The plan for some settings.
 *
 * @throws RangeError if the settings have a format with an unknown time zone
 */
export function planFor(settings: LocalizeSettings): Plan {
	let plan = plans.get(settings);
	if (plan === undefined) plans.set(settings, (plan = makePlan(settings)));
	return plan;
}

function makePlan(settings: LocalizeSettings): Plan {
	const { language, fallbackLanguages, fields, format, labels, shapes } = settings;
	const preference = languagePreference(language, fallbackLanguages);
	const ownLabels = new OwnLabels(labels);
	const selection = new FieldSelection(fields);
	// Who names a field wants its codes labelled; who takes all fields may compare codes further on
	const labelsPlainText = shapes.includes('documentedCodes') || !selection.isEverything;
	return {
		...settings,
		preference,
		recogniser: recogniserFor(shapes),
		selection,
		ownLabels,
		intl: format && intlFormat(preference.languages, format.timeZone),
		labelsPlainText,
		readsFieldNames: shapes.includes('fieldNames'),
		readsScalars: format !== undefined || !ownLabels.isEmpty || labelsPlainText,
	};
}
