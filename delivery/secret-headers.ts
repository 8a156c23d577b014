import type { JsonObject, Vendor } from '../vendors/vendor';
import type { Authentication } from './authenticate';
import type { Delivery } from './delivery';

const ALWAYS_SECRET = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key'];

/**
 * The headers of a delivery without those that carry a secret or a signature, and without any in
 * whose value the shared secret shows, such as a proxy's copy of the URL.
 */
export function publicHeaders(
	delivery: Delivery,
	vendor: Vendor,
	authentication: Authentication,
): JsonObject {
	const secretNames = new Set(ALWAYS_SECRET);
	if (vendor.authentication.kind === 'signature') {
		for (const name of vendor.authentication.secretHeaders) secretNames.add(name);
	}
	const secrets: string[] = [];
	if (authentication.kind === 'sharedSecret') {
		if (authentication.place === 'header') secretNames.add(authentication.name.toLowerCase());
		secrets.push(authentication.secret, encodeURIComponent(authentication.secret));
	}
	return Object.fromEntries(
		Object.entries(delivery.headers).filter(
			([name, value]) =>
				!secretNames.has(name) && !secrets.some((secret) => String(value).includes(secret)),
		),
	);
}
