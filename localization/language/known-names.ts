import { BoundedMemo } from '../bounded-memo';
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

/** What stands between a language and its region or script. */
const SEPARATOR = /\s*[()[\],;/_:（），、]\s*|\s+[-–]\s+|[-–]\s+/u;

export interface KnownNames {
	/** Tags by the names of languages. */
	readonly languages: ReadonlyMap<string, string>;
	/** The words that those names begin with. */
	readonly firstWords: ReadonlySet<string>;
	/** Subtags by the names of scripts and regions. */
	readonly qualifiers: ReadonlyMap<string, string>;
}

let names: KnownNames | undefined;

/** All names as {@link nameParts} writes them. Made when first asked for: that takes about 100 ms. */
export function knownNames(): KnownNames {
	if (names !== undefined) return names;
	const languages = languageNames();
	const firstWords = new Set(
		[...languages.keys(), ...LANGUAGE].map((name) => name.replace(/ .*$/, '')),
	);
	// Chinese has one name in both of its scripts
	const qualifiers = qualifierNames([...NAMED_IN, 'zh-Hant'], OTHER_QUALIFIERS);
	names = { languages, firstWords, qualifiers };
	return names;
}

const ownQualifiers = new BoundedMemo<string, ReadonlyMap<string, string>>(50);

/** Subtags by the names that scripts and regions have in a language itself. */
export function qualifiersIn(language: string): ReadonlyMap<string, string> {
	return ownQualifiers.get(language, () => qualifierNames([language], {}));
}

/** The parts of a name, in lower case without accents, and without the word for language. */
export function nameParts(name: string): string[] {
	return name.split(SEPARATOR).map(nameIn).filter(Boolean);
}

function languageNames(): Map<string, string> {
	const tags = [...pairsOfLetters(), ...LONGER_TAGS, ...COMMON_LANGUAGES.map(({ tag }) => tag)];
	const found = new Map(Object.entries(OTHER_NAMES));
	for (const language of NAMED_IN) {
		addNames(found, language, 'language', tags);
		addNames(found, language, 'language', tags, 'short');
	}
	for (const tag of tags) addNames(found, tag, 'language', [tag]);
	for (const { tag, name, ownName } of COMMON_LANGUAGES) {
		for (const one of [name, ownName].map((all) => nameParts(all).join(' '))) {
			if (!found.has(one)) found.set(one, tag);
		}
	}
	return found;
}

function qualifierNames(
	languages: readonly string[],
	others: Readonly<Record<string, string>>,
): Map<string, string> {
	const regions = [...pairsOfLetters().map((pair) => pair.toUpperCase()), '419'];
	const found = new Map(Object.entries(others));
	for (const language of languages) {
		addNames(found, language, 'script', SCRIPTS);
		addNames(found, language, 'region', regions);
		addNames(found, language, 'region', regions, 'short');
	}
	for (const region of regions) {
		if (!found.has(region.toLowerCase())) found.set(region.toLowerCase(), region);
	}
	return found;
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
		const name = nameParts(display.of(code) ?? '').join(' ');
		if (name !== '' && !found.has(name)) found.set(name, code);
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
export function folded(text: string): string {
	const plain = /[^\0-\x7f]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
	return plain.toLowerCase().trim();
}
