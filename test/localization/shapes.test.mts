import { describe, expect, test } from '@jest/globals';

import type { PlainObject } from '../../json/object';
import type { ShapeFamily } from '../../localization/shapes/shape';
import { DEFAULT_SHAPES, localize, localized, settings } from './localized.mjs';
import { examples, type Example } from './shape-examples.mjs';

function shapesFor({ shape }: Example): { shapes: ShapeFamily[] } {
	return { shapes: shape ? [...DEFAULT_SHAPES, shape] : [...DEFAULT_SHAPES] };
}

describe('a localized value of', () => {
	test.each(examples)('$product becomes plain', (example) => {
		expect(localized(example.value, { language: 'de', ...shapesFor(example) })).toEqual(
			example.german,
		);
	});

	test.each(examples.filter(({ japanese }) => japanese !== undefined))(
		'$product has a text for other languages',
		(example) => {
			const wish = { language: 'ja', fallbackLanguages: '', ...shapesFor(example) };
			expect(localized(example.value, wish)).toEqual(example.japanese);
		},
	);

	test.each(examples)('$product is found in lists and at any depth', (example) => {
		const wish = settings({ language: 'de', ...shapesFor(example) });
		const item = { event: { list: [{ name: example.value, id: 7 }] }, plain: 'x' };
		expect(localize(item, wish)).toEqual({
			event: { list: [{ name: example.german, id: 7 }] },
			plain: 'x',
		});
	});

	test.each(examples.filter(({ shape }) => shape !== undefined))(
		'$product stays as it is until asked for',
		({ value }) => {
			expect(localized(value, { language: 'de' })).toBe(value);
		},
	);
});

test('the name of a language in several is a translation', () => {
	const name = { en: 'German', de: 'Deutsch' };
	expect(localized(name, { language: 'de', shapes: ['languageMaps'] })).toBe('Deutsch');
	const entries = [
		{ language: 'en', value: 'English' },
		{ language: 'de', value: 'Englisch' },
	];
	expect(localized(entries, { language: 'de' })).toBe('Englisch');
});

describe('rows of translations', () => {
	test.each([
		[
			'Vendure',
			[
				{ id: 1, languageCode: 'en', name: 'Ship', description: '<p>It floats.</p>' },
				{ id: 2, languageCode: 'de', name: 'Schiff', description: '<p>Es schwimmt.</p>' },
			],
			{ id: 2, languageCode: 'de', name: 'Schiff', description: 'Es schwimmt.' },
		],
		[
			'Directus',
			[
				{ languages_code: 'en-US', title: 'Ship' },
				{ languages_code: { code: 'de-DE', name: 'German' }, title: 'Schiff' },
			],
			{ languages_code: { code: 'de-DE', name: 'German' }, title: 'Schiff' },
		],
		['ikas', [{ locale: 'de', name: 'Größe' }], { locale: 'de', name: 'Größe' }],
		[
			'Saleor',
			[
				{ language: { code: 'EN' }, name: 'Voucher' },
				{ language: { code: 'DE' }, name: 'Gutschein' },
			],
			{ language: { code: 'DE' }, name: 'Gutschein' },
		],
		[
			'Gamanza Data Fetch API, doubly nested',
			{
				translations: [
					{ language: 'EN', name: 'Ship', description: 'It floats.' },
					{ language: 'DE', name: 'Schiff', description: 'Es schwimmt.' },
				],
			},
			{ language: 'DE', name: 'Schiff', description: 'Es schwimmt.' },
		],
	])('%s: the row in the language takes the place of all', (_product, translations, row) => {
		const item = { id: 1, translations };
		expect(localize(item, settings({ language: 'de' }))).toEqual({ id: 1, translations: row });
	});
});

describe('a language in the field name', () => {
	const shapes: ShapeFamily[] = ['fieldNames'];

	test.each([
		[
			'Storyblok',
			{ id: 1, headline: 'Ship', headline__i18n__de: 'Schiff' },
			{ id: 1, headline: 'Schiff' },
			{ id: 1, headline: 'Ship' },
		],
		[
			'Akeneo',
			{ 'label-fr_FR': 'Navire', 'label-de_DE': 'Schiff', 'built-in_XX': 1 },
			{ label: 'Schiff', 'built-in_XX': 1 },
			{ label: 'Navire', 'built-in_XX': 1 },
		],
		[
			'with an underscore',
			{ name_en: 'Ship', name_de: 'Schiff', user_id: 'x', user_is: 'y', a_de: 7, a_en: 8 },
			{ user_id: 'x', user_is: 'y', a_de: 7, a_en: 8, name: 'Schiff' },
			{ user_id: 'x', user_is: 'y', a_de: 7, a_en: 8, name: 'Ship' },
		],
		[
			'with a region',
			{ my_name_pt_BR: 'Navio', my_name_zh_Hant: '船', 'my_name_de-ch': 'Schiff' },
			{ my_name: 'Schiff' },
			{ my_name: 'Navio' },
		],
	])('%s', (_product, item, german, japanese) => {
		expect(localize(item, settings({ shapes, language: 'de' }))).toEqual(german);
		const wish = settings({ shapes, language: 'ja', fallbackLanguages: '' });
		expect(localize({ nested: item }, wish)).toEqual({ nested: japanese });
	});
});

