import { createHmac, timingSafeEqual } from 'crypto';

import type { SignatureHeaders, SignatureScheme } from '../../vendors/signature-scheme';

/** What a signature has turned out to be made of. */
export interface Verified {
	/** The index of the secret among those given. */
	readonly secretIndex: number;
	/** The bytes that were signed: those received, or the compact form of their JSON. */
	readonly signedBytes: Buffer;
}

/**
 * Signs a body as the vendor does.
 *
 * @param time when the delivery is made, for the vendors that sign it
 * @param id of the delivery, for the vendors that sign one
 * @returns the headers that carry the signature
 */
export function sign(
	scheme: SignatureScheme,
	secret: string,
	body: Uint8Array,
	{ time, id = '' }: { readonly time: Date; readonly id?: string },
): Readonly<Record<string, string>> {
	const timestamp = scheme.timestampOf?.(time) ?? '';
	const digest = digestOf(scheme, secret, { timestamp, id }, body);
	return scheme.write({ timestamp, id, digest });
}

/**
 * Verifies a signature by the vendor's scheme, in constant time: over the bytes as they were received
 * and then, only where the vendor is known to sign that, over the compact form of the same JSON.
 *
 * @param secrets those that may have been used, in the order in which they are tried; a blank one
 * never fits
 * @param body the value of the JSON in `rawBody`; undefined where it is none
 * @returns undefined where no secret fits; never throws
 */
export function verify(
	scheme: SignatureScheme,
	signature: SignatureHeaders,
	secrets: readonly string[],
	rawBody: Buffer,
	body: unknown,
): Verified | undefined {
	const digests = signature.digests.map((digest) => bytesOf(scheme, digest));
	const verified = findSecret(scheme, signature, digests, secrets, rawBody);
	if (verified || !scheme.signsCompactJson) return verified;
	const compact = compactJson(body);
	if (!compact || compact.equals(rawBody)) return undefined;
	return findSecret(scheme, signature, digests, secrets, compact);
}

function findSecret(
	scheme: SignatureScheme,
	signature: SignatureHeaders,
	digests: readonly Buffer[],
	secrets: readonly string[],
	bytes: Buffer,
): Verified | undefined {
	const secretIndex = secrets.findIndex((secret) => {
		if (secret === '') return false;
		const expected = bytesOf(scheme, digestOf(scheme, secret, signature, bytes));
		return digests.some(
			(digest) => digest.length === expected.length && timingSafeEqual(digest, expected),
		);
	});
	return secretIndex === -1 ? undefined : { secretIndex, signedBytes: bytes };
}

function digestOf(
	{ over, encoding, keyOf }: SignatureScheme,
	secret: string,
	parts: Pick<SignatureHeaders, 'timestamp' | 'id'>,
	body: Uint8Array,
): string {
	const hmac = createHmac('sha256', keyOf?.(secret) ?? secret);
	if (over) hmac.update(over(parts));
	return hmac.update(body).digest(encoding);
}

/** A digest's text for the comparison: decoding it would let other texts pass for the same digest. */
function bytesOf({ encoding }: SignatureScheme, digest: string): Buffer {
	return Buffer.from(encoding === 'hex' ? digest.toLowerCase() : digest);
}

/** The JSON without white space; undefined where it is nested too deep for JSON.stringify. */
function compactJson(body: unknown): Buffer | undefined {
	try {
		return Buffer.from(JSON.stringify(body) ?? '');
	} catch {
		return undefined;
	}
}
