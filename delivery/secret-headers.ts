import type { JsonObject } from '../json/object';
import type { Vendor } from '../vendors/vendor';
import type { Authentication } from './authentication/authentication';
import type { Delivery } from './delivery';

/** Names of headers that carry secrets, signatures or proofs of who somebody is. */
const SECRET_NAME =
	/authori[sz]ation|cookie|credential|jwt|passw|secret|signature|token|api-?key|access-?key/;

/**
 * The headers of a delivery without those that carry a secret or a signature, and without any in
 * whose value one of the credential's secrets shows, such as a proxy's copy of the URL.
 */
export function publicHeaders(
	delivery: Delivery,
	vendor: Vendor,
	authentication: Authentication,
): JsonObject {
	const secretNames = new Set(secretNamesOf(vendor, authentication));
	const secrets = secretsOf(authentication);
	return Object.fromEntries(
		Object.entries(delivery.headers).filter(
			([name, value]) =>
				!secretNames.has(name) &&
				!SECRET_NAME.test(name) &&
				!secrets.some((secret) => shows(secret, String(value))),
		),
	);
}

function secretNamesOf(vendor: Vendor, authentication: Authentication): readonly string[] {
	if (authentication.kind === 'sharedSecret') return [authentication.name.toLowerCase()];
	return vendor.authentication.kind === 'signature' ? vendor.authentication.secretHeaders : [];
}

function secretsOf(authentication: Authentication): readonly string[] {
	switch (authentication.kind) {
		case 'none':
			return [];
		case 'signature':
			return authentication.secrets;
		case 'sharedSecret':
			return [authentication.secret];
	}
}

/** Whether a secret stands in a value, as it is or as it is written in a URL. */
function shows(secret: string, value: string): boolean {
	const encoded = encodeURIComponent(secret).toLowerCase();
	return (
		value.includes(secret) ||
		value.toLowerCase().includes(encoded) ||
		decoded(value).includes(secret)
	);
}

function decoded(value: string): string {
	try {
		return decodeURIComponent(value.replaceAll('+', ' '));
	} catch {
		return value;
	}
}
