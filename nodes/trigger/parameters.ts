import type { INodeProperties } from 'n8n-workflow';

/** Why a trigger that authenticates nobody is a risk. */
export const unauthenticatedNotice: INodeProperties = {
	displayName:
		'Anyone who learns the webhook URL can start this workflow with made-up events. Choose another authentication if you can, and keep the URL secret.',
	name: 'unauthenticatedNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { authentication: ['none'] } },
};

/** Where the editor shows the credential: right below the choice that asks for one. */
export const credentialsPlace: INodeProperties = {
	displayName: 'Credentials',
	name: 'credentials',
	type: 'credentials',
	default: '',
};

/** The shape of an item. */
export const outputParameter: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'flattened',
	description: 'What an item looks like',
	options: [
		{
			name: 'Flattened',
			value: 'flattened',
			description: 'One field for each value, easy to map in the next nodes',
		},
		{
			name: 'CloudEvents',
			value: 'cloudEvents',
			description: 'CloudEvents 1.0, the same envelope for all vendors',
		},
		{
			name: 'As Sent',
			value: 'asSent',
			description: 'The event as the vendor sent it, in the field "event"',
		},
	],
};

const otherEvents: INodeProperties = {
	displayName: 'Other Events',
	name: 'otherEvents',
	type: 'string',
	default: '',
	placeholder: 'order.*, portal.block.clicked',
	description:
		'Further event names, separated by commas, as the vendor sends them. An asterisk stands for any characters.',
};

const timestampTolerance: INodeProperties = {
	displayName: 'Timestamp Tolerance',
	name: 'timestampTolerance',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 1200,
	description:
		'How many seconds old a signed delivery may be. The default leaves room for a vendor that tries again after 15 minutes. 0 accepts any age, so that a copied delivery can be sent again at any time.',
	displayOptions: { show: { '/authentication': ['signature'] } },
};

const commonOptions: INodeProperties[] = [
	{
		displayName: 'Check Against Catalogue',
		name: 'checkAgainstCatalogue',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the field "schemaIssues" to an event that differs from the vendor\'s documentation, for example after a change at the vendor',
	},
	{
		displayName: 'Drop Duplicates',
		name: 'dropDuplicates',
		type: 'boolean',
		default: true,
		description:
			'Whether to let an event start the workflow only once, also when the vendor sends it again. n8n remembers 10,000 events for 24 hours, until it is restarted.',
	},
	{
		displayName: 'Field Separator',
		name: 'separator',
		type: 'string',
		default: '_',
		description: 'What stands between the parts of a flattened field\'s name, as in "customer_id"',
		displayOptions: { show: { '/output': ['flattened'] } },
	},
	{
		displayName: 'Include Headers',
		name: 'includeHeaders',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the field "headers" with the headers of the request, without secrets and signatures',
	},
	{
		displayName: 'Include Original',
		name: 'includeOriginal',
		type: 'boolean',
		default: false,
		description: 'Whether to add the field "original" with the event as the vendor sent it',
	},
	{
		displayName: 'IP Allowlist',
		name: 'ipAllowlist',
		type: 'string',
		default: '',
		placeholder: '203.0.113.7, 198.51.100.0/24, 2001:db8::/32',
		description:
			'Addresses and CIDR ranges that may send, separated by commas; leave empty to allow all. Behind a proxy, N8N_PROXY_HOPS must be set so that n8n sees the real address.',
	},
	otherEvents,
	{
		displayName: 'Personal Data',
		name: 'personalData',
		type: 'options',
		default: 'keep',
		description:
			'What becomes of fields that tell who a player is: names, e-mail, postal and IP addresses',
		options: [
			{ name: 'Keep', value: 'keep', description: 'Leave them as they are' },
			{ name: 'Mask', value: 'mask', description: 'Put *** in their place' },
			{ name: 'Remove', value: 'remove', description: 'Leave the fields out' },
		],
	},
];

/** The Options of a trigger: those that all triggers have, and the vendor's own, by name. */
export function optionsParameter(
	ownOptions: INodeProperties[],
	{ signed }: { signed: boolean },
): INodeProperties {
	const options = [...commonOptions, ...ownOptions, ...(signed ? [timestampTolerance] : [])];
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: options.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}
