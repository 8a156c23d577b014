import { isLanguageKey, readLanguageTag } from './language-tag';

/** More wishes than any player has; a longer list is a mistake or an attack. */
const MOST_WANTED = 50;

const LONGEST_LIST = 2000;

/**
 * The languages that a user or a player wants, best first, as BCP 47 tags. Reads a tag or name, a
 * comma-separated list of them, an Accept-Language header (`de-CH,de;q=0.9,*;q=0.5`; wishes of
 * weight 0, `*` and `und` are left out) and a list of such texts. Unreadable parts are skipped.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export function wantedLanguages(wanted: unknown): string[] {
	if (Array.isArray(wanted)) {
		return [...new Set(wanted.slice(0, MOST_WANTED).flatMap(wantedLanguages))];
	}
	// A name may have a comma in it: Chinese, Simplified
	const whole = isListWithTag(wanted) ? '' : readLanguageTag(wanted);
	if (whole !== '') return [whole].filter(isWish);
	if (typeof wanted !== 'string') return [];

	const wishes = wanted
		.slice(0, LONGEST_LIST)
		.split(',', MOST_WANTED)
		.map((part) => {
			const [tag = '', ...parameters] = part.split(';', 4);
			return { tag: readLanguageTag(tag), weight: weightIn(parameters) };
		})
		.filter(({ tag, weight }) => isWish(tag) && weight > 0)
		.sort((one, other) => other.weight - one.weight);
	return [...new Set(wishes.map(({ tag }) => tag))];
}

/** `German, fr` is a list, `English, US` is a name. */
function isListWithTag(wanted: unknown): boolean {
	if (typeof wanted !== 'string' || wanted.length > LONGEST_LIST) return false;
	const [, ...others] = wanted.split(',');
	return others.some((part) => /^[a-z-]+$/.test(part.trim()) && isLanguageKey(part.trim()));
}

/** BCP 47 has tags for what is no language in particular. */
function isWish(tag: string): boolean {
	return !['', 'und', 'mis', 'mul', 'zxx'].includes(tag);
}

function weightIn(parameters: readonly string[]): number {
	for (const parameter of parameters) {
		const [name = '', value = ''] = parameter.split('=', 2);
		if (name.trim().toLowerCase() === 'q') {
			const weight = Number(value);
			return Number.isNaN(weight) ? 1 : weight;
		}
	}
	return 1;
}
