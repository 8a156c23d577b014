import { hash, timingSafeEqual } from 'crypto';

import { headerOf, type Delivery } from '../delivery';
import { unauthorized } from '../refusal';
import type { BySharedSecret, Verdict } from './authentication';

/** Checks that a delivery carries the secret that the user has the vendor send. */
export function checkSharedSecret(delivery: Delivery, authentication: BySharedSecret): Verdict {
	const { place, name, secret } = authentication;
	const sent =
		place === 'header' ? headerOf(delivery, name.toLowerCase()) : parameterOf(delivery, name);
	// The name stays out of the log: people mix up the two fields of the credential.
	const where = place === 'header' ? 'header' : 'query parameter';
	if (sent === undefined) {
		const refusal = unauthorized(
			'secret',
			`It lacks the ${where} that the credential names, or has it more than once.`,
			`Have the vendor send the shared secret in that ${where}.`,
		);
		return { refusal };
	}
	if (secret === '' || !isSameSecret(sent, secret)) {
		const refusal = unauthorized(
			'secret',
			`The ${where} that the credential names does not hold the shared secret.`,
			place === 'header'
				? 'Use the same shared secret in the credential and at the vendor.'
				: 'Use the same shared secret in the credential and at the vendor; in a URL, write + as %2B and & as %26.',
		);
		return { refusal };
	}
	return { refusal: undefined, delivery, authentication };
}

/**
 * Compares two texts in constant time, by their digests, so that not even the length of a secret
 * shows.
 */
export function isSameSecret(one: string, other: string): boolean {
	return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

/** The value of a query parameter that must stand there once. */
function parameterOf({ query }: Delivery, name: string): string | undefined {
	const value = Object.hasOwn(query, name) ? query[name] : undefined;
	return typeof value === 'string' ? value : undefined;
}
