import { COMMON_LANGUAGES } from './common-languages';

/** The languages in which languages may be called by name; their own names come on top. */
const NAMED_IN = ['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'pl', 'tr'];

/** Languages of more than two letters, and languages with a script or region that have a name. */
const LONGER_TAGS = [
	'ast ceb ckb gsw haw hmn kok yue az-Cyrl az-Latn bs-Cyrl bs-Latn sr-Cyrl sr-Latn uz-Cyrl uz-Latn',
	'en-AU en-CA es-ES fr-CH nl-BE ro-MD fa-AF',
]
	.join(' ')
	.split(' ');

const SCRIPTS = ['Arab', 'Cyrl', 'Deva', 'Hans', 'Hant', 'Latn'];

/** Names in use that the Unicode data do not have. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	bokmal: 'nb',
	byelorussian: 'be',
	castellano: 'es-ES',
	castilian: 'es-ES',
	cesky: 'cs',
	farsi: 'fa',
	hollandisch: 'nl',
	mandarin: 'zh',
	'mandarin chinese': 'zh',
	moldovan: 'ro-MD',
	montenegrin: 'sr-ME',
	nynorsk: 'nn',
	'serbo-croatian': 'sr-Latn',
	srpski: 'sr-Latn',
	tagalog: 'fil',
	valencian: 'ca',
};

const OTHER_QUALIFIERS: Readonly<Record<string, string>> = {
	brasileiro: 'BR',
	'do brasil': 'BR',
	'great britain': 'GB',
	latam: '419',
	prc: 'CN',
	uk: 'GB',
	usa: 'US',
};

/** "Language" in a name such as `język polski` or `русский язык`. */
const LANGUAGE = new Set(
	['bahasa', 'dili', 'idioma', 'język', 'language', 'langue', 'limba', 'lingua', 'língua']
		.concat(['sprache', 'språk', 'taal', 'мова', 'язык'])
		.map(folded),
);

interface Names {
	/** Tags by the folded names of languages. */
	readonly languages: ReadonlyMap<string, string>;
	/** The words that those names begin with. */
	readonly firstWords: ReadonlySet<string>;
	/** Subtags by the folded names of scripts and regions. */
	readonly qualifiers: ReadonlyMap<string, string>;
}

/** Made when a name is first asked for: that takes about 100 ms. */
let names: Names | undefined;

/** No tag looks like this. */
const NAME = /^\p{L}{4}|\p{L} \p{L}|[^\0-\x7f]/u;

/** What stands between a language and its region or script. */
const SEPARATOR = /\s*[(),;/_:（），、]\s*|\s+[-–]\s+|[-–]\s+/u;

/**
 * The tag of a language given by its name in one of ten languages or in itself, with or without a
 * region or script: `Chinese`, `Norsk`, `English (US)`, `Chinese, Simplified`, `UK English`,
 * `Serbian (Latin, Serbia)`, `Persian (Farsi)`. Case and accents do not matter.
 */
export function languageNamed(text: string): string | undefined {
	if (!NAME.test(text)) return undefined;
	const parts = text.split(SEPARATOR).map(nameIn).filter(Boolean);
	const words = parts.join(' ');
	const whole = allNames().languages.get(words);
	if (whole !== undefined || words === '') return whole;
	return parts.length > 1 ? qualified(parts) : namedInWords(words.split(' '));
}

/** The language of the first part, with the scripts and regions that the others name. */
function qualified([name = '', ...others]: readonly string[]): string | undefined {
	const { languages, qualifiers } = allNames();
	// Norwegian, Nynorsk (Norway)
	const language = languages.get(`${name} ${others[0]}`) ?? languages.get(name);
	if (language === undefined) return undefined;
	const known = others.flatMap((other) => qualifiers.get(other) ?? []);
	const [subtag = language] = language.split('-');
	const isSaidAgain = others.some((other) => languages.get(other)?.startsWith(subtag));
	if (known.length === 0) return isSaidAgain ? language : undefined;
	return [language, ...known.sort((one, other) => other.length - one.length)].join('-');
}

/** `Chinese Traditional`, `UK English`, `French Canadian`. */
function namedInWords(words: readonly string[]): string | undefined {
	const { languages, qualifiers } = allNames();
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
	const start = firstWord(text);
	if (!allNames().firstWords.has(folded(start))) return undefined;
	return languageNamed(text) ?? languageNamed(start);
}

function firstWord(text: string): string {
	return /^[^\s(),;/:（，]*/u.exec(text)?.[0] ?? '';
}

/** The code of a region given by its name in one of ten languages, or by itself. */
export function regionNamed(text: string): string | undefined {
	return allNames().qualifiers.get(folded(text));
}

function allNames(): Names {
	if (names !== undefined) return names;
	const languages = languageNames();
	const firstWords = new Set([...languages.keys()].map(firstWord));
	names = { languages, firstWords, qualifiers: qualifierNames() };
	return names;
}

function languageNames(): Map<string, string> {
	const tags = [...pairsOfLetters(), ...LONGER_TAGS, ...COMMON_LANGUAGES.map(({ tag }) => tag)];
	const found = new Map(Object.entries(OTHER_NAMES));
	for (const language of NAMED_IN) addNames(found, language, 'language', tags);
	for (const tag of tags) addNames(found, tag, 'language', [tag]);
	for (const { tag, name, ownName } of COMMON_LANGUAGES) {
		for (const one of [name, ownName]) if (!found.has(nameIn(one))) found.set(nameIn(one), tag);
	}
	return found;
}

function qualifierNames(): Map<string, string> {
	const regions = [...pairsOfLetters().map((pair) => pair.toUpperCase()), '419'];
	const found = new Map(Object.entries(OTHER_QUALIFIERS));
	for (const language of [...NAMED_IN, 'zh', 'zh-Hant']) {
		addNames(found, language, 'script', SCRIPTS);
		addNames(found, language, 'region', regions);
		addNames(found, language, 'region', regions, 'short');
	}
	return new Map([
		...regions.map((region): [string, string] => [folded(region), region]),
		...found,
	]);
}

function addNames(
	found: Map<string, string>,
	language: string,
	type: 'language' | 'region' | 'script',
	codes: readonly string[],
	style: 'long' | 'short' = 'long',
): void {
	const display = new Intl.DisplayNames([language], { type, style, fallback: 'none' });
	for (const code of codes) {
		const name = display.of(code);
		if (name !== undefined && !found.has(nameIn(name))) found.set(nameIn(name), code);
	}
}

function pairsOfLetters(): string[] {
	const letters = [...'abcdefghijklmnopqrstuvwxyz'];
	return letters.flatMap((one) => letters.map((other) => one + other));
}

/** A name without the word for language. */
function nameIn(text: string): string {
	return folded(text)
		.split(/\s+/u)
		.filter((word) => !LANGUAGE.has(word))
		.join(' ');
}

/** Without accents, in lower case. */
function folded(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
