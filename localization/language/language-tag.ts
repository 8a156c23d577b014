import { BoundedMemo } from '../bounded-memo';
import { languageNamed } from './common-languages';
import { hasDisplayName } from './display-names';
import { MICROSOFT_LANGUAGE_IDS } from './microsoft-language-ids';

/** A language tag's parts that decide whether two tags mean the same language. */
export interface LanguageParts {
	/** e.g. `zh` */
	readonly language: string;
	/** e.g. `Hant`; where the tag has none, the usual one of its language and region */
	readonly script: string;
	/** e.g. `TW`; where the tag has none, the usual one of its language */
	readonly region: string;
}

/** Longer than any tag in use; what is longer is not read. */
const LONGEST_TAG = 60;

const WELL_FORMED = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/;

/** Codes of ISO 639-2/B, which BCP 47 does not know. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = {
	alb: 'sq',
	arm: 'hy',
	baq: 'eu',
	bur: 'my',
	chi: 'zh',
	cze: 'cs',
	dut: 'nl',
	fre: 'fr',
	geo: 'ka',
	ger: 'de',
	gre: 'el',
	ice: 'is',
	mac: 'mk',
	may: 'ms',
	per: 'fa',
	rum: 'ro',
	slo: 'sk',
	wel: 'cy',
};

/** Tags of one language that data and players use side by side. */
const SAME_LANGUAGE: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', tl: 'fil' };

const readTags = new BoundedMemo<string | number, string>(2000);

/**
 * A language as data or people write it (`EN`, `de_CH`, `pt-br`, `en_US.UTF-8`, `ger`, `iw`, 1033,
 * `German`) as a lower-case BCP 47 tag (`en`, `de-ch`, …); '' for what names no language.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646
 */
export function readLanguageTag(raw: unknown): string {
	if (typeof raw !== 'string' && typeof raw !== 'number') return '';
	if (typeof raw === 'string' && raw.length > LONGEST_TAG) return '';
	return readTags.get(raw, readUnknownTag);
}

function readUnknownTag(raw: string | number): string {
	const number = typeof raw === 'number' ? raw : /^\d{4,5}$/.test(raw) ? Number(raw) : undefined;
	if (number !== undefined) return MICROSOFT_LANGUAGE_IDS.get(number)?.toLowerCase() ?? '';
	// POSIX locales carry a character set or a variant: de_DE.UTF-8, de_DE@euro
	const text = String(raw)
		.trim()
		.toLowerCase()
		.replace(/[.@].*$/s, '')
		.replaceAll('_', '-');
	if (!WELL_FORMED.test(text)) return languageNamed(text) ?? '';
	const [language = '', ...others] = text.split('-');
	if (language.length > 3 && others.length === 0) return languageNamed(text) ?? '';
	return canonical([BIBLIOGRAPHIC[language] ?? language, ...others].join('-'));
}

/** Replaces retired and three-letter codes (`iw` by `he`, `deu` by `de`). */
function canonical(tag: string): string {
	try {
		return (Intl.getCanonicalLocales(tag)[0] ?? tag).toLowerCase();
	} catch {
		return tag;
	}
}

const knownLanguages = new BoundedMemo<string, boolean>(2000);

/** Whether `raw` is a tag of a language that exists, as far as the Unicode data know. */
export function isKnownLanguage(raw: unknown): boolean {
	const tag = readLanguageTag(raw);
	return tag !== '' && knownLanguages.get(tag, hasName);
}

/** Language, script and region. What else could follow is, in a name, no language but a word. */
const KEY = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;

/** Whether a field's name, or the end of it, is a language tag. */
export function isLanguageKey(name: string): boolean {
	return KEY.test(name) && isKnownLanguage(name);
}

function hasName(tag: string): boolean {
	return hasDisplayName('language', tag.split('-', 1)[0] ?? '');
}

const parts = new BoundedMemo<string, LanguageParts>(2000);

/** The language, script and region of a tag, the missing ones filled in as usual for it. */
export function languageParts(tag: string): LanguageParts {
	return parts.get(tag, likelyParts);
}

function likelyParts(tag: string): LanguageParts {
	try {
		const { language, script, region } = new Intl.Locale(tag).maximize();
		return {
			language: SAME_LANGUAGE[language] ?? language,
			script: script ?? '',
			region: region ?? '',
		};
	} catch {
		return { language: tag.split('-', 1)[0] ?? '', script: '', region: '' };
	}
}
