import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { authenticate } from '../../../delivery/authentication/authenticate';
import type { Authentication } from '../../../delivery/authentication/authentication';
import type { Delivery } from '../../../delivery/delivery';
import { appcharge } from '../../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import type { SignatureScheme } from '../../../vendors/signature-scheme';
import type { Vendor } from '../../../vendors/vendor';
import vectors from '../../fixtures/signatures/vendors.json';
import { generatedCases } from '../../generated-cases.mjs';
import { CREDENTIAL } from '../../n8n/signed-request.mjs';
import { hmacSha256 } from './rfc-2104.mjs';

const SECRET = CREDENTIAL.signingSecret;
const PREVIOUS = 'the-one-before';
const NOW = 1_781_006_500_000;
const BODY = '{"eventName":"order.created","amount":7}';

/** The digest as both vendors document it, by a hand that the product's is not. */
const digestOf = (timestamp: string, body: string, secret = SECRET) =>
	hmacSha256(Buffer.from(secret), Buffer.from(`${timestamp}.${body}`));

function deliveryOf(headers: Delivery['headers'], body = BODY): Delivery {
	const rawBody = Buffer.from(body);
	return { headers, query: {}, address: '', rawBody, isJson: true, body: JSON.parse(body) };
}

function signing(
	vendor: Vendor,
	differences: Partial<Extract<Authentication, { kind: 'signature' }>> = {},
): Authentication {
	return {
		kind: 'signature',
		scheme: vendor.authentication as SignatureScheme,
		secrets: [SECRET],
		expectedHeaders: {},
		timestampTolerance: 1200,
		...differences,
	};
}

/** What the sender is told: a word, or undefined for a genuine delivery. */
function categoryOf(delivery: Delivery, authentication: Authentication): string | undefined {
	return authenticate(delivery, authentication, NOW).refusal?.category;
}

const v1 = digestOf(String(NOW), BODY);
const wrong = digestOf(String(NOW), BODY, 'another');

describe('Appcharge: signature', () => {
	const cases: Array<[string, header: string | readonly string[] | undefined, string | undefined]> =
		[
			['t and v1', `t=${NOW},v1=${v1}`, undefined],
			['the parts in the other order', `v1=${v1},t=${NOW}`, undefined],
			['blanks around the parts', ` t=${NOW} , v1=${v1} `, undefined],
			['parts that nobody knows', `id=7,t=${NOW},v0=${wrong},v1=${v1},v2=x`, undefined],
			['a leading signature=', `signature=t=${NOW},v1=${v1}`, undefined],
			['the digest in upper case', `t=${NOW},v1=${v1.toUpperCase()}`, undefined],
			['several v1, one of them right', `t=${NOW},v1=${wrong},v1=${v1}`, undefined],
			['the header twice, joined by Node.js', `t=${NOW},v1=${v1}, t=${NOW},v1=${v1}`, undefined],
			['no header', undefined, 'signature'],
			['an empty header', '', 'signature'],
			['no t', `v1=${v1}`, 'signature'],
			['no v1', `t=${NOW}`, 'signature'],
			['an empty t', `t=,v1=${v1}`, 'signature'],
			['an empty v1', `t=${NOW},v1=`, 'signature'],
			['another version only', `t=${NOW},v2=${v1}`, 'signature'],
			['the bare digest', v1, 'signature'],
			['keys in upper case', `T=${NOW},V1=${v1}`, 'signature'],
			['a wrong digest', `t=${NOW},v1=${wrong}`, 'signature'],
			['another t in front of the right one', `t=${NOW + 1},t=${NOW},v1=${v1}`, 'signature'],
			['separated by semicolons', `t=${NOW};v1=${v1}`, 'signature'],
			['a list of headers, which Node.js never makes of it', [`t=${NOW},v1=${v1}`], 'signature'],
			['10,000 parts', `${'v1=0,'.repeat(10_000)}t=${NOW},v1=${v1}`, 'signature'],
			['a megabyte of nothing', `t=${NOW},v1=${'='.repeat(1_000_000)}`, 'signature'],
		];
	test.each(cases)('%s', (_name, signature, expected) => {
		const headers = signature === undefined ? {} : { signature };
		expect(categoryOf(deliveryOf(headers), signing(appcharge))).toBe(expected);
	});
});

