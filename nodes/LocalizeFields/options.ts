import { isJsonObject, type JsonObject } from '../../json/object';
import type { AmountField } from '../../localization/format-fields';
import type { OwnLabel } from '../../localization/enums/own-labels';
import {
	choice,
	collectionOf,
	converted,
	names,
	readParameters,
	text,
	toggle,
	type Parameter,
	type ValuesOf,
} from '../parameter';
import { rows } from './rows';
import { shapes } from './shapes';

const amounts: Parameter<AmountField[]> = converted(
	rows(
		{
			displayName: 'Format Amounts',
			placeholder: 'Add Amount',
			description:
				'Fields that hold an amount of money, to be written as is usual in the language, such as 25,36 CA$',
		},
		'Amount',
		{
			field: text({
				displayName: 'Field',
				default: '',
				placeholder: 'order_totalPayment',
				description: 'Name of the field, or path to it',
			}),
			currency: text({
				displayName: 'Currency',
				default: '',
				placeholder: 'order_currencyCode',
				description:
					'The currency as three letters, such as CAD, or the name of the field that holds them. Where it is unknown, the amount stays.',
			}),
			unit: choice({
				displayName: 'Unit',
				default: 'main',
				description: 'What the field counts',
				options: [
					{ name: 'Main Unit', value: 'main', description: 'Such as dollars: 25.36' },
					{
						name: 'Smallest Unit',
						value: 'smallest',
						description: 'Such as cents: 2536, which is 25.36, by the decimals of ISO 4217',
					},
				],
			}),
		},
	),
	(all) =>
		all
			.map(({ field, currency, unit }) => ({
				field: field.trim(),
				currency: currency.trim(),
				unit,
			}))
			.filter(({ field, currency }) => field !== '' && currency !== ''),
);

const labels: Parameter<OwnLabel[]> = rows(
	{
		displayName: 'Labels',
		placeholder: 'Add Label',
		description:
			'Your own labels for coded values and for plain text fields, such as the card_type of Komo',
	},
	'Label',
	{
		field: text({
			displayName: 'Field',
			default: '',
			placeholder: 'card_type',
			description: 'Name of the field, or path to it. Leave empty for all fields.',
		}),
		value: text({
			displayName: 'Value',
			default: '',
			placeholder: 'WatchToWin',
			description: 'The value as the vendor sends it; case does not matter',
		}),
		language: text({
			displayName: 'Language',
			default: '',
			placeholder: 'en',
			description: 'The language of the label. Leave empty for all languages.',
		}),
		label: text({
			displayName: 'Label',
			default: '',
			placeholder: 'Watch and win',
			description: 'The text to put in its place',
		}),
	},
);

const DEFAULT_SUFFIX = '_localized';

const parameters = {
	report: toggle({
		displayName: 'Add a Report',
		default: false,
		description:
			'Whether to add the field "localization", or "localization_2" where the item has one of its own. It tells for each localized field which language it got, whether that is a fallback, and whether it differs from the one wanted in script or region.',
	}),
	destination: choice({
		displayName: 'Destination',
		default: 'replace',
		description: 'Where to put the plain values',
		options: [
			{ name: 'In Place', value: 'replace', description: 'In the place of the localized values' },
			{
				name: 'New Field',
				value: 'newField',
				description:
					'In a field beside each, whose name ends in the suffix, and in _2 where there is such a field already',
			},
		],
	}),
	amounts,
	dates: toggle({
		displayName: 'Format Dates',
		default: false,
		description:
			'Whether to write dates and times as is usual in the language. Only what is surely one changes: a date as 2025-03-01, a time with its time zone, and numbers in fields that a vendor documents as times.',
	}),
	numbers: names({
		displayName: 'Format Numbers',
		requiresDataPath: 'multiple',
		default: '',
		placeholder: 'XpBalance, data.Balance',
		description:
			'Names of fields, or paths to them, whose numbers to write as is usual in the language, separated by commas',
	}),
	html: choice({
		displayName: 'HTML in Texts',
		default: 'text',
		description: 'What becomes of HTML in a localized text',
		options: [
			{ name: 'Keep', value: 'keep', description: 'Leave it as it is' },
			{ name: 'Markdown', value: 'markdown', description: 'Write it as Markdown' },
			{
				name: 'Plain Text',
				value: 'text',
				description: 'Leave only the text, with its paragraphs, lists and links',
			},
			{ name: 'Slack', value: 'slack', description: "Write it as Slack's mrkdwn" },
		],
	}),
	labels,
	mergeRows: toggle({
		displayName: 'Merge Rows of Translations',
		default: false,
		description:
			"Whether rows of translations, as of Directus, Vendure, Strapi or Shopify, put their texts in the place of the record's own",
	}),
	suffix: converted(
		text({
			displayName: 'Suffix',
			default: DEFAULT_SUFFIX,
			description: 'What the names of new fields end in',
			displayOptions: { show: { destination: ['newField'] } },
		}),
		(suffix) => suffix || DEFAULT_SUFFIX,
	),
	timeZone: text({
		displayName: 'Time Zone',
		default: '',
		placeholder: 'Europe/Zurich',
		description: 'The time zone to write times in. Leave empty for that of the workflow.',
		displayOptions: { show: { dates: [true] } },
	}),
	shapes,
};

/** What a few users need, under one name. */
export const options: Parameter<ValuesOf<typeof parameters>> = {
	property: {
		displayName: 'Options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: collectionOf(parameters),
	},
	read: (set) => {
		const ofUser: JsonObject = isJsonObject(set) ? set : {};
		return readParameters(parameters, (name) => ofUser[name]);
	},
};
