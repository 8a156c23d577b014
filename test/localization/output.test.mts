import { describe, expect, test } from '@jest/globals';

import { LocalizationError } from '../../localization/localization-error';
import type { LocalizeSettings } from '../../localization/settings';
import { DEFAULT_SHAPES, localize, localized, settings } from './localized.mjs';

function texts(...languages: [string, unknown][]) {
	return { languages: languages.map(([language, value]) => ({ language, value })) };
}

const NAME = texts(['EN', 'Ship'], ['DE', 'Schiff']);

const STATUS = { type: 'enum', value: 'shipped', displayValue: 'Shipped', options: [] };

describe('when a text is missing', () => {
	const japanese = { language: 'ja', fallbackLanguages: 'ko' };

	test.each<[string, LocalizeSettings['whenMissing'], unknown, unknown]>([
		['the first there is', 'firstAvailable', NAME, 'Ship'],
		['the first that is not blank', 'firstAvailable', texts(['EN', ' '], ['DE', 'x']), 'x'],
		[
			'the first that is no blank HTML',
			'firstAvailable',
			texts(['EN', '<p>&nbsp;</p>'], ['DE', 'x']),
			'x',
		],
		['an empty text', 'empty', NAME, ''],
		['all languages', 'keep', NAME, NAME],
	])('%s', (_what, whenMissing, value, expected) => {
		expect(localized(value, { ...japanese, whenMissing })).toEqual(expected);
	});

	test.each<[string, unknown, string]>([
		[
			'it names field and languages',
			{ data: { products: [{ name: NAME }] } },
			'"data.products[0].name" has no text in ja or ko, only in en and de',
		],
		[
			'it says that there is none',
			{ RewardExternalName: texts() },
			'"RewardExternalName" has no text in ja or ko',
		],
		[
			'a blank text is none',
			{ name: texts(['EN', ' '], ['de_CH', 'Schiff']) },
			'"name" has no text in ja or ko, only in de-CH',
		],
		[
			'of a payload item',
			{ payload: [{ key: 'Name', type: 'i18n', value: NAME }] },
			'"payload[0].value" has no text in ja or ko, only in en and de',
		],
	])('an error: %s', (_what, item, message) => {
		const wish = settings({ ...japanese, whenMissing: 'error' });
		const localizing = () => localize(item as Record<string, unknown>, wish);
		expect(localizing).toThrow(LocalizationError);
		expect(localizing).toThrow(message);
	});

	test('a text in a fallback language is not missing', () => {
		expect(localized(NAME, { language: 'ja', whenMissing: 'error' })).toBe('Ship');
	});

	test('an enum never is', () => {
		expect(localized(STATUS, { ...japanese, whenMissing: 'error' })).toBe('Shipped');
	});

	test('a blank text in the language gives way to the fallback', () => {
		expect(localized(texts(['DE', ' '], ['EN', 'Ship']), { language: 'de' })).toBe('Ship');
	});
});

describe('only selected fields', () => {
	const item = {
		name: NAME,
		title: NAME,
		list: [{ name: NAME }],
		data: { name: NAME, sub: { x: NAME } },
	};

	test.each<[string[], unknown]>([
		[['title'], { ...item, title: 'Ship' }],
		[
			['name'],
			{ ...item, name: 'Ship', list: [{ name: 'Ship' }], data: { name: 'Ship', sub: { x: NAME } } },
		],
		[['data.name'], { ...item, data: { name: 'Ship', sub: { x: NAME } } }],
		[['list.name'], { ...item, list: [{ name: 'Ship' }] }],
		[['list[0].name'], { ...item, list: [{ name: 'Ship' }] }],
		[["['title']"], { ...item, title: 'Ship' }],
		[['data["name"]'], { ...item, data: { name: 'Ship', sub: { x: NAME } } }],
		[["$json['data'].name"], { ...item, data: { name: 'Ship', sub: { x: NAME } } }],
		[['$json.list[*].name'], { ...item, list: [{ name: 'Ship' }] }],
		[["data['my name']", '[', 'data[', "['"], item],
		[['data'], { ...item, data: { name: 'Ship', sub: { x: 'Ship' } } }],
		[['x', ' title '], { ...item, title: 'Ship', data: { name: NAME, sub: { x: 'Ship' } } }],
		[['other', '', '__proto__', 'constructor'], item],
		[[], item],
	])('%j', (fields, expected) => {
		expect(localize(item, settings({ fields }))).toEqual(expected);
	});
});

describe('in a new field', () => {
	test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		['beside the old', { name: NAME }, { name: NAME, name_en: 'Ship' }],
		['at any depth', { a: [{ name: NAME }] }, { a: [{ name: NAME, name_en: 'Ship' }] }],
		[
			'for a list of texts',
			{ names: [NAME, NAME] },
			{ names: [NAME, NAME], names_en: ['Ship', 'Ship'] },
		],
		[
			'for a list in a list',
			{ names: [[NAME], 7] },
			{ names: [[NAME], 7], names_en: [['Ship'], 7] },
		],
		['for an enum', { status: STATUS }, { status: STATUS, status_en: 'Shipped' }],
		[
			'in a payload item',
			{ payload: [{ key: 'Name', type: 'i18n', value: NAME }] },
			{ payload: [{ key: 'Name', type: 'i18n', value: NAME, value_en: 'Ship' }] },
		],
		[
			'beside one of its name',
			{ name: NAME, name_en: 'mine', name_en_2: 'mine, too' },
			{ name: NAME, name_en: 'mine', name_en_2: 'mine, too', name_en_3: 'Ship' },
		],
		[
			'for rows',
			{ translations: [{ locale: 'en', title: '<b>x</b>' }] },
			{
				translations: [{ locale: 'en', title: '<b>x</b>' }],
				translations_en: { locale: 'en', title: 'x' },
			},
		],
		['for fields per language', { a__i18n__en: 'x' }, { a__i18n__en: 'x', a_en: 'x' }],
	])('%s', (_what, item, expected) => {
		const wish = settings({ suffix: '_en', shapes: [...DEFAULT_SHAPES, 'fieldNames'] });
		const once = localize(item, wish);
		expect(once).toEqual(expected);
		expect(localize(once, wish)).toEqual(expected);
	});
});

describe('the report', () => {
	const item = {
		name: NAME,
		list: [{ title: texts(['fr', 'Navire']) }],
		status: STATUS,
		RewardExternalName: texts(),
	};

	test('tells language and fallback', () => {
		expect(localize(item, settings({ language: 'de-CH', report: true })).localization).toEqual({
			name: { language: 'DE', fallback: false },
			'list[0].title': { language: 'fr', fallback: true },
			status: { language: 'de', fallback: false },
			RewardExternalName: { language: null, fallback: true },
		});
	});

	test('stays when there is nothing more to do', () => {
		const wish = settings({ language: 'de', report: true });
		const once = localize(item, wish);
		expect(localize(once, wish)).toEqual(once);
	});

	test.each<[string, unknown]>([
		['a text', 'en-US'],
		['an object', { language: 'en', currency: 'EUR' }],
	])('has another name where the item has a field of its own: %s', (_what, localization) => {
		const wish = settings({ report: true });
		const once = localize({ localization, name: NAME }, wish);
		const name = { language: 'EN', fallback: false };
		expect(once).toEqual({ localization, name: 'Ship', localization_2: { name } });
		expect(localize(once, wish)).toEqual(once);
	});

	test('is empty for an item without localized values', () => {
		expect(localize({ a: 1 }, settings({ report: true }))).toEqual({ a: 1, localization: {} });
	});
});
