import { appcharge } from '../../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import { komo } from '../../../vendors/komo/delivery';
import type { Vendor } from '../../../vendors/vendor';

/** An event by the vendor's own name and by the one that the editor gives it. */
interface NamedEvent {
	readonly name: string;
	readonly title: string;
}

/** Somebody who builds a first workflow for a vendor, and what is typed and seen on the way. */
export interface Newcomer {
	readonly vendor: Vendor;
	/** Where the address goes, in the vendor's words: in the steps and in the help. */
	readonly destination: string;
	/** Picked in the node panel. */
	readonly event: NamedEvent;
	/** Chosen besides, found by the vendor's own name. */
	readonly alsoOn: NamedEvent;
	/** Not chosen, but sent. */
	readonly other: NamedEvent;
	/** The fields of the credential as they are called in it. */
	readonly credentialFields: readonly string[];
	/** What is wrong in a first try at the credential, and what is said of it. */
	readonly mistakes: ReadonlyArray<{
		readonly values: Readonly<Record<string, string>>;
		readonly complaint: string;
	}>;
	readonly credential: Readonly<Record<string, string>>;
	/** Filled in in the place of the right secret, and what is said of a delivery then. */
	readonly wrongSecret: Readonly<Record<string, string>>;
	readonly refusal: string;
	/** A field of the item, and what Localize Fields makes of it in German as written in Switzerland. */
	readonly field: { readonly name: string; readonly before: string; readonly after: string };
}

export const NEWCOMERS: readonly Newcomer[] = [
	{
		vendor: appcharge,
		destination: 'Settings > Integration > Events V2 Webhook',
		event: { name: 'order.completed', title: 'Order: Completed or Failed' },
		alsoOn: { name: 'order.refunded', title: 'Order: Refunded' },
		other: { name: 'order.created', title: 'Order: Created' },
		credentialFields: ['Main Key', 'Publisher Token', 'Project ID'],
		mistakes: [
			{ values: { signingSecret: '   ' }, complaint: 'Main Key is blank: fill it in' },
			{
				values: { signingSecret: ' main-key-of-the-store ' },
				complaint: 'Main Key has spaces or line breaks around it: remove them',
			},
		],
		credential: { signingSecret: 'main-key-of-the-store', publisherToken: 'publisher-token-1' },
		wrongSecret: { signingSecret: 'main-key-of-another-store' },
		refusal: 'Its signature does not fit',
		field: { name: 'result', before: 'success', after: 'success' },
	},
	{
		vendor: komo,
		destination: 'Automations > Workflows > Create Workflow',
		event: { name: 'SignUpSuccess', title: 'Site: Signed Up' },
		alsoOn: { name: 'CompetitionEntrySuccess', title: 'Form: Submitted' },
		other: { name: 'SiteViewed', title: 'Site: Viewed' },
		credentialFields: ['Shared Secret', 'Name of Header or Query Parameter'],
		mistakes: [
			{
				values: { sharedSecret: 'short', headerName: 'x-webhook-secret' },
				complaint: 'Shared Secret is short enough to be guessed: use at least 16 characters',
			},
			{
				values: { sharedSecret: 'copper-rays-summer-hub', headerName: 'webhook secret' },
				complaint: 'Name of Header or Query Parameter may contain only',
			},
		],
		credential: { sharedSecret: 'copper-rays-summer-hub', headerName: 'x-webhook-secret' },
		wrongSecret: { sharedSecret: 'copper-rays-winter-hub' },
		refusal: 'does not hold the shared secret',
		field: { name: 'first_name', before: 'Ines', after: 'Ines' },
	},
	{
		vendor: gamanzaEngage,
		destination: 'System settings > Webhooks > Add New',
		event: { name: 'product_purchase', title: 'Reward Shop: Order Changed' },
		alsoOn: { name: 'mission_completed', title: 'Mission: Completed' },
		other: { name: 'level_up', title: 'Level: Up' },
		credentialFields: ['Signature Key'],
		mistakes: [
			{
				values: { signingSecret: '<Signature Key>' },
				complaint: 'Signature Key looks like a placeholder: fill in the real one',
			},
		],
		credential: { signingSecret: 'signature-key-of-the-hub' },
		wrongSecret: { signingSecret: 'signature-key-of-another-hub' },
		refusal: 'Its signature does not fit',
		field: { name: 'OrderStatus', before: '', after: 'Versandt' },
	},
];
