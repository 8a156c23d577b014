import fc from 'fast-check';

import { jsonOf, leaves } from '../any-json.mjs';
import type { ShapeFamily } from '../../localization/shapes/shape';
import { settings, type Wish } from './localized.mjs';

const language = fc.constantFrom('en', 'EN', 'de', 'de-CH', 'zh_Hant', 'fr', 'xx', '', 'es-419');

/** Texts of letters alone: plain text is the same as the text sent. */
const text = fc.string({ unit: fc.constantFrom(...'abc <&>é'), maxLength: 12 });

const entry = fc.record({ language, value: fc.option(text) });

/** Values in the shapes that the defaults recognise, sound and broken. */
export const localizedValue: fc.Arbitrary<unknown> = fc.oneof(
	fc.record({ languages: fc.array(fc.oneof({ weight: 9, arbitrary: entry }, fc.constant(null))) }),
	fc.array(fc.record({ locale: language, value: text }), { minLength: 1, maxLength: 4 }),
	fc.array(fc.record({ '@language': fc.option(language), '@value': text }), { maxLength: 3 }),
	fc.record({ text, languageCode: language }),
	fc.record({
		translations: fc.array(fc.record({ locale: language, title: text }), { maxLength: 3 }),
	}),
	fc.record({
		type: fc.constant('enum'),
		value: fc.oneof(text, fc.constantFrom('shipped', 'bonus'), fc.constant(null)),
		displayValue: fc.option(text),
		options: fc.array(fc.record({ key: text, value: text }), { maxLength: 3 }),
	}),
	fc.record({
		key: fc.constantFrom('Name', 'OrderStatus', '__proto__'),
		type: fc.constant('i18n'),
		value: fc.record({ languages: fc.array(entry, { maxLength: 3 }) }),
	}),
	fc.dictionary(fc.constantFrom('en', 'de', 'id', 'to', 'zh-Hant', 'name'), text, { maxKeys: 3 }),
	fc.record({ key: text, label: fc.dictionary(language, text, { maxKeys: 3 }) }),
	fc.constantFrom('success', 'WatchToWin', 'shipped', '2024-06-24T21:28:41Z', 12345.678),
);

const key = fc.oneof(
	fc.constantFrom('name', 'result', 'data', 'languages', 'type', 'value', 'translations', 'Name'),
	fc.constantFrom('__proto__', 'constructor', 'toString', 'headline', 'headline__i18n__de', ''),
	fc.string({ maxLength: 4 }),
);

/** Items as other nodes hand them on: localized values in anything, at any depth. */
export const item = jsonOf(
	key,
	fc.oneof({ weight: 2, arbitrary: leaves }, { weight: 3, arbitrary: localizedValue }),
).object.map((json) => JSON.parse(JSON.stringify(json)) as Record<string, unknown>);

const families: ShapeFamily[] = [
	'countryMaps',
	'documentedCodes',
	'enums',
	'fieldNames',
	'vendors',
	'jsonLd',
	'labelledKeys',
	'languageEntries',
	'languageMaps',
];

/** Any settings but those that throw. */
export const anySettings: fc.Arbitrary<Wish> = fc
	.record({
		language: fc.oneof(language, fc.constant(undefined), fc.constant('de;q=0.5, fr')),
		fallbackLanguages: fc.constantFrom('', 'en', 'de, fr'),
		whenMissing: fc.constantFrom('firstAvailable', 'empty', 'keep'),
		fields: fc.oneof(
			fc.constant('all' as const),
			fc.array(fc.constantFrom('name', 'data', 'data.name', '__proto__'), { maxLength: 2 }),
		),
		enumOutput: fc.constantFrom('label', 'value', 'both'),
		html: fc.constantFrom('text', 'keep', 'markdown', 'slack'),
		shapes: fc.subarray(families),
		format: fc.record({
			dates: fc.boolean(),
			timeZone: fc.constant('Europe/Zurich'),
			numbers: fc.subarray(['name', 'data.name', 'value']),
			amounts: fc.subarray([
				{ field: 'name', currency: 'EUR', unit: 'smallest' },
				{ field: 'value', currency: 'data.name', unit: 'main' },
			]),
		}),
		suffix: fc.constantFrom(undefined, undefined, '_plain'),
		report: fc.boolean(),
	})
	.map((changes) => settings(changes as Partial<Wish>));
