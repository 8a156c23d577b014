import { choice, notice, type Parameter } from '../parameter';

const DISPLAY_NAME = 'Authentication';

const NONE = { name: 'None', value: 'none', description: 'Take whatever arrives' } as const;

/** How a vendor that signs its deliveries is told from a stranger. */
export const bySignature = (vendorName: string) =>
	choice({
		displayName: DISPLAY_NAME,
		default: 'signature',
		description: `How to tell ${vendorName} from a stranger who knows the URL`,
		options: [
			{
				name: 'Signature',
				value: 'signature',
				description: `Take only what is signed with your ${vendorName} key`,
			},
			NONE,
		],
	});

/** How a vendor that signs nothing is told from a stranger: by a secret of the user's own. */
export const bySharedSecret = (vendorName: string) =>
	choice({
		displayName: DISPLAY_NAME,
		default: 'header',
		description: `How to tell ${vendorName} from a stranger who knows the URL. ${vendorName} does not sign what it sends, but you can have it send a secret of your own.`,
		options: [
			{
				name: 'Secret in a Header',
				value: 'header',
				description: 'Take only what carries your secret in a header of the HTTP request',
			},
			{
				name: 'Secret in the URL',
				value: 'query',
				description: 'Take only what carries your secret as a query parameter, as in ?token=…',
			},
			NONE,
		],
	});

/** Where the editor shows the credential: right below the choice that asks for one. */
export const credentialsPlace: Parameter<void> = {
	property: { displayName: 'Credentials', type: 'credentials', default: '' },
	read: () => undefined,
};

export const unauthenticatedNotice = notice(
	'Anyone who learns the webhook URL can start this workflow with made-up events. Choose another authentication if you can, and keep the URL secret.',
	{ displayOptions: { show: { authentication: ['none'] } } },
);
