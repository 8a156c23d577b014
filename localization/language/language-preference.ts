import { BoundedMemo } from '../bounded-memo';
import { readLanguage, type Language } from './language-tag';
import { isAlsoRead, isLikelyUnderstood } from './related-languages';
import { regionDistance } from './region-likeness';
import { wantedLanguages } from './wanted-languages';

/** The rank of a language that nobody asked for. */
export const NOT_WANTED = Infinity;

/** In what a text differs from what was wanted, the most important first. */
export type Difference = 'language' | 'script' | 'region';

/** Ranks of one wish, and of one round through the wishes. */
const WISH = 1000;
const ROUND = 1_000_000;

/** Ranks kept per preference; data have a few dozen spellings of languages. */
const MOST_RANKS = 500;

const OTHER_LANGUAGE = 500;
const OTHER_SCRIPT = 250;
const OTHER_REGION = 20;
const MOST_OTHER_SUBTAGS = 19;

/**
 * Which languages are wanted, and how well a language fits. For each wish the tag itself comes first,
 * then what is nearest to it in the same language and script: `zh-Hant-TW`, `zh-TW`, `zh-Hant`,
 * `zh-HK`; a tag without a script has the likely one. When no wish has a text, texts in another script
 * follow, in the same order. Only then come the fallbacks, each round the same way.
 */
export class LanguagePreference {
	/** The tags of the wishes, best first. */
	readonly languages: readonly string[];

	private readonly ranks = new Map<unknown, number>();

	/**
	 * @param wishes - best first, the fallbacks last
	 * @param primary - how many of them are wishes proper
	 */
	constructor(
		private readonly wishes: readonly Language[],
		private readonly primary: number,
	) {
		this.languages = wishes.map(({ tag }) => tag);
	}

	/**
	 * How well a language, spelled as in the data, fits: 0 is a perfect fit, lower is better,
	 * {@link NOT_WANTED} is none.
	 */
	rankOf(language: unknown): number {
		const known = this.ranks.get(language);
		if (known !== undefined) return known;
		const found = readLanguage(language);
		// What is no language may be of any length, and is not kept
		if (found === undefined) return NOT_WANTED;
		const rank = this.rank(found);
		if (this.ranks.size < MOST_RANKS) this.ranks.set(language, rank);
		return rank;
	}

	/** Whether readers are likely to understand a language that nobody asked for. */
	mayUnderstand(language: unknown): boolean {
		const found = readLanguage(language);
		return (
			found !== undefined &&
			this.wishes.some((wish) => isLikelyUnderstood(wish.language, found.language))
		);
	}

	/** Whether a rank belongs to a fallback, or to no wish at all. */
	isFallback(rank: number): boolean {
		return rank >= 2 * ROUND;
	}

	/** Ranks of the same step belong to the same wish; a lower one is wanted more. */
	stepOf(rank: number): number {
		return Math.floor(rank / WISH);
	}

	/** In what a language of a rank differs from the wish that it was chosen for. */
	differenceOf(language: unknown, rank: number): Difference | undefined {
		const wish = this.wishes[Math.floor((rank % ROUND) / WISH)];
		const found = readLanguage(language);
		if (wish === undefined || found === undefined || rank === NOT_WANTED) return undefined;
		if (wish.language !== found.language) return 'language';
		if (wish.script !== found.script) return 'script';
		const namesOther = wish.namesRegion && found.namesRegion && wish.region !== found.region;
		return namesOther ? 'region' : undefined;
	}

	private rank(found: Language): number {
		let best = NOT_WANTED;
		for (const [index, wish] of this.wishes.entries()) {
			const distance = distanceBetween(wish, found);
			if (distance === NOT_WANTED) continue;
			const round = (index < this.primary ? 0 : 2) + (distance < OTHER_SCRIPT ? 0 : 1);
			best = Math.min(best, round * ROUND + index * WISH + distance);
		}
		return best;
	}
}

function distanceBetween(wish: Language, found: Language): number {
	const isSame = wish.language === found.language;
	if (!isSame && !isAlsoRead(wish.language, found.language)) return NOT_WANTED;
	return (
		(isSame ? 0 : OTHER_LANGUAGE) +
		(wish.script === found.script ? 0 : OTHER_SCRIPT) +
		OTHER_REGION * regionDistance(wish, found) +
		Math.min(MOST_OTHER_SUBTAGS, otherSubtags(wish, found))
	);
}

/** How many subtags only one of two tags has. */
function otherSubtags({ subtags }: Language, found: Language): number {
	const shared = found.subtags.filter((subtag) => subtags.includes(subtag)).length;
	return subtags.length + found.subtags.length - 2 * shared;
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
		const tags = [...new Set([...wanted, ...fallback])];
		return new LanguagePreference(
			tags.flatMap((tag) => readLanguage(tag) ?? []),
			wanted.length,
		);
	});
}
