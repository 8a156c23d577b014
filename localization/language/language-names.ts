import { folded, knownNames, nameParts, qualifiersIn } from './known-names';

/** No tag looks like this. */
const NAME = /^\p{L}{4}|\p{L} \p{L}|[^\0-\x7f]/u;

/**
 * The tag of a language given by its name in one of ten languages or in itself, with or without a
 * region or script: `Chinese`, `Norsk`, `English (US)`, `Chinese, Simplified`, `UK English`,
 * `Serbian (Latin, Serbia)`, `Persian (Farsi)`. Case and accents do not matter.
 */
export function languageNamed(text: string): string | undefined {
	if (!NAME.test(text)) return undefined;
	const parts = nameParts(text);
	const words = parts.join(' ');
	const whole = knownNames().languages.get(words);
	if (whole !== undefined || words === '') return whole;
	return parts.length > 1 ? qualified(parts) : namedInWords(words.split(' '));
}

/** The language of the first part, with the scripts and regions that the others name. */
function qualified([name = '', ...others]: readonly string[]): string | undefined {
	const { languages, qualifiers } = knownNames();
	// Norwegian, Nynorsk (Norway)
	const longer = languages.get(`${name} ${others[0]}`);
	const language = longer ?? languages.get(name);
	if (language === undefined) return undefined;
	const rest = longer === undefined ? others : others.slice(1);
	const subtagOf = (other: string) => qualifiers.get(other) ?? qualifiersIn(language).get(other);
	const whole = subtagOf(rest.join(' '));
	const known = whole ? [whole] : rest.flatMap((other) => subtagOf(other) ?? []);
	const [subtag = language] = language.split('-');
	const isSaidAgain = others.some((other) => languages.get(other)?.startsWith(subtag));
	if (known.length === 0) return longer ?? (isSaidAgain ? language : undefined);
	return [language, ...known.sort((one, other) => other.length - one.length)].join('-');
}

/** `Chinese Traditional`, `UK English`, `French Canadian`. */
function namedInWords(words: readonly string[]): string | undefined {
	const { languages, qualifiers } = knownNames();
	for (let count = 1; count < words.length; count++) {
		const [start, end] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
		const turned = languages.get(`${end} ${start}`);
		if (turned !== undefined) return turned;
		for (const [name, qualifier] of [
			[start, qualifiers.get(end)],
			[end, qualifiers.get(start)],
		] as const) {
			const language = languages.get(name ?? '');
			if (language !== undefined && qualifier !== undefined) return `${language}-${qualifier}`;
		}
	}
	return undefined;
}

/** The tag of the language whose name a text is or begins with: `German`, `German [CC]`. */
export function languageAtStart(text: string): string | undefined {
	const start = /^[^\s(),;/:（，]*/u.exec(text)?.[0] ?? '';
	if (!knownNames().firstWords.has(folded(start))) return undefined;
	return languageNamed(text) ?? languageNamed(start);
}

/** The code of a region given by its name in one of ten languages, or by itself. */
export function regionNamed(text: string): string | undefined {
	return knownNames().qualifiers.get(nameParts(text).join(' '));
}
