import { BoundedMemo } from '../bounded-memo';
import { languageParts, readLanguageTag } from './language-tag';
import { wantedLanguages } from './wanted-languages';

/** The rank of a language that nobody asked for. */
export const NOT_WANTED = Infinity;

/** Ranks per wish: fewer cuts and better likeness than this many. */
const WISH = 1000;

const SAME_LANGUAGE = 500;

const OTHER_SCRIPT = 20;

const OTHER_REGION = 10;

/** Ranks kept per preference; data have a few dozen spellings of languages. */
const MOST_RANKS = 500;

/**
 * Which languages are wanted, and how well a language fits. The order is that of RFC 4647's lookup:
 * for each wish the tag itself, then cut from the right (`zh-Hant-TW`, `zh-Hant`, `zh`); after that,
 * beyond the RFC, another entry of the same language, the one of the same script and region first.
 * Only then comes the next wish.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export class LanguagePreference {
	private readonly ranks = new Map<unknown, number>();

	private readonly cuts: readonly (readonly string[])[];

	/**
	 * @param languages - wishes, best first, as lower-case tags
	 * @param primary - how many of them are wishes proper; the others are fallbacks
	 */
	constructor(
		readonly languages: readonly string[],
		private readonly primary: number,
	) {
		this.cuts = languages.map(cutsOf);
	}

	/**
	 * How well a language, spelled as in the data, fits: 0 is a perfect fit, lower is better,
	 * {@link NOT_WANTED} is none.
	 */
	rankOf(language: unknown): number {
		const known = this.ranks.get(language);
		if (known !== undefined) return known;
		const rank = this.computeRank(readLanguageTag(language));
		// Whatever does not read as a language may be of any length, and is not kept
		if (rank !== NOT_WANTED || readLanguageTag(language) !== '') {
			if (this.ranks.size < MOST_RANKS) this.ranks.set(language, rank);
		}
		return rank;
	}

	/** Whether a rank belongs to a fallback, or to no wish at all. */
	isFallback(rank: number): boolean {
		return rank >= this.primary * WISH;
	}

	/** Which wish a rank belongs to, counted from 0; {@link NOT_WANTED} to none. */
	wishOf(rank: number): number {
		return Math.floor(rank / WISH);
	}

	private computeRank(tag: string): number {
		if (tag === '') return NOT_WANTED;
		for (const [wish, cuts] of this.cuts.entries()) {
			const cut = cuts.indexOf(tag);
			if (cut !== -1) return wish * WISH + cut;
			const distance = distanceBetween(this.languages[wish] ?? '', tag);
			if (distance !== NOT_WANTED) return wish * WISH + SAME_LANGUAGE + distance;
		}
		return NOT_WANTED;
	}
}

/** `zh-hant-tw`, `zh-hant`, `zh`; a single letter or digit never stays last (RFC 4647, 3.4). */
function cutsOf(tag: string): string[] {
	const cuts: string[] = [];
	const subtags = tag.split('-');
	while (subtags.length > 0) {
		cuts.push(subtags.join('-'));
		subtags.pop();
		if (subtags.at(-1)?.length === 1) subtags.pop();
	}
	return cuts;
}

/**
 * Where a language has two standards, the region of the one and the regions that stand for the other:
 * a reader from Mexico prefers Latin America's Spanish to Spain's, one from Angola Portugal's
 * Portuguese to Brazil's. From the parent locales of the Unicode CLDR.
 *
 * @see https://www.unicode.org/reports/tr35/#Parent_Locales
 */
const STANDARDS: Readonly<Record<string, { home: string; elsewhere: readonly string[] }>> = {
	en: { home: 'US', elsewhere: ['001', 'GB'] },
	es: { home: 'ES', elsewhere: ['419', 'MX'] },
	pt: { home: 'BR', elsewhere: ['PT'] },
};

function distanceBetween(wanted: string, tag: string): number {
	const one = languageParts(wanted);
	const other = languageParts(tag);
	if (one.language !== other.language) return NOT_WANTED;
	const script = one.script === other.script ? 0 : OTHER_SCRIPT;
	if (one.region === other.region) return script;
	const standards = STANDARDS[one.language];
	if (standards === undefined || one.region === standards.home) return script + OTHER_REGION;
	const likeness = standards.elsewhere.indexOf(other.region);
	return script + (likeness === -1 ? OTHER_REGION : 1 + likeness);
}

const preferences = new BoundedMemo<string, LanguagePreference>(200);

/**
 * The preference for a wanted language (a tag, a list or an Accept-Language header; anything else
 * counts as no wish) and fallbacks of the same form. Equal wishes share one object.
 */
export function languagePreference(language: unknown, fallbacks: unknown): LanguagePreference {
	const wanted = wantedLanguages(language);
	const fallback = wantedLanguages(fallbacks);
	return preferences.get(`${wanted.join()};${fallback.join()}`, () => {
		const languages = [...new Set([...wanted, ...fallback])];
		return new LanguagePreference(languages, wanted.length);
	});
}
