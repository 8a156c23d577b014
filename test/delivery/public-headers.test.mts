import { describe, expect, test } from '@jest/globals';

import type { Authentication } from '../../delivery/authentication/authentication';
import type { Delivery } from '../../delivery/delivery';
import { publicHeaders } from '../../delivery/public-headers';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { komo } from '../../vendors/komo/delivery';
import type { SignatureScheme } from '../../vendors/signature-scheme';

const SECRET = 'Über/secret+1';

const withHeaders = (headers: Delivery['headers']): Delivery => ({
	headers,
	query: {},
	address: '',
	rawBody: Buffer.alloc(0),
	isJson: false,
	body: undefined,
});

const none: Authentication = { kind: 'none' };

describe('publicHeaders', () => {
	test.each([
		// n8n, HTTP and browsers
		...['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-csrf-token', 'dpop'],
		...[
			'x-n8n-api-key',
			'referer',
			'x-original-url',
			'x-forwarded-uri',
			'x-rewrite-url',
			'baggage',
		],
		// Signatures, ours and those of others
		...['signature', 'x-publisher-token', 'x-gmz-pep-webhook-signature', 'x-hub-signature-256'],
		...['x-sig', 'x-hmac-sha256', 'x-shopify-hmac-sha256', 'stripe-signature', 'svix-signature'],
		...['webhook-signature', 'x-slack-signature', 'x-twilio-signature', 'x-line-signature'],
		...['paypal-transmission-sig', 'x-zm-signature', 'x-webhook-secret', 'x-gitlab-token'],
		// Keys
		...['x-api-key', 'apikey', 'x-auth-key', 'x-auth-token', 'x-access-key', 'x-functions-key'],
		...['ocp-apim-subscription-key', 'x-vault-token', 'x-amz-security-token', 'x-session-id'],
		// Who a proxy or gateway takes the sender for
		...['x-amzn-oidc-data', 'x-amzn-oidc-identity', 'x-amzn-mtls-clientcert-leaf'],
		...[
			'cf-access-jwt-assertion',
			'cf-access-authenticated-user-email',
			'x-goog-iap-jwt-assertion',
		],
		...['x-goog-authenticated-user-email', 'x-apigateway-api-userinfo', 'x-ms-client-principal'],
		...[
			'x-ms-token-aad-id-token',
			'x-forwarded-client-cert',
			'x-arr-clientcert',
			'ssl-client-cert',
		],
		...['x-ssl-client-s-dn', 'x-client-verify', 'remote-user', 'x-remote-user', 'x-webauth-user'],
		...['x-forwarded-user', 'x-forwarded-email', 'x-forwarded-access-token', 'x-auth-request-user'],
		...['x-consumer-username', 'x-credential-identifier', 'x-pomerium-claim-email', 'x-userinfo'],
		...[
			'forwarded',
			'tailscale-user-login',
			'x-envoy-peer-metadata',
			'x-teleport-jwt',
			'x-anything-new',
		],
	])('leave out %s', (name) => {
		for (const vendor of [appcharge, gamanzaEngage, komo]) {
			expect(publicHeaders(withHeaders({ [name]: 'x' }), vendor, none)).toEqual({});
		}
	});

	test('keep what tells how a request came, as it is, and what a vendor says besides', () => {
		const harmless = { 'content-type': 'application/json', 'x-request-id': '7', accept: ['a'] };
		const headers = { ...harmless, 'x-project-id': 'prj-1', 'x-gmz-pep-webhook-timestamp': '1' };
		expect(publicHeaders(withHeaders(headers), appcharge, none)).toEqual({
			...harmless,
			'x-project-id': 'prj-1',
		});
		expect(publicHeaders(withHeaders(headers), komo, none)).toEqual(harmless);
	});

	test('leave out the header that carries the shared secret, whatever its name', () => {
		const authentication: Authentication = {
			kind: 'sharedSecret',
			place: 'header',
			name: 'X-Request-ID',
			secret: SECRET,
		};
		expect(publicHeaders(withHeaders({ 'x-request-id': 'x' }), komo, authentication)).toEqual({});
	});

	test.each([
		['as it is', `/webhook?t=${SECRET}`],
		['as encodeURIComponent writes it', `/webhook?t=${encodeURIComponent(SECRET)}`],
		['with lower-case escapes', `/webhook?t=${encodeURIComponent(SECRET).toLowerCase()}`],
		['with more escapes than needed', '/webhook?t=%C3%9Cber%2F%73ecret%2B1'],
		['beside a broken escape', `/webhook?x=%zz&t=${encodeURIComponent(SECRET)}`],
	])('leave out a copy of the URL with the shared secret in it, written %s', (_name, value) => {
		const authentication: Authentication = {
			kind: 'sharedSecret',
			place: 'query',
			name: 't',
			secret: SECRET,
		};
		const headers = { via: value, 'user-agent': [value], accept: '*/*' };
		expect(publicHeaders(withHeaders(headers), komo, authentication)).toEqual({ accept: '*/*' });
	});

	test('leave out a value with a signing secret in it', () => {
		const authentication: Authentication = {
			kind: 'signature',
			scheme: appcharge.authentication as SignatureScheme,
			secrets: ['current-one', 'previous-one'],
			expectedHeaders: {},
			timestampTolerance: 0,
		};
		const headers = { via: 'x current-one', host: 'previous-one', accept: 'x' };
		expect(publicHeaders(withHeaders(headers), appcharge, authentication)).toEqual({ accept: 'x' });
	});

	test('take names such as __proto__ for names', () => {
		const headers = JSON.parse('{"__proto__":"a","constructor":"b","via":"c"}') as object;
		const copied = publicHeaders(withHeaders(headers as Delivery['headers']), komo, none);
		expect(Object.entries(copied)).toEqual([['via', 'c']]);
		expect(Object.getPrototypeOf(copied)).toBe(Object.prototype);
	});
});
