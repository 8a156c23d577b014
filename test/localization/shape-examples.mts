import type { ShapeFamily } from '../../localization/shapes/shape';

/** A localized value as a product sends it. */
export interface Example {
	readonly product: string;
	readonly value: unknown;
	readonly german: unknown;
	/** For a language that is not there, with no fallback. */
	readonly japanese?: unknown;
	/** A family that is off until asked for. */
	readonly shape?: ShapeFamily;
}

export const examples: readonly Example[] = [
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
