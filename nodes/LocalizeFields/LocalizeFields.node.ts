import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { ItemLocalizer } from './item-localizer';
import { languageChoices } from './language-choices';
import { localizeFieldsError } from './localize-fields-error';

export class LocalizeFields implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Localize Fields',
		name: 'localizeFields',
		icon: {
			light: 'file:../../icons/localize-fields.svg',
			dark: 'file:../../icons/localize-fields.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ "to " + $parameter["language"] }}',
		description: 'Turn texts in many languages and coded values into plain text in one language',
		defaults: { name: 'Localize Fields' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{
				displayName: 'Language',
				name: 'language',
				type: 'options',
				allowArbitraryValues: true,
				default: 'en',
				description:
					"The language to write texts in. Any language tag such as de-CH can be typed. With an expression each item can have its own, for example its player's; a list or an Accept-Language header is understood, and where there is nothing to read, the fallback languages are used.",
				options: languageChoices,
			},
			{
				displayName: 'Fallback Languages',
				name: 'fallbackLanguages',
				type: 'string',
				default: 'en',
				placeholder: 'en, de',
				description: 'Languages to look for next, in this order, separated by commas',
			},
			{
				displayName: 'When a Text Is Missing',
				name: 'whenMissing',
				type: 'options',
				default: 'firstAvailable',
				description: 'What to do with a field that has no text in any of these languages',
				options: [
					{
						name: 'Use Another Language',
						value: 'firstAvailable',
						description:
							'Take a text in a related language, else the first that the field has, or an empty text if it has none',
					},
					{
						name: 'Leave It Empty',
						value: 'empty',
						description: 'Put an empty text',
					},
					{
						name: 'Keep All Languages',
						value: 'keep',
						description: 'Leave the field as it came in',
					},
					{
						name: 'Stop With an Error',
						value: 'error',
						description: 'Fail, naming the field and the languages it has',
					},
				],
			},
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'options',
				default: 'all',
				options: [
					{
						name: 'All Localized Fields',
						value: 'all',
						description:
							'Find texts in several languages and coded values wherever they are in an item',
					},
					{
						name: 'Selected Fields',
						value: 'selected',
						description: 'Only the fields named below, with all that is in them',
					},
				],
			},
			{
				displayName: 'Field Names',
				name: 'fieldNames',
				type: 'string',
				requiresDataPath: 'multiple',
				default: '',
				placeholder: 'ProductExternalName, data.OrderStatus',
				description:
					'Names of fields, or paths to them, separated by commas. A text that is a documented code, such as the card_type of Komo, gets its label if you name its field here.',
				displayOptions: { show: { fields: ['selected'] } },
			},
			{
				displayName: 'Coded Values As',
				name: 'enumOutput',
				type: 'options',
				default: 'label',
				description: 'What becomes of a coded value such as an order status',
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
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Add a Report',
						name: 'report',
						type: 'boolean',
						default: false,
						description:
							'Whether to add the field "localization", which tells for each localized field which language it got, whether that is a fallback, and whether it differs from the one wanted in script or region',
					},
					{
						displayName: 'Destination',
						name: 'destination',
						type: 'options',
						default: 'replace',
						description: 'Where to put the plain values',
						options: [
							{
								name: 'In Place',
								value: 'replace',
								description: 'In the place of the localized values',
							},
							{
								name: 'New Field',
								value: 'newField',
								description: 'In a field beside each, whose name ends in the suffix',
							},
						],
					},
					{
						displayName: 'Format Amounts',
						name: 'amounts',
						type: 'fixedCollection',
						typeOptions: { multipleValues: true },
						placeholder: 'Add Amount',
						default: {},
						description:
							'Fields that hold an amount of money, to be written as is usual in the language, such as 25,36 CA$',
						options: [
							{
								displayName: 'Amount',
								name: 'values',
								values: [
									{
										displayName: 'Field',
										name: 'field',
										type: 'string',
										default: '',
										placeholder: 'order_totalPayment',
										description: 'Name of the field, or path to it',
									},
									{
										displayName: 'Currency',
										name: 'currency',
										type: 'string',
										default: '',
										placeholder: 'order_currencyCode',
										description:
											'The currency as three letters, such as CAD, or the name of the field that holds them. Where it is unknown, the amount stays.',
									},
									{
										displayName: 'Unit',
										name: 'unit',
										type: 'options',
										default: 'main',
										description: 'What the field counts',
										options: [
											{
												name: 'Main Unit',
												value: 'main',
												description: 'Such as dollars: 25.36',
											},
											{
												name: 'Smallest Unit',
												value: 'smallest',
												description:
													'Such as cents: 2536, which is 25.36, by the decimals of ISO 4217',
											},
										],
									},
								],
							},
						],
					},
					{
						displayName: 'Format Dates',
						name: 'dates',
						type: 'boolean',
						default: false,
						description:
							'Whether to write dates and times as is usual in the language. Only what is surely one changes: a date as 2025-03-01, a time with its time zone, and numbers in fields that a vendor documents as times.',
					},
					{
						displayName: 'Format Numbers',
						name: 'numbers',
						type: 'string',
						requiresDataPath: 'multiple',
						default: '',
						placeholder: 'XpBalance, data.Balance',
						description:
							'Names of fields, or paths to them, whose numbers to write as is usual in the language, separated by commas',
					},
					{
						displayName: 'HTML in Texts',
						name: 'html',
						type: 'options',
						default: 'text',
						description: 'What becomes of HTML in a localized text',
						options: [
							{
								name: 'Keep',
								value: 'keep',
								description: 'Leave it as it is',
							},
							{
								name: 'Markdown',
								value: 'markdown',
								description: 'Write it as Markdown',
							},
							{
								name: 'Plain Text',
								value: 'text',
								description: 'Leave only the text, with its paragraphs, lists and links',
							},
							{
								name: 'Slack',
								value: 'slack',
								description: "Write it as Slack's mrkdwn",
							},
						],
					},
					{
						displayName: 'Labels',
						name: 'labels',
						type: 'fixedCollection',
						typeOptions: { multipleValues: true },
						placeholder: 'Add Label',
						default: {},
						description:
							'Your own labels for coded values and for plain text fields, such as the card_type of Komo',
						options: [
							{
								displayName: 'Label',
								name: 'values',
								values: [
									{
										displayName: 'Field',
										name: 'field',
										type: 'string',
										default: '',
										placeholder: 'card_type',
										description: 'Name of the field, or path to it. Leave empty for all fields.',
									},
									{
										displayName: 'Value',
										name: 'value',
										type: 'string',
										default: '',
										placeholder: 'WatchToWin',
										description: 'The value as the vendor sends it; case does not matter',
									},
									{
										displayName: 'Language',
										name: 'language',
										type: 'string',
										default: '',
										placeholder: 'en',
										description: 'The language of the label. Leave empty for all languages.',
									},
									{
										displayName: 'Label',
										name: 'label',
										type: 'string',
										default: '',
										placeholder: 'Watch and win',
										description: 'The text to put in its place',
									},
								],
							},
						],
					},
					{
						displayName: 'Merge Rows of Translations',
						name: 'mergeRows',
						type: 'boolean',
						default: false,
						description:
							"Whether rows of translations, as of Directus, Vendure, Strapi or Shopify, put their texts in the place of the record's own",
					},
					{
						displayName: 'Suffix',
						name: 'suffix',
						type: 'string',
						default: '_localized',
						description: 'What the names of new fields end in',
						displayOptions: { show: { destination: ['newField'] } },
					},
					{
						displayName: 'Time Zone',
						name: 'timeZone',
						type: 'string',
						default: '',
						placeholder: 'Europe/Zurich',
						description: 'The time zone to write times in. Leave empty for that of the workflow.',
						displayOptions: { show: { dates: [true] } },
					},
					{
						displayName: 'What Counts as Localized',
						name: 'shapes',
						type: 'multiOptions',
						default: ['enums', 'gamanza', 'jsonLd', 'languageEntries'],
						description: 'The forms of localized texts and of coded values that are recognized',
						options: [
							{
								name: 'Coded Values of Other Products',
								value: 'enums',
								description:
									'A key with labels per language, as of commercetools, Akeneo or Dataverse',
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
								description: 'Fields such as headline__i18n__de or label-fr_FR become one',
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
						],
					},
				],
			},
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output: INodeExecutionData[] = [];
		const localizer = new ItemLocalizer(this);
		for (const [index, item] of this.getInputData().entries()) {
			const pairedItem = { item: index };
			try {
				const json = localizer.localize(item.json, index) as IDataObject;
				output.push({ ...item, json, pairedItem });
			} catch (error) {
				const nodeError = localizeFieldsError(this.getNode(), error, index);
				if (!this.continueOnFail()) throw nodeError;
				output.push({ json: { error: nodeError.message }, pairedItem });
			}
		}
		return [output];
	}
}
