import type { ShapeFamily } from '../../localization/shapes/shape';
import { choices, converted, type Parameter } from '../parameter';

const SHAPES = [
	{
		name: 'Coded Values of Other Products',
		value: 'enums',
		description: 'A key with labels per language, as of commercetools, Akeneo or Dataverse',
	},
	{
		name: 'Documented Codes in Plain Text',
		value: 'documentedCodes',
		description:
			'Texts such as "success" in the field result of Appcharge, which nodes further on may compare with',
	},
	{
		name: 'Gamanza Engage',
		value: 'gamanza',
		description: 'The i18n and enum values of Gamanza Engage, flattened or as sent',
	},
	{
		name: 'JSON-LD',
		value: 'jsonLd',
		description: 'Objects with @value and @language, and lists of them',
	},
	{
		name: 'Keys With One Label',
		value: 'labelledKeys',
		description: 'Objects with nothing but "key" and "label"',
	},
	{
		name: 'Language in the Field Name',
		value: 'fieldNames',
		description: 'Fields such as name_de, headline__i18n__de or label-fr_FR become one',
	},
	{
		name: 'Lists of Language Entries',
		value: 'languageEntries',
		description:
			'Lists of objects with a language and a text, and rows of translations, as of commercetools, Google, Shopify or Directus',
	},
	{
		name: 'Maps by Country',
		value: 'countryMaps',
		description: 'Objects such as { "GB": "ship", "DE": "Schiff" }',
	},
	{
		name: 'Maps by Language',
		value: 'languageMaps',
		description:
			'Objects such as { "en": "ship", "de": "Schiff" }. Some names of ordinary fields are languages too.',
	},
] as const;

type Choice = (typeof SHAPES)[number]['value'];

/** To localization, a vendor's own shapes are any vendor's. */
const familyOf = (shape: Choice): ShapeFamily => (shape === 'gamanza' ? 'vendors' : shape);

/** Which shapes of localized values count. */
export const shapes: Parameter<ShapeFamily[]> = converted(
	choices({
		displayName: 'What Counts as Localized',
		default: ['enums', 'gamanza', 'jsonLd', 'languageEntries'] satisfies Choice[],
		description: 'The forms of localized texts and of coded values that are recognized',
		options: SHAPES,
	}),
	(chosen) =>
		SHAPES.filter(({ value }) => chosen.includes(value)).map(({ value }) => familyOf(value)),
);
