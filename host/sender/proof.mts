import { randomUUID } from 'node:crypto';

import { sign } from '../../delivery/authentication/signature';
import type { Vendor } from '../../vendors/vendor';

/** What goes with a request so that the receiver can tell who sent it. */
export interface Proof {
	readonly headers: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
}

/** The values of the trigger's credential, by field; a blank or missing secret leaves the proof out. */
export type CredentialValues = Readonly<Record<string, string | undefined>>;

/**
 * Makes a vendor's proof for a body: the headers of its signature, or the shared secret itself.
 *
 * @param body the exact bytes that will be sent
 * @param sentAt the time of the request, for the vendors that sign it
 */
export function proofFor(
	{ authentication }: Vendor,
	credential: CredentialValues,
	secretPlace: 'header' | 'query',
	body: Uint8Array,
	sentAt: Date,
): Proof {
	if (authentication.kind === 'sharedSecret') {
		const { sharedSecret, headerName } = credential;
		if (!sharedSecret || !headerName) return { headers: {}, query: {} };
		const secret = { [headerName]: sharedSecret };
		return secretPlace === 'header'
			? { headers: secret, query: {} }
			: { headers: {}, query: secret };
	}

	const headers: Record<string, string> = {};
	if (credential.signingSecret) {
		const signing = { time: sentAt, id: randomUUID() };
		Object.assign(headers, sign(authentication, credential.signingSecret, body, signing));
	}
	for (const { header, credentialField } of authentication.headerChecks) {
		const value = credential[credentialField];
		if (value) headers[header] = value;
	}
	return { headers, query: {} };
}
