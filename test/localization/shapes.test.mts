import { describe, expect, test } from '@jest/globals';

import type { PlainObject } from '../../json/object';
import type { ShapeFamily } from '../../localization/shapes/shape';
import { DEFAULT_SHAPES, localize, localized, settings } from './localized.mjs';

interface Example {
	readonly product: string;
	readonly value: unknown;
	readonly german: unknown;
	/** For a language that is not there, with no fallback. */
	readonly japanese?: unknown;
	/** A family that is off until asked for. */
	readonly shape?: ShapeFamily;
}

const examples: Example[] = [
	{
		product: 'Gamanza Engage, i18n value',
		value: {
			languages: [
				{ language: 'EN', value: 'Ship' },
				{ language: 'de', value: 'Schiff' },
			],
		},
		german: 'Schiff',
		japanese: 'Ship',
	},
	{
		product: 'Propeller Commerce, one text',
		value: [
			{ language: 'EN', value: 'Ship' },
			{ language: 'DE', value: 'Schiff' },
		],
		german: 'Schiff',
	},
	{
		product: 'Propeller Commerce, several texts',
		value: [
			{ language: 'EN', values: ['boat', 'ship'] },
			{ language: 'DE', values: ['Boot', 'Schiff'] },
		],
		german: ['Boot', 'Schiff'],
	},
	{
		product: 'commercetools GraphQL, all locales',
		value: [
			{ __typename: 'LocalizedString', locale: 'en', value: 'Ship' },
			{ __typename: 'LocalizedString', locale: 'de-DE', value: 'Schiff' },
		],
		german: 'Schiff',
	},
	{
		product: 'NCR Voyix',
		value: {
			values: [
				{ locale: 'en-US', value: 'Ship' },
				{ locale: 'de-DE', value: 'Schiff' },
			],
		},
		german: 'Schiff',
	},
	{
		product: 'Google Wallet, translated',
		value: {
			kind: 'walletobjects#localizedString',
			translatedValues: [
				{ kind: 'walletobjects#translatedString', language: 'de-AT', value: 'Schiff' },
			],
			defaultValue: { kind: 'walletobjects#translatedString', language: 'en', value: 'Ship' },
		},
		german: 'Schiff',
		japanese: 'Ship',
	},
	{
		product: 'Google Wallet, default only',
		value: { defaultValue: { language: 'en-US', value: 'Ship' } },
		german: 'Ship',
		japanese: 'Ship',
	},
	{
		product: 'Sanity, language in the key',
		value: [
			{ _key: 'en', _type: 'internationalizedArrayStringValue', value: 'ship' },
			{ _key: 'de', _type: 'internationalizedArrayStringValue', value: 'Schiff' },
		],
		german: 'Schiff',
	},
	{
		product: 'Sanity, language in a field',
		value: [
			{ _key: 'b1c2', language: 'en', value: 'ship' },
			{ _key: 'a3d4', language: 'de', value: 'Schiff' },
		],
		german: 'Schiff',
	},
	{
		product: 'Amazon SP-API, one text a market',
		value: [
			{ value: 'Ship', language_tag: 'en_US', marketplace_id: 'M1' },
			{ value: 'Schiff', language_tag: 'de_DE', marketplace_id: 'M2' },
		],
		german: 'Schiff',
	},
	{
		product: 'Amazon SP-API, bullet points',
		value: [
			{ value: 'robust', language_tag: 'de_DE', marketplace_id: 'M2' },
			{ value: 'leicht', language_tag: 'de_DE', marketplace_id: 'M2' },
		],
		german: ['robust', 'leicht'],
	},
	{
		product: 'Akeneo, value per locale',
		value: [
			{ locale: 'en_US', scope: null, data: 'Ship' },
			{ locale: 'de_DE', scope: null, data: 'Schiff' },
		],
		german: 'Schiff',
	},
	{
		product: 'Akeneo, value per channel',
		value: [
			{ locale: 'de_DE', scope: 'web', data: 'Schiff' },
			{ locale: 'de_DE', scope: 'print', data: 'Schiffe' },
		],
		german: 'Schiff',
	},
	{
		product: 'Dataverse label',
		value: {
			'@odata.type': 'Microsoft.Dynamics.CRM.Label',
			LocalizedLabels: [
				{ Label: 'Ship', LanguageCode: 1033, IsManaged: true, MetadataId: 'm', HasChanged: null },
				{ Label: 'Schiff', LanguageCode: 1031, IsManaged: true, MetadataId: 'n', HasChanged: null },
			],
			UserLocalizedLabel: {
				Label: 'Ship',
				LanguageCode: 1033,
				IsManaged: true,
				MetadataId: 'm',
				HasChanged: null,
			},
		},
		german: 'Schiff',
		japanese: 'Ship',
	},
	{
		product: 'Directus field translations',
		value: [
			{ language: 'en-US', translation: 'Ship' },
			{ language: 'de-DE', translation: 'Schiff' },
		],
		german: 'Schiff',
	},
	{
		product: 'Oracle Cloud',
		value: [{ canonicalValue: ['ship'], locale: 'de', value: 'Schiff' }],
		german: 'Schiff',
	},
	{
		product: 'Google Maps, single text',
		value: { text: 'Schiff', languageCode: 'de' },
		german: 'Schiff',
		japanese: 'Schiff',
	},
	{
		product: 'Wikidata labels',
		value: {
			en: { language: 'en', value: 'ship' },
			de: { language: 'de', value: 'Schiff' },
		},
		german: 'Schiff',
	},
	{
		product: 'Wikidata aliases',
		value: {
			en: [{ language: 'en', value: 'boat' }],
			de: [
				{ language: 'de', value: 'Boot' },
				{ language: 'de', value: 'Kahn' },
			],
		},
		german: ['Boot', 'Kahn'],
	},
	{
		product: 'LinkedIn',
		value: {
			localized: { en_US: 'Ship', de_DE: 'Schiff' },
			preferredLocale: { country: 'US', language: 'en' },
		},
		german: 'Schiff',
		japanese: 'Ship',
	},
	{
		product: 'JSON-LD, list',
		value: [
			{ '@value': 'Ship', '@language': 'en' },
			{ '@value': 'Schiff', '@language': 'de' },
		],
		german: 'Schiff',
	},
	{
		product: 'JSON-LD, one string',
		value: { '@value': 'Schiff', '@language': 'de' },
		german: 'Schiff',
	},
	{
		product: 'JSON-LD, with a string of no language',
		value: ['Ship 7', { '@value': 'Schiff 7', '@language': 'de' }],
		german: 'Schiff 7',
		japanese: 'Ship 7',
	},
	{
		product: 'JSON-LD, language null',
		value: [
			{ '@value': 'Schiff 7', '@language': 'de' },
			{ '@value': 'Ship 7', '@language': null },
		],
		german: 'Schiff 7',
		japanese: 'Ship 7',
	},
	{
		product: 'GTFS',
		value: { translation: [{ text: 'Ship' }, { text: 'Schiff', language: 'de' }] },
		german: 'Schiff',
		japanese: 'Ship',
	},
	{
		product: 'PlayFab',
		value: { NEUTRAL: 'Ship', de: 'Schiff' },
		german: 'Schiff',
		japanese: 'Ship',
	},
	{
		product: 'GTFS, no language',
		value: { translation: [{ text: 'Ship' }] },
		german: 'Ship',
		japanese: 'Ship',
	},
	{
		product: 'PlayFab, no language',
		value: { NEUTRAL: 'Ship' },
		german: 'Ship',
		japanese: 'Ship',
	},
	{
		product: 'Drupal',
		value: [
			{ value: 'Ship', langcode: 'en' },
			{ value: 'Schiff', langcode: 'de' },
		],
		german: 'Schiff',
	},
	{
		product: 'FHIR, designations',
		value: [
			{ language: 'en', use: { code: 'display' }, value: 'Ship' },
			{ language: 'de', use: { code: 'display' }, value: 'Schiff' },
		],
		german: 'Schiff',
	},
	{
		product: 'Shopify translations',
		value: [
			{ key: 'title', locale: 'en', value: 'Ship', outdated: false },
			{ key: 'title', locale: 'de', value: 'Schiff', outdated: false },
			{ key: 'body', locale: 'de', value: 'Fährt.', outdated: false },
		],
		german: { title: 'Schiff', body: 'Fährt.' },
	},
	{
		product: 'Huawei Wallet string table',
		value: [
			{ key: 'label_a', language: 'zh-cn', value: '船' },
			{ key: 'label_a', language: 'de', value: 'Schiff' },
		],
		german: { label_a: 'Schiff' },
	},
	{
		product: 'commercetools, map',
		value: { en: 'Ship', 'de-CH': 'Schiff' },
		german: 'Schiff',
		shape: 'languageMaps',
	},
	{
		product: 'Contentful, value that is no text',
		value: { 'en-US': { sys: { id: '1' } }, 'de-DE': { sys: { id: '2' } } },
		german: { sys: { id: '2' } },
		shape: 'languageMaps',
	},
	{
		product: 'OneSignal, scripts',
		value: { en: 'Ship', 'zh-Hans': '船', de: 'Schiff' },
		german: 'Schiff',
		shape: 'languageMaps',
	},
	{
		product: 'OS.js, underscores',
		value: { en_EN: 'Ship', de_DE: 'Schiff' },
		german: 'Schiff',
		shape: 'languageMaps',
	},
	{
		product: 'AbracadaRoom, prefixed keys',
		value: { 'lang:de': 'Schiff', 'lang:en': 'Ship' },
		german: 'Schiff',
		shape: 'languageMaps',
	},
	{
		product: 'IIIF, lists of texts',
		value: { en: ['Ship'], de: ['Schiff'], none: ['Schiff 7'] },
		german: ['Schiff'],
		japanese: ['Schiff 7'],
		shape: 'languageMaps',
	},
	{
		product: 'JSON-LD, language map',
		value: { '@none': 'Hospital', de: 'Spital' },
		german: 'Spital',
		japanese: 'Hospital',
		shape: 'languageMaps',
	},
	{
		product: 'Mapp, by country',
		value: { GB: 'ship', DE: 'Schiff' },
		german: 'Schiff',
		shape: 'countryMaps',
	},
	{
		product: 'commercetools, localized enum',
		value: { key: 'small', label: { en: 'Small', de: 'Klein' } },
		german: 'Klein',
	},
	{
		product: 'commercetools GraphQL, enum in all locales',
		value: { key: 'small', label: 'Small', labelAllLocales: [{ locale: 'de', value: 'Klein' }] },
		german: 'Klein',
	},
	{
		product: 'commercetools GraphQL, enum',
		value: { key: 'small', label: 'Small' },
		german: 'Small',
		shape: 'labelledKeys',
	},
	{
		product: 'DJUST',
		value: {
			value: 'PICKUP',
			enumValues: [
				{ key: 'DROP', labels: { 'de-DE': 'Ablage' } },
				{ key: 'PICKUP', labels: { 'de-DE': 'Abholung', 'en-GB': 'Collect' } },
			],
		},
		german: 'Abholung',
	},
	{
		product: 'Akeneo, simple select',
		value: [
			{
				locale: null,
				scope: null,
				data: 'red',
				linked_data: { attribute: 'color', code: 'red', labels: { en_US: 'Red', de_DE: 'Rot' } },
			},
		],
		german: 'Rot',
	},
	{
		product: 'Dataverse choice',
		value: {
			Value: 1,
			Label: {
				LocalizedLabels: [
					{ Label: 'Red', LanguageCode: 1033 },
					{ Label: 'Rot', LanguageCode: 1031 },
				],
			},
		},
		german: 'Rot',
	},
];

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
