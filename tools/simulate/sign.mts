import { createHmac } from 'node:crypto';

/** What a vendor proves itself with, as typed into the credential of its trigger. */
export interface VendorSecrets {
	readonly appcharge: {
		readonly signingSecret: string;
		readonly publisherToken?: string;
		readonly projectId?: string;
	};
	readonly komo: {
		readonly sharedSecret: string;
		/** Of the header or query parameter that carries the secret. */
		readonly secretName: string;
		readonly place: 'header' | 'query';
	};
	readonly 'gamanza-engage': {
		readonly signingSecret: string;
	};
}

export type VendorName = keyof VendorSecrets;

/** What a vendor adds to a request so that the receiver can tell who sent it. */
export interface Proof {
	readonly headers: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
}

/**
 * Makes a vendor's proof for a body.
 *
 * @param body the exact bytes that will be sent
 * @param sentAt the time of the request, for the vendors that sign it
 */
export type Sign<Secrets> = (body: Uint8Array, secrets: Secrets, sentAt: Date) => Proof;

/** How each vendor signs, by the pages named in `vendors/`. */
export const SIGNERS: { readonly [Vendor in VendorName]: Sign<VendorSecrets[Vendor]> } = {
	appcharge: (body, { signingSecret, publisherToken, projectId }, sentAt) => {
		const timestamp = String(sentAt.getTime());
		return inHeaders({
			signature: `t=${timestamp},v1=${hmacOf(timestamp, body, signingSecret)}`,
			...(publisherToken === undefined ? {} : { 'x-publisher-token': publisherToken }),
			...(projectId === undefined ? {} : { 'x-project-id': projectId }),
		});
	},
	komo: (_body, { sharedSecret, secretName, place }) =>
		place === 'header'
			? inHeaders({ [secretName]: sharedSecret })
			: { headers: {}, query: { [secretName]: sharedSecret } },
	'gamanza-engage': (body, { signingSecret }, sentAt) => {
		const timestamp = String(sentAt.getTime());
		return inHeaders({
			'x-gmz-pep-webhook-timestamp': timestamp,
			'x-gmz-pep-webhook-signature': hmacOf(timestamp, body, signingSecret),
		});
	},
};

function inHeaders(headers: Readonly<Record<string, string>>): Proof {
	return { headers, query: {} };
}

/** Both signing vendors: HMAC-SHA256 over time, full stop and body, keyed with the secret's text. */
function hmacOf(timestamp: string, body: Uint8Array, secret: string): string {
	return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}
