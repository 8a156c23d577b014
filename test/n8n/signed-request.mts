import { sign } from '../../delivery/authentication/signature';
import { signatureScheme as appcharge } from '../../vendors/appcharge/signature';
import { signatureScheme as gamanzaEngage } from '../../vendors/gamanza-engage/signature';
import type { SignatureScheme } from '../../vendors/signature-scheme';
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

/** A request as Appcharge makes it. */
export function fromAppcharge(body: string | Uint8Array, signing?: Signing): TestRequest {
	return signedBy(appcharge, body, signing);
}

/** A request as Gamanza Engage makes it. */
export function fromGamanza(body: string | Uint8Array, signing?: Signing): TestRequest {
	return signedBy(gamanzaEngage, body, signing);
}

function signedBy(
	scheme: SignatureScheme,
	body: string | Uint8Array,
	{ secret = CREDENTIAL.signingSecret, at = Date.now(), signed = body, headers }: Signing = {},
): TestRequest {
	const sentAt = { ...scheme, timestampOf: () => String(at) };
	const signature = sign(sentAt, secret, Buffer.from(signed), { time: new Date() });
	return { body, headers: { ...signature, ...headers } };
}