describe('Gamanza Engage: x-gmz-pep-webhook-signature and -timestamp', () => {
	const SIGNATURE = 'x-gmz-pep-webhook-signature';
	const TIME = 'x-gmz-pep-webhook-timestamp';
	const iso = new Date(NOW).toISOString();
	const cases: Array<[string, headers: Delivery['headers'], string | undefined]> = [
		['both headers', { [SIGNATURE]: v1, [TIME]: String(NOW) }, undefined],
		['the digest in upper case', { [SIGNATURE]: v1.toUpperCase(), [TIME]: String(NOW) }, undefined],
		['an ISO 8601 time', { [SIGNATURE]: digestOf(iso, BODY), [TIME]: iso }, undefined],
		[
			'a time in a form that nobody can read',
			{ [SIGNATURE]: digestOf('Mon, 9 Jun', BODY), [TIME]: 'Mon, 9 Jun' },
			undefined,
		],
		['no signature', { [TIME]: String(NOW) }, 'signature'],
		['no time', { [SIGNATURE]: v1 }, 'signature'],
		['empty headers', { [SIGNATURE]: '', [TIME]: '' }, 'signature'],
		['the signature twice', { [SIGNATURE]: `${v1}, ${v1}`, [TIME]: String(NOW) }, 'signature'],
		['a prefix', { [SIGNATURE]: `sha256=${v1}`, [TIME]: String(NOW) }, 'signature'],
		['another time', { [SIGNATURE]: v1, [TIME]: String(NOW + 1) }, 'signature'],
		['headers of Appcharge', { signature: `t=${NOW},v1=${v1}` }, 'signature'],
	];
	test.each(cases)('%s', (_name, headers, expected) => {
		expect(categoryOf(deliveryOf(headers), signing(gamanzaEngage))).toBe(expected);
	});
});

describe('Gamanza Engage: the unit of the time is not documented', () => {
	const forms: ReadonlyArray<readonly [string, (instant: number) => string]> = [
		['s', (instant) => String(instant / 1000)],
		['s with a fraction', (instant) => `${instant / 1000}.922`],
		['ms', String],
		['µs', (instant) => `${instant}123`],
		['ns', (instant) => `${instant}123456`],
		['an HTTP date', (instant) => new Date(instant).toUTCString()],
		['ISO 8601', (instant) => new Date(instant).toISOString()],
	];
	test.each(forms)('%s: taken when fresh, refused when an hour old', (_name, write) => {
		const sentAt = (instant: number) =>
			deliveryOf({
				'x-gmz-pep-webhook-timestamp': write(instant),
				'x-gmz-pep-webhook-signature': digestOf(write(instant), BODY),
			});
		expect(categoryOf(sentAt(NOW), signing(gamanzaEngage))).toBeUndefined();
		expect(categoryOf(sentAt(NOW - 3_600_000), signing(gamanzaEngage))).toBe('timestamp');
	});
});

describe('the documented vectors, through the headers', () => {
	const vendorsById = { appcharge, 'gamanza-engage': gamanzaEngage };
	test.each(vectors.vectors)('$name', ({ vendor: id, secret, timestamp, digest, body }) => {
		const vendor = vendorsById[id as keyof typeof vendorsById];
		const scheme = vendor.authentication as SignatureScheme;
		const headers = scheme.write({ timestamp, id: '', digest });
		const authentication = signing(vendor, { secrets: [secret], timestampTolerance: 0 });
		expect(categoryOf(deliveryOf(headers, body), authentication)).toBeUndefined();
	});
});

describe('a key that is being replaced', () => {
	const rotating = signing(appcharge, { secrets: [SECRET, PREVIOUS] });
	const signedWith = (secret: string, at = NOW) =>
		deliveryOf({ signature: `t=${at},v1=${digestOf(String(at), BODY, secret)}` });

	test('both secrets are accepted, no third one', () => {
		expect(categoryOf(signedWith(SECRET), rotating)).toBeUndefined();
		expect(categoryOf(signedWith(PREVIOUS), rotating)).toBeUndefined();
		expect(categoryOf(signedWith('a third one'), rotating)).toBe('signature');
	});

	test('the operator reads which of the two fitted, and how old the delivery is', () => {
		const late = signedWith(PREVIOUS, NOW - 26 * 60_000);
		expect(authenticate(late, rotating, NOW).refusal).toMatchObject({
			category: 'timestamp',
			reason:
				'Its signature is right for the Previous Main Key, but its timestamp is 26 minutes old.',
			remedy: 'Raise Timestamp Tolerance, or check the clock of this server.',
		});
	});
});

