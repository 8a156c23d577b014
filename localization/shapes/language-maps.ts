import { hasDisplayName } from '../language/display-names';
import { regionNamed } from '../language/language-names';
import { isLanguageKey, readLanguageTag } from '../language/language-tag';
import { isPlainObject, own, type PlainObject } from '../../json/object';
import type { LocalizedText, ObjectShape } from './shape';

/** PlayFab's, in a map that can be nothing else. */
const NEUTRAL = 'NEUTRAL';

/**
 * Maps keyed by language. Many names of ordinary fields are language codes too (`id`, `is`, `to`,
 * `no`, `kg`, `ms`), so a map counts only if every key is a language and at least one of them can
 * hardly be anything else.
 */
export const LANGUAGE_MAPS: readonly ObjectShape[] = [
	{
		family: 'languageMaps',
		name: 'map from language to text (commercetools, Contentful, OneSignal, IIIF, JSON-LD)',
		recognise: (object, keys, { field, owner }) =>
			languageMap(object, keys, textBesideMap(field, owner)),
	},
	{
		family: 'languageEntries',
		name: 'map from language to text, with one of no language (PlayFab)',
		signs: [NEUTRAL],
		recognise: (object, keys) => languageMap(object, keys),
	},
	{
		family: 'languageEntries',
		name: 'map from language to text, with a preferred locale beside it (LinkedIn)',
		signs: ['preferredLocale'],
		recognise: mapWithPreferred,
	},
	{
		family: 'countryMaps',
		name: 'map from country to text (Mapp)',
		recognise: countryMap,
	},
];

/** Languages that products are translated into and whose code is no word, unit or field name. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(
	(
		'ar bg cs cy da de el en es et eu fi fr hr hu hy it ja ka kk ko lt lv mk nb nl nn pl pt ro ru ' +
		'sk sl sr sv th tr uk vi zh deu eng fra ger fre ita jpn por rus spa swe zho'
	).split(' '),
);

/** Whether a key can hardly be anything but a language: it has a region or a script, or is no word. */
export function isUnmistakable(language: string): boolean {
	return language.length > 3 || UNMISTAKABLE.has(language.toLowerCase());
}

/** Keys for readers of any other language. */
const DEFAULT_KEYS: ReadonlySet<string> = new Set([
	'@none',
	'none',
	'default',
	'def',
	'x-default',
	'und',
	NEUTRAL,
]);

const PREFIX = 'lang:';

/**
 * The texts of a map, with or without `lang:` before the languages; undefined for other objects.
 *
 * @param beside - the text for readers of any other language, where the map has none itself
 */
export function languageMap(
	object: PlainObject,
	keys: readonly string[],
	beside?: unknown,
): LocalizedText | undefined {
	const entries: { language: string; value: unknown }[] = [];
	let otherwise: unknown;
	let isNeutral = false;
	let unmistakable = false;
	let qualified = true;
	let plain = true;
	for (const key of keys) {
		const value = object[key];
		if (DEFAULT_KEYS.has(key)) {
			otherwise ??= value;
			isNeutral ||= key === NEUTRAL;
		} else {
			const language = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
			if (!isLanguageKey(language)) return undefined;
			const prefixed = language !== key;
			qualified &&= prefixed || language.length > 3;
			unmistakable ||= prefixed || isUnmistakable(language);
			entries.push({ language, value });
		}
		plain &&= isPlainText(value);
	}
	if (!(unmistakable || isNeutral) || !(plain || qualified)) return undefined;
	return {
		kind: 'text',
		entries,
		languageField: 'language',
		textField: 'value',
		otherwise: otherwise ?? beside,
		// PlayFab has a text in no language where there are no others
		isDocumented: isNeutral && (typeof otherwise === 'string' || isPlainObject(otherwise)),
	};
}

function isPlainText(value: unknown): boolean {
	if (Array.isArray(value)) return value.every((text) => typeof text === 'string');
	return typeof value !== 'object' || value === null;
}

/** ActivityStreams has the text of unknown language beside its map: `name` beside `nameMap`. */
function textBesideMap(field: string, owner: PlainObject | undefined): unknown {
	return field.endsWith('Map') ? owner?.[field.slice(0, -'Map'.length)] : undefined;
}

/** `{ "localized": { "en_US": "Ship" }, "preferredLocale": { "language": "en", "country": "US" } }`. */
function mapWithPreferred(object: PlainObject, keys: readonly string[]): LocalizedText | undefined {
	const { localized, preferredLocale } = object;
	if (keys.length !== 2 || !isPlainObject(localized) || !isPlainObject(preferredLocale)) {
		return undefined;
	}
	const { language, country } = preferredLocale;
	const preferred = own(localized, `${String(language)}_${String(country)}`);
	return languageMap(localized, Object.keys(localized), preferred);
}

/** `{ "GB": "ship", "DE": "Schiff" }`: each country stands for the language most used there. */
function countryMap(object: PlainObject, keys: readonly string[]): LocalizedText | undefined {
	const entries: { language: string; value: unknown }[] = [];
	for (const key of keys) {
		const value = object[key];
		if (!/^[A-Z]{2}$/.test(key) || !hasDisplayName('region', key)) return undefined;
		if (!isPlainText(value)) return undefined;
		// A list of countries
		if (typeof value === 'string' && regionNamed(value) === key) return undefined;
		const language = new Intl.Locale(`und-${key}`).maximize().language;
		entries.push({ language: readLanguageTag(`${language}-${key}`), value });
	}
	if (entries.length < 2) return undefined;
	return { kind: 'text', entries, languageField: 'language', textField: 'value' };
}