describe('rows of translations merged into their record', () => {
	test.each<[string, PlainObject, PlainObject]>([
		[
			'Vendure',
			{
				id: 1,
				name: 'Ship',
				translations: [
					{ id: 7, languageCode: 'en', name: 'Ship' },
					{ id: 8, languageCode: 'de', name: 'Schiff', createdAt: '2025-01-01' },
				],
			},
			{ id: 1, name: 'Schiff' },
		],
		[
			'Directus',
			{
				id: 1,
				translations: [
					{ id: 7, articles_id: 1, languages_code: 'en-US', title: 'Ship', seo: { words: 3 } },
					{ id: 8, articles_id: 1, languages_code: { code: 'de-DE' }, title: '<b>Schiff</b>' },
				],
			},
			{ id: 1, title: 'Schiff', seo: { words: 3 } },
		],
		[
			'Strapi 5',
			{ title: 'Ship', locale: 'en', localizations: [{ id: 2, title: 'Schiff', locale: 'de' }] },
			{ title: 'Schiff', locale: 'de' },
		],
		[
			'Strapi 4',
			{
				title: 'Ship',
				locale: 'en',
				localizations: { data: [{ id: 2, attributes: { title: 'Schiff', locale: 'de' } }] },
			},
			{ title: 'Schiff', locale: 'de' },
		],
		[
			'Shopify',
			{
				title: 'Ship',
				translations: [
					{ key: 'title', locale: 'de', value: 'Schiff', outdated: false },
					{ key: 'title', locale: 'fr', value: 'Navire', outdated: false },
				],
			},
			{ title: 'Schiff' },
		],
		[
			'no numbers and switches',
			{
				sort: 1,
				draft: true,
				translations: [{ locale: 'de', name: 'Schiff', sort: 2, draft: false }],
			},
			{ sort: 1, draft: true, name: 'Schiff' },
		],
		[
			'texts of the record for readers of another language',
			{ name: 'Ship', translations: [{ locale: 'fr', name: 'Navire' }] },
			{ name: 'Ship' },
		],
	])('%s', (_product, record, expected) => {
		const wish = settings({ language: 'de', mergeRows: true });
		expect(localize({ list: [record] }, wish)).toEqual({ list: [expected] });
		expect(localize(expected, wish)).toEqual(expected);
	});

	test('stay where they are in new fields', () => {
		const item = { name: 'Ship', translations: [{ locale: 'de', name: 'Schiff' }] };
		const wish = settings({ language: 'de', mergeRows: true, suffix: '_de' });
		expect(localize(item, wish)).toEqual({ ...item, name_de: 'Schiff' });
	});
});

test('FHIR’s translations take the place of the text that they are beside', () => {
	const translation = (lang: string, content: string) => ({
		url: 'http://hl7.org/fhir/StructureDefinition/translation',
		extension: [
			{ url: 'lang', valueCode: lang },
			{ url: 'content', valueString: content },
		],
	});
	const extension = [translation('de', 'Schiff'), translation('fr', 'Navire')];
	const item = { title: 'Ship', _title: { extension }, _status: { id: 'x' } };
	expect(localize(item, settings({ language: 'de' }))).toEqual({
		title: 'Schiff',
		_status: { id: 'x' },
	});
	expect(localize(item, settings({ language: 'ja' }))).toMatchObject({ title: 'Ship' });
});

describe('a text beside its translations is the default', () => {
	test.each([
		['commercetools', { name: 'Ship', nameAllLocales: [{ locale: 'fr', value: 'Navire' }] }],
		['ActivityStreams', { name: 'Ship', nameMap: { fr: 'Navire', it: 'Nave' } }],
	])('%s', (_product, item) => {
		const wish = settings({ language: 'de', shapes: [...DEFAULT_SHAPES, 'languageMaps'] });
		expect(Object.values(localize(item, wish))).toEqual(['Ship', 'Ship']);
	});
});
