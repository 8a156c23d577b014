import { describe, expect, test } from '@jest/globals';

import type { Authentication } from '../../delivery/authentication/authentication';
import type { Delivery } from '../../delivery/delivery';
import { publicHeaders } from '../../delivery/secret-headers';
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
		'authorization',
		'proxy-authorization',
		'cookie',
		'x-api-key',
		'apikey',
		'x-auth-token',
		'x-amz-security-token',
		'cf-access-jwt-assertion',
		'x-webhook-secret',
		'x-hub-signature-256',
		'x-forwarded-client-credential',
		'signature',
		'x-publisher-token',
		'x-gmz-pep-webhook-signature',
	])('leave out %s', (name) => {
		for (const vendor of [appcharge, gamanzaEngage, komo]) {
			expect(publicHeaders(withHeaders({ [name]: 'x' }), vendor, none)).toEqual({});
		}
	});

	test('keep the others as they are', () => {
		const headers = { 'content-type': 'application/json', 'x-project-id': 'prj-1', accept: ['a'] };
		expect(publicHeaders(withHeaders(headers), appcharge, none)).toEqual(headers);
	});

	test('leave out the header that carries the shared secret, whatever its name', () => {
		const authentication: Authentication = {
			kind: 'sharedSecret',
			place: 'header',
			name: 'X-Komo',
			secret: SECRET,
		};
		expect(publicHeaders(withHeaders({ 'x-komo': 'x' }), komo, authentication)).toEqual({});
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
		const headers = { 'x-original-url': value, 'x-forwarded-uri': [value], accept: '*/*' };
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
		const headers = { one: 'x current-one', other: 'previous-one', third: 'x' };
		expect(publicHeaders(withHeaders(headers), appcharge, authentication)).toEqual({ third: 'x' });
	});

	test('take names such as __proto__ for names', () => {
		const headers = JSON.parse('{"__proto__":"a","constructor":"b"}') as Delivery['headers'];
		const copied = publicHeaders(withHeaders(headers), komo, none);
		expect(Object.entries(copied)).toEqual([
			['__proto__', 'a'],
			['constructor', 'b'],
		]);
		expect(Object.getPrototypeOf(copied)).toBe(Object.prototype);
	});
});
