import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { verifySignature } from '../../../delivery/authentication/verify-signature';
import rfc4231 from '../../fixtures/signatures/rfc4231.json';
import vendors from '../../fixtures/signatures/vendors.json';
import { generatedCases } from '../../generated-cases.mjs';
import { hmacSha256 } from '../rfc-2104.mjs';

const SECRET = 'nw-demo-main-key-42';
const TIMESTAMP = '1781006500001';
const BODY = Buffer.from('{"eventName":"order.created","amount":7}');

const sign = (secret: string, timestamp: string, bytes: Uint8Array) =>
	hmacSha256(Buffer.from(secret), Buffer.concat([Buffer.from(`${timestamp}.`), bytes]));

const DIGEST = sign(SECRET, TIMESTAMP, BODY);

interface Case {
	readonly timestamp: string;
	readonly digests: readonly string[];
	readonly secrets: readonly string[];
	readonly rawBody: Buffer;
	readonly body: unknown;
}

const GENUINE: Case = {
	timestamp: TIMESTAMP,
	digests: [DIGEST],
	secrets: [SECRET],
	rawBody: BODY,
	body: JSON.parse(BODY.toString()),
};

function verify(differences: Partial<Case>) {
	const { timestamp, digests, secrets, rawBody, body } = { ...GENUINE, ...differences };
	return verifySignature({ timestamp, digests }, secrets, rawBody, body);
}

describe('the oracle', () => {
	test.each(rfc4231.vectors)('agrees with RFC 4231: $mac', ({ key, data, mac }) => {
		expect(hmacSha256(Buffer.from(key, 'hex'), Buffer.from(data, 'hex'))).toBe(mac);
	});
});

describe('verifySignature', () => {
	test.each(vendors.vectors)('accepts the vector: $name', (vector) => {
		const { secret, timestamp, digest } = vector;
		const rawBody = Buffer.from(vector.body);
		const verified = verifySignature(
			{ timestamp, digests: [digest] },
			[secret],
			rawBody,
			JSON.parse(vector.body),
		);
		expect(verified?.secretIndex).toBe(0);
		expect(verified && hmacSha256(Buffer.from(secret), signedText(timestamp, verified))).toBe(
			digest,
		);
	});

	const accepted: Array<[string, Partial<Case>, secretIndex: number]> = [
		['the digest in upper case', { digests: [DIGEST.toUpperCase()] }, 0],
		['one right digest among wrong ones', { digests: ['0'.repeat(64), 'x', '', DIGEST] }, 0],
		['the previous secret while a key is replaced', { secrets: ['new', SECRET] }, 1],
		['the current secret when the previous one is the same', { secrets: [SECRET, SECRET] }, 0],
		['a body that is no JSON, as sent', { body: undefined }, 0],
	];
	test.each(accepted)('accepts %s', (_name, delivery, secretIndex) => {
		expect(verify(delivery)).toEqual({ secretIndex, signedBytes: BODY });
	});

	const refused: Array<[string, Partial<Case>]> = [
		['no digest', { digests: [] }],
		['an empty digest', { digests: [''] }],
		['a digest cut short', { digests: [DIGEST.slice(0, -2)] }],
		['a digest with more behind it', { digests: [`${DIGEST}00`] }],
		['the right digest with a blank in front', { digests: [` ${DIGEST}`] }],
		[
			'a digest whose last character is no hexadecimal one',
			{ digests: [`${DIGEST.slice(0, -1)}g`] },
		],
		['64 characters that are no hexadecimal ones', { digests: ['z'.repeat(64)] }],
		['a digest in base64', { digests: [Buffer.from(DIGEST, 'hex').toString('base64')] }],
		[
			'the digest of the body without its timestamp',
			{ digests: [hmacSha256(Buffer.from(SECRET), BODY)] },
		],
		['another timestamp', { timestamp: '1781006500002' }],
		['the same timestamp, written otherwise', { timestamp: `0${TIMESTAMP}` }],
		['another secret', { secrets: ['another'] }],
		['the secret with a line break behind it', { secrets: [`${SECRET}\n`] }],
		['no secret', { secrets: [] }],
		[
			'a changed body',
			{
				rawBody: Buffer.from('{"eventName":"order.created","amount":8}'),
				body: { eventName: 'order.created', amount: 8 },
			},
		],
		['an empty body', { rawBody: Buffer.alloc(0), body: undefined }],
	];
	test.each(refused)('refuses %s', (_name, delivery) => {
		expect(verify(delivery)).toBeUndefined();
	});

	test('refuses what is signed with a blank secret', () => {
		expect(verify({ secrets: [''], digests: [sign('', TIMESTAMP, BODY)] })).toBeUndefined();
	});

	test('tells that not the body as sent but its compact form was signed', () => {
		const spaced = '{ "eventName" : "order.created",\n\t"discount": 7.0 }';
		const compact = Buffer.from('{"eventName":"order.created","discount":7}');
		const verified = verify({
			rawBody: Buffer.from(spaced),
			body: JSON.parse(spaced) as unknown,
			digests: [sign(SECRET, TIMESTAMP, compact)],
		});
		expect(verified).toEqual({ secretIndex: 0, signedBytes: compact });
	});

	test('refuses JSON nested too deep to be written, without a throw', () => {
		const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
		expect(
			verify({ rawBody: Buffer.from(deep), body: JSON.parse(deep) as unknown }),
		).toBeUndefined();
	});

	test('accepts what the oracle signs, whatever the secret, the timestamp and the bytes', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
				fc.string(),
				fc.uint8Array({ maxLength: 300 }),
				(secret, timestamp, bytes) => {
					const rawBody = Buffer.from(bytes);
					const digests = [sign(secret, timestamp, rawBody)];
					expect(
						verify({ secrets: [secret], timestamp, rawBody, body: undefined, digests }),
					).toEqual({ secretIndex: 0, signedBytes: rawBody });
				},
			),
			generatedCases(1_000),
		);
	});

	test('refuses a delivery of which any one bit was changed', () => {
		const message = Buffer.concat([Buffer.from(DIGEST, 'hex'), BODY]);
		fc.assert(
			fc.property(fc.nat(message.length * 8 - 1), (bit) => {
				const changed = Buffer.from(message);
				changed[bit >> 3]! ^= 1 << (bit & 7);
				const rawBody = changed.subarray(32);
				const digests = [changed.subarray(0, 32).toString('hex')];
				expect(verify({ rawBody, digests, body: parsed(rawBody) })).toBeUndefined();
			}),
			generatedCases(2_500),
		);
	});
});

function signedText(timestamp: string, { signedBytes }: { signedBytes: Buffer }): Buffer {
	return Buffer.concat([Buffer.from(`${timestamp}.`), signedBytes]);
}

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch {
		return undefined;
	}
}
