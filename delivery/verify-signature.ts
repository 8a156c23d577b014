import { createHmac, timingSafeEqual } from 'crypto';

import type { SignatureHeaders } from '../vendors/vendor';

const SHA256_HEX_LENGTH = 64;

/**
 * Finds the secret that a delivery was signed with: HMAC-SHA256 over `timestamp + "." + bytes`, keyed
 * with the secret's UTF-8 text, compared in constant time.
 *
 * The bytes are those received and then, since Appcharge and Gamanza Engage both show sample code
 * that signs the parsed body, the compact form of the same JSON.
 *
 * @param secrets those that may have been used, in the order in which they are tried
 * @returns the index of the secret, or -1 where none fits; never throws
 */
export function findSigningSecret(
	signature: SignatureHeaders,
	secrets: readonly string[],
	rawBody: Buffer,
	body: unknown,
): number {
	const digests = signature.digests
		.filter((digest) => digest.length === SHA256_HEX_LENGTH)
		.map((digest) => Buffer.from(digest, 'hex'));
	if (digests.length === 0) return -1;

	const signedBy = (bytes: Buffer | string) =>
		secrets.findIndex((secret) => {
			const expected = createHmac('sha256', secret)
				.update(`${signature.timestamp}.`)
				.update(bytes)
				.digest();
			// A digest with characters that are not hexadecimal decodes to fewer bytes.
			return digests.some(
				(digest) => digest.length === expected.length && timingSafeEqual(digest, expected),
			);
		});

	const index = signedBy(rawBody);
	if (index !== -1) return index;
	const compact = compactJson(body);
	return compact === undefined || rawBody.equals(compact) ? -1 : signedBy(compact);
}

/** The JSON without white space; undefined where it is nested too deep for JSON.stringify. */
function compactJson(body: unknown): Buffer | undefined {
	try {
		return Buffer.from(JSON.stringify(body) ?? '');
	} catch {
		return undefined;
	}
}