describe('the age of a delivery', () => {
	const minutes = 60_000;
	const at = (timestamp: string) =>
		deliveryOf({ signature: `t=${timestamp},v1=${digestOf(timestamp, BODY)}` });
	const cases: Array<[string, timestamp: string, tolerance: number, string | undefined]> = [
		['now', String(NOW), 1200, undefined],
		['to the millisecond as old as allowed', String(NOW - 1_200_000), 1200, undefined],
		['a millisecond older', String(NOW - 1_200_001), 1200, 'timestamp'],
		['as far in the future as allowed', String(NOW + 1_200_000), 1200, undefined],
		['further in the future', String(NOW + 21 * minutes), 1200, 'timestamp'],
		['in seconds', String(NOW / 1000), 1200, undefined],
		['in seconds, too old', String(NOW / 1000 - 1201), 1200, 'timestamp'],
		['as ISO 8601', new Date(NOW).toISOString(), 1200, undefined],
		['any age where the tolerance is 0', '1', 0, undefined],
		['no readable time where the tolerance is 0', 'yesterday', 0, undefined],
		['a time with an equals sign in it', 'a=b', 0, undefined],
		// Which forms can be read: test/delivery/read-time.test.mts
		['digits with something behind them', `${NOW}abc`, 1200, 'timestamp'],
	];
	test.each(cases)('%s', (_name, timestamp, timestampTolerance, expected) => {
		expect(categoryOf(at(timestamp), signing(appcharge, { timestampTolerance }))).toBe(expected);
	});

	test.each([
		[90_000, '90 seconds old', 60],
		[26 * minutes, '26 minutes old', 1200],
		[5 * 60 * minutes, '5 hours old', 1200],
		[72 * 60 * minutes, '3 days old', 1200],
		[-26 * minutes, '26 minutes in the future', 1200],
	])('%d ms ago is called %s', (age, words, timestampTolerance) => {
		const { refusal } = authenticate(
			at(String(NOW - age)),
			signing(appcharge, { timestampTolerance }),
			NOW,
		);
		expect(refusal?.reason).toContain(words);
	});
});

describe('Appcharge: publisher token and project ID', () => {
	const expectedHeaders = { publisherToken: 'pub-1', projectId: 'prj-1' };
	const cases: Array<[string, headers: Record<string, string>, string | undefined]> = [
		['both right', { 'x-publisher-token': 'pub-1', 'x-project-id': 'prj-1' }, undefined],
		['a wrong token', { 'x-publisher-token': 'pub-2', 'x-project-id': 'prj-1' }, 'token'],
		['no token', { 'x-project-id': 'prj-1' }, 'token'],
		['a wrong project', { 'x-publisher-token': 'pub-1', 'x-project-id': 'PRJ-1' }, 'project'],
		['no project', { 'x-publisher-token': 'pub-1' }, 'project'],
	];
	test.each(cases)('%s', (_name, headers, expected) => {
		const delivery = deliveryOf({ signature: `t=${NOW},v1=${v1}`, ...headers });
		expect(categoryOf(delivery, signing(appcharge, { expectedHeaders }))).toBe(expected);
	});

	test('are not looked at where the credential has none', () => {
		const delivery = deliveryOf({ signature: `t=${NOW},v1=${v1}`, 'x-project-id': 'any' });
		expect(
			categoryOf(delivery, signing(appcharge, { expectedHeaders: { projectId: '' } })),
		).toBeUndefined();
	});

	test('say nothing to a sender who does not know the secret', () => {
		const delivery = deliveryOf({ signature: `t=${NOW},v1=${wrong}` });
		expect(categoryOf(delivery, signing(appcharge, { expectedHeaders }))).toBe('signature');
	});
});

