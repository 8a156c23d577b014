import { createHmac } from 'node:crypto';

import type { TestRequest } from './webhook-harness.mjs';

/** The credential that the signed requests of the tests fit. */
export const CREDENTIAL = { signingSecret: 'nw-demo-main-key-42' };

export interface Signing {
	readonly secret?: string;
	/** Milliseconds since 1970, or the header's text. */
	readonly at?: number | string;
	/** The text that is signed, where it is not the body sent. */
	readonly signed?: string | Uint8Array;
	readonly headers?: TestRequest['headers'];
}

/** Signs as the vendors document it: hexadecimal HMAC-SHA256 over time, full stop and body. */
export function digestOf(
	timestamp: string,
	body: string | Uint8Array,
	secret = CREDENTIAL.signingSecret,
): string {
	return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}

/** A request as Appcharge makes it. */
export function fromAppcharge(body: string | Uint8Array, signing: Signing = {}): TestRequest {
	const timestamp = String(signing.at ?? Date.now());
	const digest = digestOf(timestamp, signing.signed ?? body, signing.secret);
	return { body, headers: { signature: `t=${timestamp},v1=${digest}`, ...signing.headers } };
}

/** A request as Gamanza Engage makes it. */
export function fromGamanza(body: string | Uint8Array, signing: Signing = {}): TestRequest {
	const timestamp = String(signing.at ?? Date.now());
	const digest = digestOf(timestamp, signing.signed ?? body, signing.secret);
	return {
		body,
		headers: {
			'x-gmz-pep-webhook-timestamp': timestamp,
			'x-gmz-pep-webhook-signature': digest,
			...signing.headers,
		},
	};
}
