import { appcharge } from '../../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import { komo } from '../../../vendors/komo/delivery';
import type { Vendor } from '../../../vendors/vendor';

/** Somebody who builds a first workflow for a vendor, and what is typed and seen on the way. */
export interface Newcomer {
	readonly vendor: Vendor;
	/** The entry under the vendor's name in the node panel. */
	readonly entry: string;
	/** The event of that entry. */
	readonly event: string;
	/** Chosen besides. */
	readonly alsoOn: string;
	/** Chosen where it is not set from the start. */
	readonly authentication?: string;
	/** What is wrong in a first try at the credential, and what is said of it. */
	readonly mistakes: ReadonlyArray<{
		readonly values: Readonly<Record<string, string>>;
		readonly complaint: string;
	}>;
	readonly credential: Readonly<Record<string, string>>;
	/** A part of the help, where it tells where the address goes. */
	readonly help: string;
	/** A field of the item, and what Localize Fields makes of it in German. */
	readonly field: { readonly name: string; readonly before: string; readonly after: string };
}

export const NEWCOMERS: readonly Newcomer[] = [
	{
		vendor: appcharge,
		entry: 'On Order: Completed or Failed',
		event: 'order.completed',
		alsoOn: 'Order: Refunded',
		mistakes: [
			{ values: { signingSecret: '   ' }, complaint: 'Main Key is blank: fill it in' },
			{
				values: { signingSecret: ' main-key-of-the-store ' },
				complaint: 'Main Key has spaces or line breaks around it: remove them',
			},
		],
		credential: { signingSecret: 'main-key-of-the-store', publisherToken: 'publisher-token-1' },
		help: 'Events V2 Webhook',
		field: { name: 'result', before: 'success', after: 'success' },
	},
	{
		vendor: komo,
		entry: 'On Site: Signed Up',
		event: 'SignUpSuccess',
		alsoOn: 'Form: Submitted',
		authentication: 'Secret in a Header',
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
		help: '"event": "Gameplay.DataCaptured"',
		field: { name: 'first_name', before: 'Ines', after: 'Ines' },
	},
	{
		vendor: gamanzaEngage,
		entry: 'On Reward Shop: Order Changed',
		event: 'product_purchase',
		alsoOn: 'Mission: Completed',
		mistakes: [
			{
				values: { signingSecret: '<Signature Key>' },
				complaint: 'Signature Key looks like a placeholder: fill in the real one',
			},
		],
		credential: { signingSecret: 'signature-key-of-the-hub' },
		help: 'System settings > Webhooks > Add New',
		field: { name: 'OrderStatus', before: '', after: 'Versandt' },
	},
];