describe('what was signed is what counts', () => {
	const compact = '{"events":[{"eventName":"level_up","note":null,"n":0}]}';
	const digest = digestOf(String(NOW), compact);
	const headers = {
		'x-gmz-pep-webhook-timestamp': String(NOW),
		'x-gmz-pep-webhook-signature': digest,
	};
	test.each([
		['other white space', '{ "events" : [{"eventName":"level_up",\n"note":null,"n":0}] }'],
		['a number too large for JSON in place of null', compact.replace('null', '1e999')],
		['minus zero in place of zero', compact.replace('0', '-0')],
		['a member before its double', compact.replace('"n"', '"n":7,"n"')],
		['an escaped letter', compact.replace('level', '\\u006cevel')],
	])('a copy with %s goes on as the JSON that was signed', (_name, altered) => {
		const verdict = authenticate(deliveryOf(headers, altered), signing(gamanzaEngage), NOW);
		expect(verdict.refusal).toBeUndefined();
		if (verdict.refusal) return;
		expect(verdict.delivery.rawBody.toString()).toBe(compact);
		expect(verdict.delivery.body).toEqual(JSON.parse(compact));
	});
});

describe('a shared secret', () => {
	const name = 'X-Webhook-Secret';
	const inHeader: Authentication = {
		kind: 'sharedSecret',
		place: 'header',
		name,
		secret: 'S3cret',
	};
	const inQuery: Authentication = { ...inHeader, place: 'query', name: 'token' };
	const asked = (query: Record<string, unknown>) => ({ ...deliveryOf({}), query });

	const headers: Array<
		[string, value: string | readonly string[] | undefined, string | undefined]
	> = [
		['right', 'S3cret', undefined],
		['missing', undefined, 'secret'],
		['empty', '', 'secret'],
		['in other case', 's3cret', 'secret'],
		['with more behind it', 'S3cret2', 'secret'],
		['cut short', 'S3cre', 'secret'],
		['twice', 'S3cret, S3cret', 'secret'],
		['a list', ['S3cret'], 'secret'],
	];
	test.each(headers)('in a header: %s', (_name, value, expected) => {
		const delivery = deliveryOf(value === undefined ? {} : { 'x-webhook-secret': value });
		expect(categoryOf(delivery, inHeader)).toBe(expected);
	});

	const queries: Array<[string, query: Record<string, unknown>, string | undefined]> = [
		['right', { token: 'S3cret' }, undefined],
		['missing', {}, 'secret'],
		['in another parameter', { Token: 'S3cret' }, 'secret'],
		['twice', { token: ['S3cret', 'S3cret'] }, 'secret'],
		['an object', { token: { 0: 'S3cret' } }, 'secret'],
	];
	test.each(queries)('in the query: %s', (_name, query, expected) => {
		expect(categoryOf(asked(query), inQuery)).toBe(expected);
	});

	test.each(['constructor', '__proto__', 'toString'])('a name such as %s finds nothing', (odd) => {
		expect(categoryOf(asked({}), { ...inQuery, name: odd })).toBe('secret');
		expect(categoryOf(deliveryOf({}), { ...inHeader, name: odd })).toBe('secret');
	});

	test('a blank one accepts nobody', () => {
		expect(categoryOf(asked({ token: '' }), { ...inQuery, secret: '' })).toBe('secret');
	});
});

test('no refusal repeats a secret, a signature or anything else that was sent', () => {
	const word = fc.string({ minLength: 8, maxLength: 40 }).map((text) => `~${text}~`);
	const different = fc.uniqueArray(word, { minLength: 3, maxLength: 3 });
	fc.assert(
		fc.property(different, ([signature = '', secret = '', token = '']) => {
			const delivery = { ...deliveryOf({ signature, 'x-s': signature }), query: { token } };
			const asked: Authentication[] = [
				signing(appcharge, { secrets: [secret] }),
				{ kind: 'sharedSecret', place: 'header', name: 'x-s', secret },
				{ kind: 'sharedSecret', place: 'query', name: 'token', secret },
			];
			for (const authentication of asked) {
				const text = JSON.stringify(authenticate(delivery, authentication, NOW).refusal);
				for (const value of [signature, secret, token]) expect(text).not.toContain(value);
			}
		}),
		generatedCases(200),
	);
});

test('a delivery of which any header was cut is refused', () => {
	const header = `t=${NOW},v1=${v1}`;
	fc.assert(
		fc.property(fc.nat(header.length), fc.nat(header.length), (one, other) => {
			const [from, to] = [Math.min(one, other), Math.max(one, other)];
			const cut = header.slice(0, from) + header.slice(to);
			fc.pre(cut !== header);
			expect(categoryOf(deliveryOf({ signature: cut }), signing(appcharge))).toBe('signature');
		}),
		generatedCases(2_500),
	);
});
