import type { JsonObject } from '../json/object';
import type { Vendor } from '../vendors/vendor';
import type { Authentication } from './authentication/authentication';
import type { Delivery } from './delivery';

/**
 * Headers that say how a request came, and nothing about who may send one. Proxies and gateways put
 * proofs of identity into headers of any name, so a list of what is to be left out is never complete.
 * `forwarded` is not in it, since some proxies prove themselves by a secret in it.
 */
const HARMLESS: ReadonlySet<string> = new Set([
	'accept',
	'accept-charset',
	'accept-encoding',
	'accept-language',
	'age',
	'cache-control',
	'cdn-loop',
	'cf-connecting-ip',
	'cf-ipcountry',
	'cf-ray',
	'connection',
	'content-encoding',
	'content-language',
	'content-length',
	'content-type',
	'date',
	'host',
	'idempotency-key',
	'pragma',
	'traceparent',
	'transfer-encoding',
	'true-client-ip',
	'user-agent',
	'via',
	'x-amzn-trace-id',
	'x-cloud-trace-context',
	'x-correlation-id',
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-port',
	'x-forwarded-proto',
	'x-real-ip',
	'x-request-id',
	'x-request-start',
]);

/**
 * The headers of a delivery that an item may show, without any in whose value one of the credential's
 * secrets stands.
 */
export function publicHeaders(
	delivery: Delivery,
	vendor: Vendor,
	authentication: Authentication,
): JsonObject {
	const secrets = secretsOf(authentication);
	const ownName = authentication.kind === 'sharedSecret' ? authentication.name.toLowerCase() : '';
	return Object.fromEntries(
		Object.entries(delivery.headers).filter(
			([name, value]) =>
				(HARMLESS.has(name) || vendor.publicHeaders?.includes(name) === true) &&
				name !== ownName &&
				!secrets.some((secret) => shows(secret, String(value))),
		),
	);
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
