import { NOT_WANTED, type LanguagePreference } from './language/language-preference';
import { isObject, isPlainObject, type PlainObject } from '../json/object';
import { isBlank } from './blank-text';
import { languageOf } from './shapes/language-fields';
import type { LocalizedText, TranslationRows } from './shapes/shape';
import { ALTERNATIVES } from './shapes/translation';

/** A text chosen among those of several languages. */
export interface ChosenText {
	/** As in the data: a string as a rule, a list where a language has several texts. */
	readonly text: unknown;
	/** As spelled in the data; null where the data do not tell. */
	readonly language: unknown;
	/** How well the language fits; `NOT_WANTED` for a default or a last resort. */
	readonly rank: number;
	/** Whether nobody, not even the data, says that it is for readers of the wanted languages. */
	readonly isLastResort: boolean;
}

/**
 * The text in the best of the wanted languages, else the default that the data name, else one that
 * readers are likely to understand, else the first there is; undefined if there is no text at all. Blank texts count as missing.
 */
export function chooseText(
	localized: LocalizedText,
	preference: LanguagePreference,
): ChosenText | undefined {
	const { entries, languageField, textField } = localized;
	let best: PlainObject | undefined;
	let bestRank = NOT_WANTED;
	for (const entry of entries) {
		if (!isObject(entry)) continue;
		const rank = preference.rankOf(entry[languageField]);
		if (rank >= bestRank || isBlank(entry[textField])) continue;
		best = entry;
		bestRank = rank;
		if (rank === 0) break;
	}
	if (best !== undefined) {
		return {
			text: textOf(best, localized),
			language: best[languageField],
			rank: bestRank,
			isLastResort: false,
		};
	}
	return defaultText(localized) ?? anyText(localized, preference);
}

/** The row in the best of the wanted languages, else one likely to be understood, else the first. */
export function chooseRow(
	{ rows, languageField }: TranslationRows,
	preference: LanguagePreference,
): ChosenText | undefined {
	let best = rows[0];
	if (best === undefined) return undefined;
	let bestRank = preference.rankOf(languageOf(best, languageField));
	for (const row of rows) {
		const rank = preference.rankOf(languageOf(row, languageField));
		if (rank < bestRank) [best, bestRank] = [row, rank];
	}
	if (bestRank === NOT_WANTED) {
		best = rows.find((row) => preference.mayUnderstand(languageOf(row, languageField))) ?? best;
	}
	return {
		text: best,
		language: languageOf(best, languageField),
		rank: bestRank,
		isLastResort: bestRank === NOT_WANTED,
	};
}

/** The text that the shape names for any reader, or that has no language. */
function defaultText({
	entries,
	languageField,
	textField,
	otherwise,
}: LocalizedText): ChosenText | undefined {
	let text = otherwise;
	for (const entry of isBlank(text) ? entries : []) {
		if (isPlainObject(entry) && isNoLanguage(entry[languageField])) text = entry[textField];
		if (!isBlank(text)) break;
	}
	if (isBlank(text)) return undefined;
	return { text, language: null, rank: NOT_WANTED, isLastResort: false };
}

/** BCP 47 has a tag for it: undetermined. */
function isNoLanguage(language: unknown): boolean {
	return language === null || language === undefined || language === 'und';
}

/** The first text that readers are likely to understand, else the first there is. */
function anyText(localized: LocalizedText, preference: LanguagePreference): ChosenText | undefined {
	const { entries, languageField, textField } = localized;
	const filled = entries.filter(isObject).filter((entry) => !isBlank(entry[textField]));
	const [first] = filled;
	const entry = filled.find((one) => preference.mayUnderstand(one[languageField])) ?? first;
	return (
		entry && {
			text: textOf(entry, localized),
			language: entry[languageField],
			rank: NOT_WANTED,
			isLastResort: true,
		}
	);
}

function textOf(entry: PlainObject, localized: LocalizedText): unknown {
	return localized.repeats ? repeated(localized, entry) : entry[localized.textField];
}

/** All texts of the chosen entry's language and market; one that stands alone is not made a list. */
function repeated(
	{ entries, languageField, textField }: LocalizedText,
	chosen: PlainObject,
): unknown {
	const texts: unknown[] = [];
	for (const entry of entries) {
		if (!isPlainObject(entry) || entry[languageField] !== chosen[languageField]) continue;
		if (ALTERNATIVES.some((field) => entry[field] !== chosen[field])) continue;
		if (!isBlank(entry[textField])) texts.push(entry[textField]);
	}
	return texts.length > 1 ? texts.flat() : texts[0];
}
