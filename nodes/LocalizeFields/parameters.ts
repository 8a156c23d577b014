import { choice, names, type Parameter } from '../parameter';
import { languageChoices } from './language-choices';
import { options } from './options';

const anything = (value: unknown) => value;

/** What the editor shows as filled by the model. */
const FILLED_BY_MODEL =
	"={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('Data', `The JSON to localize: an object, or a list of objects`, 'json') }}";

const data: Parameter<unknown> = {
	property: {
		displayName: 'Data',
		type: 'string',
		default: FILLED_BY_MODEL,
		description:
			'The JSON to localize, an object or a list of objects, which the model fills in. It comes back with plain values.',
		displayOptions: { show: { '@tool': [true] } },
	},
	read: anything,
};

const language: Parameter<unknown> = {
	property: {
		displayName: 'Language',
		type: 'options',
		allowArbitraryValues: true,
		default: 'en',
		description:
			"The language to write texts in. It is found by its name or tag, such as de-CH. With an expression each item can have its own, for example its player's; a list or an Accept-Language header is understood, and where there is nothing to read, the fallback languages are used.",
		hint: 'For one that is not in the list, switch to Expression and write its tag, such as gsw',
		options: languageChoices,
	},
	read: anything,
};

const fallbackLanguages: Parameter<unknown> = {
	property: {
		displayName: 'Fallback Languages',
		type: 'string',
		default: 'en',
		placeholder: 'en, de',
		description: 'Languages to look for next, in this order, separated by commas',
	},
	read: anything,
};

const whenMissing = choice({
	displayName: 'When a Text Is Missing',
	default: 'firstAvailable',
	description: 'What to do with a field that has no text in any of these languages',
	options: [
		{
			name: 'Use Another Language',
			value: 'firstAvailable',
			description:
				'Take a text in a related language, else the first that the field has, or an empty text if it has none',
		},
		{ name: 'Leave It Empty', value: 'empty', description: 'Put an empty text' },
		{ name: 'Keep All Languages', value: 'keep', description: 'Leave the field as it came in' },
		{
			name: 'Stop With an Error',
			value: 'error',
			description: 'Fail, naming the field and the languages it has',
		},
	],
});

const fields = choice({
	displayName: 'Fields',
	default: 'all',
	description: 'Which fields to localize',
	options: [
		{
			name: 'All Localized Fields',
			value: 'all',
			description: 'Find texts in several languages and coded values wherever they are in an item',
		},
		{
			name: 'Selected Fields',
			value: 'selected',
			description: 'Only the fields named below, with all that is in them',
		},
	],
});

const fieldNames = names({
	displayName: 'Field Names',
	requiresDataPath: 'multiple',
	default: '',
	placeholder: 'ProductExternalName, data.OrderStatus',
	description:
		"Names of fields, or paths to them such as data['my field'], separated by commas. A text that is a documented code, such as the card_type of Komo, gets its label if you name its field here.",
	displayOptions: { show: { fields: ['selected'] } },
});

const enumOutput = choice({
	displayName: 'Coded Values As',
	default: 'label',
	description:
		'What becomes of a coded value such as an order status. Those that the vendors document have labels in English, German, French, Italian, Spanish, Portuguese, Dutch, Swedish, Polish and Turkish; your own go under Options > Labels.',
	options: [
		{
			name: 'Label',
			value: 'label',
			description: 'The label in the language, such as "Out of stock"',
		},
		{
			name: 'Value',
			value: 'value',
			description: 'The code, such as "out_of_stock", to compare with in later nodes',
		},
		{
			name: 'Value and Label',
			value: 'both',
			description: 'An object with "value" and "label"',
		},
	],
});

/** The parameters that make a localizer; the language is read for each item. */
export const ofSettings = {
	fallbackLanguages,
	whenMissing,
	fields,
	fieldNames,
	enumOutput,
	options,
};

/** The parameters of the node, in the order in which they are shown. */
export const parameters = { data, language, ...ofSettings };
