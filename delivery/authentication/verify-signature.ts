import { createHmac, timingSafeEqual } from 'crypto';

import type { SignatureHeaders } from '../../vendors/vendor';

const SHA256_HEX_LENGTH = 64;

/** What a signature has turned out to be made of. */
export interface Verified {
	/** The index of the secret among those given. */
	readonly secretIndex: number;
	/** The bytes that were signed: those received, or the compact form of their JSON. */
	readonly signedBytes: Buffer;
}

/**
 * Verifies a signature: HMAC-SHA256 over `timestamp + "." + bytes`, keyed with the UTF-8 text of a
 * secret, compared in constant time.
 *
 * The bytes are those received and then, since Appcharge and Gamanza Engage both show sample code
 * that signs the parsed body, the compact form of the same JSON.
 *
 * @param secrets those that may have been used, in the order in which they are tried; a blank one
 * never fits
 * @param body the value of the JSON in `rawBody`; undefined where it is none
 * @returns undefined where no secret fits; never throws
 */
export function verifySignature(
	signature: SignatureHeaders,
	secrets: readonly string[],
	rawBody: Buffer,
	body: unknown,
): Verified | undefined {
	const digests = signature.digests
		.map((digest) => Buffer.from(digest.toLowerCase()))
		.filter(({ length }) => length === SHA256_HEX_LENGTH);
	if (digests.length === 0) return undefined;
	const { timestamp } = signature;
	const verified = findSecret(digests, secrets, timestamp, rawBody);
	if (verified) return verified;
	const compact = compactJson(body);
	if (!compact || compact.equals(rawBody)) return undefined;
	return findSecret(digests, secrets, timestamp, compact);
}

function findSecret(
	digests: readonly Buffer[],
	secrets: readonly string[],
	timestamp: string,
	bytes: Buffer,
): Verified | undefined {
	const secretIndex = secrets.findIndex(
		(secret) => secret !== '' && isAmong(digests, hmac(secret, timestamp, bytes)),
	);
	return secretIndex === -1 ? undefined : { secretIndex, signedBytes: bytes };
}

/** In hexadecimal, which is faster to get from Node.js than bytes are. */
function hmac(secret: string, timestamp: string, bytes: Buffer): Buffer {
	const digest = createHmac('sha256', secret).update(`${timestamp}.`).update(bytes).digest('hex');
	return Buffer.from(digest);
}

function isAmong(digests: readonly Buffer[], expected: Buffer): boolean {
	return digests.some((digest) => timingSafeEqual(digest, expected));
}

/** The JSON without white space; undefined where it is nested too deep for JSON.stringify. */
function compactJson(body: unknown): Buffer | undefined {
	try {
		return Buffer.from(JSON.stringify(body) ?? '');
	} catch {
		return undefined;
	}
}
