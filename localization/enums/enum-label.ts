import { chooseText, type ChosenText } from '../choose-text';
import { NOT_WANTED, type LanguagePreference } from '../language/language-preference';
import type { CodedValue } from '../shapes/shape';
import { fieldKey, type BuiltInLabels } from './built-in-labels';
import type { OwnLabels, RankedLabel } from './own-labels';
import { readableCode } from './readable-code';

/** The names that a field goes by, e.g. `type`, `offer.type`, `data.offer.type`. */
export type FieldNames = readonly string[];

/**
 * The label of a code. In the language wanted first, then in each further one: the user's own label,
 * then the built-in or the sender's translation. Then the sender's label in whatever language, and at
 * last the code made readable. Never fails, whatever the code.
 */
export function enumLabel(
	code: CodedValue,
	names: FieldNames,
	ownLabels: OwnLabels,
	builtInLabels: BuiltInLabels,
	preference: LanguagePreference,
): RankedLabel {
	const { value, labels, documented } = code;
	const own = ownLabel(value, names, ownLabels, preference);
	const translated = documented
		? (builtInLabels.ofField(names, value, preference) ??
			builtInLabels.ofVendor(documented, value, preference))
		: undefined;
	if (translated !== undefined && own === undefined && labels === undefined) return translated;
	const chosen = labels && chooseText(labels, preference);
	const ranked = preferred(preference, own, translated, chosen && asLabel(chosen));
	if (ranked !== undefined) return ranked;
	const label = typeof code.label === 'string' ? code.label : readableCode(value);
	return { label, language: null, rank: NOT_WANTED };
}

/**
 * The label of a plain text that is a code: the user's own, and if asked for the built-in one of a
 * documented field; undefined for any other text.
 */
export function plainTextLabel(
	value: unknown,
	names: FieldNames,
	ownLabels: OwnLabels,
	builtInLabels: BuiltInLabels | undefined,
	preference: LanguagePreference,
): RankedLabel | undefined {
	const own = ownLabel(value, names, ownLabels, preference);
	const builtIn = builtInLabels?.ofField(names, value, preference);
	return preferred(preference, own, builtIn);
}

function ownLabel(
	value: unknown,
	names: FieldNames,
	ownLabels: OwnLabels,
	preference: LanguagePreference,
): RankedLabel | undefined {
	if (ownLabels.isEmpty) return undefined;
	const keys = names.map(fieldKey);
	return ownLabels.find(value, (name) => keys.includes(fieldKey(name)), preference);
}

function asLabel({ text, language, rank }: ChosenText): RankedLabel | undefined {
	return typeof text === 'string' ? { label: text, language, rank } : undefined;
}

/** The label whose language is wanted more; of equals, the first. */
function preferred(
	preference: LanguagePreference,
	...labels: readonly (RankedLabel | undefined)[]
): RankedLabel | undefined {
	let best: RankedLabel | undefined;
	for (const label of labels) {
		if (label === undefined) continue;
		if (best === undefined || preference.stepOf(label.rank) < preference.stepOf(best.rank)) {
			best = label;
		}
	}
	return best;
}
