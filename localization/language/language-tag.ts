import { BoundedMemo } from '../bounded-memo';
import { hasDisplayName } from './display-names';
import { languageNamed } from './language-names';
import { MICROSOFT_LANGUAGE_IDS } from './microsoft-language-ids';

/** A language, with what decides how well it fits a reader. */
export interface Language {
	/** as BCP 47 writes it, e.g. `zh-TW` */
	readonly tag: string;
	/** e.g. `zh` */
	readonly language: string;
	/** e.g. `Hant`; where the tag has none, the usual one of its language and region */
	readonly script: string;
	/** e.g. `TW`; where the tag has none, the usual one of its language and script */
	readonly region: string;
	/** whether the tag itself has a region */
	readonly namesRegion: boolean;
	/** the usual region of the language in its script, e.g. `TW` for `zh-HK` */
	readonly usualRegion: string;
	/** the tag's parts */
	readonly subtags: readonly string[];
	/** whether the Unicode data know the language */
	readonly isKnown: boolean;
}

/** Longer than any tag or name in use; what is longer is not read. */
const LONGEST_TAG = 100;

const WELL_FORMED = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/;

/** Tags of no language in particular, or that mean something only to those who use them. */
const OPAQUE = /^(?:und|[xi](?:-[a-z0-9]{1,8})+)$/;

/** `zh-yue` and the like: the language that stands second is the one that is meant. */
const EXTENDED = /^(?:ar|kok|lv|ms|sw|uz|zh)-(?=[a-z]{3}(?:-|$))/;

/** The older .NET has the script behind the region: `sr-SP-Latn`. */
const SCRIPT_AT_END = /^([a-z]{2,3})(-[a-z]{2})(-[a-z]{4})$/;

/** Codes of ISO 639-2/B, .NET, Windows, Java and Facebook, which BCP 47 does not know. */
const ALIASES: Readonly<Record<string, string>> = {
	alb: 'sq',
	arm: 'hy',
	baq: 'eu',
	bur: 'my',
	chi: 'zh',
	chs: 'zh-Hans',
	cht: 'zh-Hant',
	csy: 'cs',
	cze: 'cs',
	dut: 'nl',
	enu: 'en-US',
	'es-la': 'es-419',
	'es-xl': 'es-419',
	esn: 'es-ES',
	fre: 'fr',
	geo: 'ka',
	ger: 'de',
	gre: 'el',
	ice: 'is',
	mac: 'mk',
	may: 'ms',
	'no-no-ny': 'nn-NO',
	per: 'fa',
	plk: 'pl',
	ptb: 'pt-BR',
	ptg: 'pt-PT',
	rum: 'ro',
	slo: 'sk',
	sve: 'sv',
	trk: 'tr',
	wel: 'cy',
	'zh-chs': 'zh-Hans',
	'zh-cht': 'zh-Hant',
};

/** What POSIX calls the scripts in `sr_RS@latin`. */
const SCRIPTS: Readonly<Record<string, string>> = {
	arabic: 'Arab',
	cyrillic: 'Cyrl',
	devanagari: 'Deva',
	latin: 'Latn',
};

const languages = new BoundedMemo<string | number, Language | null>(2000);

/**
 * A language as data or people write it: `EN`, `de_CH`, `en_US.UTF-8`, `sr_RS@latin`, `zh-CHT`, `ger`,
 * `iw`, 1033, `German`, `English (US)`, `русский язык`; undefined for what names no language.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646
 */
export function readLanguage(raw: unknown): Language | undefined {
	if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
	if (typeof raw === 'string' && raw.length > LONGEST_TAG) return undefined;
	return languages.get(raw, parsed) ?? undefined;
}

/** The BCP 47 tag of a language as {@link readLanguage} reads it; '' for what names no language. */
export function readLanguageTag(raw: unknown): string {
	return readLanguage(raw)?.tag ?? '';
}

/** Whether `raw` is a language that exists, as far as the Unicode data know. */
export function isKnownLanguage(raw: unknown): boolean {
	return readLanguage(raw)?.isKnown === true;
}

/** Language, script and region. What else could follow is, in a name, no language but a word. */
const KEY = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;

/** Whether a field's name, or the end of it, is a language tag. */
export function isLanguageKey(name: string): boolean {
	return KEY.test(name) && isKnownLanguage(name);
}

function parsed(raw: string | number): Language | null {
	const tag = tagOf(raw);
	if (tag === undefined) return null;
	const subtags = tag.split('-');
	const parts = OPAQUE.test(tag) ? OPAQUE_PARTS : partsOf(new Intl.Locale(tag));
	const isKnown = hasDisplayName('language', subtags[0] ?? '');
	return { tag, language: tag, subtags, isKnown, ...parts };
}

const OPAQUE_PARTS = { script: '', region: '', usualRegion: '', namesRegion: false };

function partsOf(locale: Intl.Locale) {
	const { language, script = '', region = '' } = locale.maximize();
	const namesRegion = locale.region !== undefined;
	const usual =
		namesRegion && script ? new Intl.Locale(language, { script }).maximize() : { region };
	return {
		// Norwegian without more is Bokmål
		language: language === 'no' ? 'nb' : language,
		script,
		region,
		usualRegion: usual.region ?? '',
		namesRegion,
	};
}

function tagOf(raw: string | number): string | undefined {
	const number = typeof raw === 'number' ? raw : /^\d{4,5}$/.test(raw) ? Number(raw) : undefined;
	if (number !== undefined) return MICROSOFT_LANGUAGE_IDS.get(number);

	const text = String(raw).trim().toLowerCase();
	// POSIX adds a character set and a variant (de_DE.UTF-8@euro, sr_RS@latin), Java a script (_#Latn)
	const [, start = '', variant = '', javaScript] =
		/^([^.@#]*)(?:\.[^@]*)?(?:@(.*)|#([a-z]{4})?.*)?$/s.exec(text) ?? [];
	const tag = start
		.replaceAll('_', '-')
		.replace(/-{1,2}$/, '')
		.replace(EXTENDED, '')
		.replace(SCRIPT_AT_END, '$1$3$2');
	if (OPAQUE.test(tag)) return tag;
	if (!WELL_FORMED.test(tag)) return canonical(languageNamed(text) ?? languageNamed(start));
	const [language = '', ...others] = (ALIASES[tag] ?? tag).split('-');
	const script = javaScript ?? SCRIPTS[variant] ?? [];
	return canonical([ALIASES[language] ?? language].concat(script, others).join('-'));
}

/** Language, script and region: what still counts of a tag that is not valid as a whole. */
const START = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?![^-])/i;

/** In BCP 47's case, with retired and three-letter codes replaced. */
function canonical(tag: string | undefined): string | undefined {
	if (tag === undefined) return undefined;
	try {
		return Intl.getCanonicalLocales(tag)[0];
	} catch {
		const start = START.exec(tag)?.[0];
		return start === tag ? undefined : canonical(start);
	}
}
