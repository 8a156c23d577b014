import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';

import { sign, verify as verifyBy } from '../../../delivery/authentication/signature';
import { signatureScheme } from '../../../vendors/appcharge/signature';
import type { SignatureScheme } from '../../../vendors/signature-scheme';
import rfc4231 from '../../fixtures/signatures/rfc4231.json';
import { generatedCases } from '../../generated-cases.mjs';
import { hmacSha256 } from './rfc-2104.mjs';

const SECRET = 'nw-demo-main-key-42';
const TIMESTAMP = '1781006500001';
const BODY = Buffer.from('{"eventName":"order.created","amount":7}');

const digestOf = (secret: string, timestamp: string, bytes: Uint8Array) =>
	hmacSha256(Buffer.from(secret), Buffer.concat([Buffer.from(`${timestamp}.`), bytes]));

const DIGEST = digestOf(SECRET, TIMESTAMP, BODY);

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
	return verifyBy(signatureScheme, { timestamp, digests }, secrets, rawBody, body);
}

describe('the oracle', () => {
	test.each(rfc4231.vectors)('agrees with RFC 4231: $mac', ({ key, data, mac }) => {
		expect(hmacSha256(Buffer.from(key, 'hex'), Buffer.from(data, 'hex'))).toBe(mac);
	});
});

describe('verify', () => {
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
		expect(verify({ secrets: [''], digests: [digestOf('', TIMESTAMP, BODY)] })).toBeUndefined();
	});

	test('tells that not the body as sent but its compact form was signed', () => {
		const spaced = '{ "eventName" : "order.created",\n\t"discount": 7.0 }';
		const compact = Buffer.from('{"eventName":"order.created","discount":7}');
		const verified = verify({
			rawBody: Buffer.from(spaced),
			body: JSON.parse(spaced) as unknown,
			digests: [digestOf(SECRET, TIMESTAMP, compact)],
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
					const digests = [digestOf(secret, timestamp, rawBody)];
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

describe('a vendor that signs otherwise is data', () => {
	const headerOf =
		(headers: Readonly<Record<string, string>>) =>
		(name: string): string | undefined =>
			headers[name];
	const only = (header: string) => ({
		kind: 'signature' as const,
		keyName: 'Secret',
		secretHeaders: [header],
		write: ({ digest }: { digest: string }) => ({ [header]: digest }),
		headerChecks: [],
	});

	/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
	const gitHub: SignatureScheme = {
		...only('x-hub-signature-256'),
		encoding: 'hex',
		read: (header) => {
			const digest = /^sha256=(.+)$/.exec(header('x-hub-signature-256') ?? '')?.[1];
			return digest === undefined ? undefined : { digests: [digest] };
		},
		write: ({ digest }) => ({ 'x-hub-signature-256': `sha256=${digest}` }),
	};
	/** https://shopify.dev/docs/apps/build/webhooks/subscribe/https */
	const shopify: SignatureScheme = {
		...only('x-shopify-hmac-sha256'),
		encoding: 'base64',
		read: (header) => ({ digests: [header('x-shopify-hmac-sha256') ?? ''] }),
	};
	/** https://github.com/standard-webhooks/standard-webhooks */
	const standardWebhooks: SignatureScheme = {
		...only('webhook-signature'),
		encoding: 'base64',
		over: ({ id, timestamp }) => `${id}.${timestamp}.`,
		keyOf: (secret) => Buffer.from(secret.replace('whsec_', ''), 'base64'),
		timestampOf: (time) => String(Math.floor(time.getTime() / 1000)),
		read: (header) => ({
			id: header('webhook-id') ?? '',
			timestamp: header('webhook-timestamp') ?? '',
			digests: (header('webhook-signature') ?? '').split(' ').map((part) => part.slice(3)),
		}),
		write: ({ id, timestamp, digest }) => ({
			'webhook-id': id,
			'webhook-timestamp': timestamp,
			'webhook-signature': `v1,${digest}`,
		}),
	};
	const secret = `whsec_${Buffer.from('a key of 24 bytes or more').toString('base64')}`;
	const time = new Date();

	test.each([
		['like GitHub', gitHub],
		['like Shopify', shopify],
		['as Standard Webhooks has it', standardWebhooks],
		['like Appcharge', signatureScheme],
	])('%s: what is signed is verified, and nothing else', (_name, scheme) => {
		const headers = sign(scheme, secret, BODY, { time, id: 'msg_1' });
		const signature = scheme.read(headerOf(headers))!;
		const by = (key: string, body: Buffer) => verifyBy(scheme, signature, [key], body, undefined);
		expect(by(secret, BODY)).toEqual({ secretIndex: 0, signedBytes: BODY });
		expect(by('whsec_YW5vdGhlcg==', BODY)).toBeUndefined();
		expect(by(secret, Buffer.concat([BODY, BODY]))).toBeUndefined();
		const shouted = signature.digests.map((digest) => digest.toUpperCase());
		const verified = verifyBy(scheme, { ...signature, digests: shouted }, [secret], BODY, null);
		expect(verified !== undefined).toBe(scheme.encoding === 'hex');
	});

	test('the library of Standard Webhooks takes what is signed', () => {
		const headers = sign(standardWebhooks, secret, BODY, { time, id: 'msg_1' });
		expect(() => new Webhook(secret).verify(BODY, { ...headers })).not.toThrow();
	});

	test('the example of GitHub’s page is signed as there', () => {
		const headers = sign(gitHub, "It's a Secret to Everybody", Buffer.from('Hello, World!'), {
			time,
		});
		expect(headers).toEqual({
			'x-hub-signature-256':
				'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
		});
	});

	test('compact JSON is tried only where the vendor is known to sign it', () => {
		const { digests = [] } = gitHub.read(headerOf(sign(gitHub, secret, BODY, { time }))) ?? {};
		const spaced = Buffer.from(` ${BODY.toString()}`);
		const body: unknown = JSON.parse(BODY.toString());
		expect(verifyBy(gitHub, { digests }, [secret], spaced, body)).toBeUndefined();
		const knownTo = { ...gitHub, signsCompactJson: true };
		expect(verifyBy(knownTo, { digests }, [secret], spaced, body)?.signedBytes).toEqual(BODY);
	});
});

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch {
		return undefined;
	}
}
