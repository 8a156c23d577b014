import type { INodeParameters } from 'n8n-workflow';

import { isJsonObject, own } from '../../json/object';
import type { Vendor } from '../../vendors/vendor';
import {
	collectionOf,
	choice,
	converted,
	names,
	namesIn,
	number,
	text,
	toggle,
} from '../parameter';
import type { Parameter, Parameters } from '../parameter';

/** Vendors give up after some seconds, and n8n keeps memory for each that waits. */
const LONGEST_COLLECT_SECONDS = 5;

/** The options that all triggers have. */
const commonOptions = {
	otherEvents: names({
		displayName: 'Other Events',
		default: '',
		description:
			'Further event names, separated by commas, as the vendor sends them. An asterisk stands for any characters.',
	}),
	separator: text({
		displayName: 'Field Separator',
		default: '_',
		description: 'What stands between the parts of a flattened field\'s name, as in "customer_id"',
		displayOptions: { show: { '/output': ['flattened'] } },
	}),
	timestampTolerance: number({
		displayName: 'Timestamp Tolerance (Seconds)',
		default: 1200,
		description:
			'How old a signed delivery may be. The default leaves room for a vendor that tries again after 15 minutes. 0 accepts any age, so that a copied delivery can be sent again at any time.',
		displayOptions: { show: { '/authentication': ['signature'] } },
	}),
	eventIdField: text({
		displayName: 'Event ID Field',
		default: '',
		description:
			'A field whose value no two events of one type share, by its name in a flattened item. Events of one type and value are the same; with the type in front, the value becomes "eventKey".',
	}),
	playerIdField: text({
		displayName: 'Player ID Field',
		default: '',
		description:
			'A field that tells who the player is, by its name in a flattened item. Where it has a value, that becomes "playerId".',
	}),
	collect: converted(
		number({
			displayName: 'Collect (Seconds)',
			default: 0,
			typeOptions: { maxValue: LONGEST_COLLECT_SECONDS },
			description:
				'Start at most one execution in this time, with all the events that came in it; 0 starts one for each delivery. Each sender waits up to this long for its answer, and one that sends events one after another gets one through in this time, so it belongs below the time-out of the sender. At most 5; 1,000 events, 4 MB or 64 deliveries start one early.',
		}),
		(seconds) => Math.min(seconds, LONGEST_COLLECT_SECONDS),
	),
	ipAllowlist: ipAllowlist(),
	checkAgainstCatalogue: toggle({
		displayName: 'Check Against Catalogue',
		default: false,
		description:
			'Whether to add the field "schemaIssues" to an event that differs from the vendor\'s documentation, for example after a change at the vendor',
	}),
	personalData: choice({
		displayName: 'Personal Data',
		default: 'keep',
		description:
			'What becomes of fields that tell who a player is: names, e-mail, postal and IP addresses',
		options: [
			{ name: 'Keep', value: 'keep', description: 'Leave them as they are' },
			{ name: 'Mask', value: 'mask', description: 'Put *** in their place' },
			{ name: 'Remove', value: 'remove', description: 'Leave the fields out' },
		],
	}),
	includeOriginal: toggle({
		displayName: 'Include Original',
		default: false,
		description: 'Whether to add the field "original" with the event as the vendor sent it',
	}),
	includeHeaders: toggle({
		displayName: 'Include Headers',
		default: false,
		description:
			'Whether to add the field "headers" with those headers of the request that tell how it came. What may prove an identity is left out, and so are headers with names that are not known to be harmless.',
	}),
	reportRefusals: toggle({
		displayName: 'Report Refusals',
		default: true,
		description:
			'Whether a delivery that is refused, for example because the key in the credential is no longer the right one, appears as a failed execution, which also starts the error workflow. The first of a kind appears at once, others ever more rarely.',
	}),
} satisfies Parameters;

/** The same for a vendor: what amounts and duplicates are depends on what it sends. */
export const optionsOf = ({
	displayName,
	equalEventsAreOne,
}: Pick<Vendor, 'displayName' | 'equalEventsAreOne'>) => ({
	...commonOptions,
	amounts: choice({
		displayName: 'Amounts',
		default: 'asSent',
		description: `How the amounts are written that ${displayName} documents in the smallest unit of a currency. The decimals are those of ISO 4217; ${displayName}'s own list could not be read, so check one order in each of your currencies.`,
		options: [
			{ name: 'As Sent', value: 'asSent', description: '2536 for CA$25.36, 1200 for ¥1,200' },
			{
				name: 'In Major Units',
				value: 'majorUnits',
				description:
					'25.36 for CA$25.36, 1200 for ¥1,200. Where the currency is missing or unknown, the amount stays and its name stands in the field "amountsAsSent".',
			},
		],
		displayOptions: { show: { '/output': ['flattened', 'cloudEvents'] } },
	}),
	dropDuplicates: toggle({
		displayName: 'Drop Duplicates',
		default: equalEventsAreOne,
		description: `Whether to let an event start the workflow only once, also when it is sent again. ${
			equalEventsAreOne
				? ''
				: 'Events are the same only if they have one type and one value in Event ID Field; without a value, none is dropped. '
		}n8n remembers 100,000 events for 24 hours, until it is restarted.`,
	}),
});

/** Addresses and ranges; undefined, which allows all, is read of nothing but an empty parameter. */
function ipAllowlist(): Parameter<string[] | undefined> {
	const { property } = names({
		displayName: 'IP Allowlist',
		default: '',
		placeholder: '203.0.113.7, 198.51.100.0/24, 2001:db8::/32',
		description:
			'Addresses and CIDR ranges that may send, separated by commas; leave empty to allow all. Behind a proxy, N8N_PROXY_HOPS must be set so that n8n sees the real address.',
	});
	return {
		property,
		read(value) {
			if (value === undefined || value === '') return undefined;
			return namesIn(typeof value === 'string' ? value.split(/[\s,;]+/) : value);
		},
	};
}

/** Whether the user has filled an option in, be it with an expression that comes to nothing. */
export function isFilledIn({ options }: INodeParameters, name: string): boolean {
	const value = isJsonObject(options) ? own(options, name) : undefined;
	return value !== undefined && value !== '';
}

/** The parameter Options, with the common options and the vendor's own. */
export function optionsProperty(options: Parameters): Parameter<void> {
	return {
		property: {
			displayName: 'Options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: collectionOf(options),
		},
		read: () => undefined,
	};
}
