import type { PlainObject } from '../json/object';
import { BoundedMemo } from './bounded-memo';
import type { VendorValues } from './vendor-values';
import { OwnLabels } from './enums/own-labels';
import { FieldSelection } from './field-selection';
import { FormatFields } from './format-fields';
import { intlFormat } from './intl-format';
import { languagePreference } from './language/language-preference';
import { Notes } from './notes';
import type { Plan } from './plan';
import type { LocalizeSettings } from './settings';
import { Recogniser } from './shapes/recogniser';
import { Walk } from './walk';

/**
 * An item with its localized values made plain. The item itself is not changed; what needs no change
 * is shared with it. Takes time linear in the item's size; what is nested deeper than 500 levels stays
 * as it is.
 *
 * @param language - a tag, a list of tags or an Accept-Language header; what is unreadable counts as
 * no wish
 * @throws LocalizationError if a text is missing and the settings say `error`
 * @throws RangeError if the settings have a format with an unknown time zone
 */
export type Localize = (item: PlainObject, language: unknown) => PlainObject;

/** Languages of one run: a few dozen, as a rule. */
const REMEMBERED = 200;

const LONGEST_REMEMBERED = 200;

/**
 * The function that localizes by some settings.
 *
 * @param vendors - whose values are known beside those of other products
 * @param notes - to be told what a user may want to know
 */
export function createLocalizer(
	settings: LocalizeSettings,
	vendors: VendorValues,
	notes = new Notes(),
): Localize {
	const { fallbackLanguages, fields, format, labels, shapes } = settings;
	const ownLabels = new OwnLabels(labels);
	const selection = new FieldSelection(fields, notes);
	const formatFields = new FormatFields(format, vendors.timeFields, notes);
	// Who names a field wants its codes labelled; who takes all fields may compare codes further on
	const labelsPlainText = shapes.includes('documentedCodes') || !selection.isEverything;
	const common = {
		...settings,
		recogniser: new Recogniser(shapes, vendors.shapes),
		selection,
		formatFields,
		ownLabels,
		builtInLabels: vendors.labels,
		labelsPlainText,
		readsScalars: !formatFields.isEmpty || !ownLabels.isEmpty || labelsPlainText,
		notes,
	};
	const planFor = (language: unknown): Plan => {
		const preference = languagePreference(language, fallbackLanguages);
		const intl = formatFields.isEmpty
			? undefined
			: intlFormat(preference.languages, format.timeZone);
		return { ...common, preference, intl };
	};
	const plans = new BoundedMemo<string, Plan>(REMEMBERED);
	return (item, language) => {
		const isShort = typeof language === 'string' && language.length <= LONGEST_REMEMBERED;
		return new Walk(isShort ? plans.get(language, planFor) : planFor(language)).run(item);
	};
}
