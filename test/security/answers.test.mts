import { gzipSync, deflateSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { AppchargeTrigger } from '../../nodes/Appcharge/AppchargeTrigger.node';
import { GamanzaEngageTrigger } from '../../nodes/GamanzaEngage/GamanzaEngageTrigger.node';
import { KomoTrigger } from '../../nodes/Komo/KomoTrigger.node';
import { CREDENTIAL, fromAppcharge, fromGamanza } from '../n8n/signed-request.mjs';
import {
	startTrigger,
	type StartedTrigger,
	type TestRequest,
	type TriggerSetup,
} from '../n8n/webhook-harness.mjs';

const triggers = { appcharge: AppchargeTrigger, gamanza: GamanzaEngageTrigger, komo: KomoTrigger };

/** Starts a trigger for one test. */
async function withTrigger<T>(
	name: keyof typeof triggers,
	setup: TriggerSetup,
	use: (trigger: StartedTrigger) => Promise<T>,
): Promise<T> {
	const trigger = await startTrigger(new triggers[name](), setup);
	try {
		return await use(trigger);
	} finally {
		expect(trigger.errors).toEqual([]);
		await trigger.stop();
	}
}

const order = (id: string) => JSON.stringify({ eventName: 'order.created', eventId: id });
const levelUp = (player: string) => ({ eventName: 'level_up', playerId: player, payload: [] });

describe('a delivery with an event that is selected', () => {
	test('is answered 200 with the counts by Appcharge, and starts one execution', async () => {
		await withTrigger('appcharge', { credential: CREDENTIAL }, async (trigger) => {
			const answer = await trigger.send(fromAppcharge(order('1')));
			expect(answer).toMatchObject({
				status: 200,
				body: { accepted: 1, filtered: 0, duplicates: 0 },
				items: [{ eventType: 'order.created', eventKey: '1' }],
			});
			expect(trigger.log).toEqual([]);
		});
	});

	test('is answered 202 by Gamanza Engage; several events are one execution', async () => {
		await withTrigger('gamanza', { credential: CREDENTIAL }, async (trigger) => {
			const body = JSON.stringify({ events: [levelUp('1'), levelUp('2'), levelUp('1')] });
			const answer = await trigger.send(fromGamanza(body));
			expect(answer).toMatchObject({
				status: 202,
				body: { accepted: 2, filtered: 0, duplicates: 1 },
				items: [{ playerId: '1' }, { playerId: '2' }],
			});
			expect(trigger.executions).toHaveLength(1);
		});
	});
});

describe('a delivery with nothing to do', () => {
	const nothing: Array<[string, body: string, body: object]> = [
		['filtered events', order('1'), { accepted: 0, filtered: 1, duplicates: 0 }],
		['an empty list', '[]', { accepted: 0, filtered: 0, duplicates: 0 }],
	];
	test.each(nothing)('is answered 200 and starts nothing: %s', async (_name, body, counts) => {
		const parameters = { events: ['order.refunded'] };
		await withTrigger('appcharge', { credential: CREDENTIAL, parameters }, async (trigger) => {
			expect(await trigger.send(fromAppcharge(body))).toEqual({
				status: 200,
				body: counts,
				items: undefined,
			});
		});
	});

	test('is answered 202 by Gamanza Engage', async () => {
		await withTrigger('gamanza', { credential: CREDENTIAL }, async (trigger) => {
			expect(await trigger.send(fromGamanza('{"events":[]}'))).toMatchObject({
				status: 202,
				items: undefined,
			});
		});
	});
});

describe('a delivery that is refused', () => {
	const credential = { ...CREDENTIAL, publisherToken: 'pub-1', projectId: 'prj-1' };
	const genuine = { 'x-publisher-token': 'pub-1', 'x-project-id': 'prj-1' };
	const body = order('refused');
	const deep = `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`;
	type Row = [string, request: TestRequest, status: number, category: string, logged: RegExp];
	const rows: Row[] = [
		['unsigned', { body }, 401, 'signature', /no signature that can be read/],
		[
			'signed with another secret',
			fromAppcharge(body, { secret: 'another', headers: genuine }),
			401,
			'signature',
			/does not fit/,
		],
		[
			'too old',
			fromAppcharge(body, { at: Date.now() - 26 * 60_000, headers: genuine }),
			401,
			'timestamp',
			/is 26 minutes old\. Raise Timestamp Tolerance/,
		],
		['without its token', fromAppcharge(body), 401, 'token', /x-publisher-token/],
		[
			'of another project',
			fromAppcharge(body, { headers: { ...genuine, 'x-project-id': 'x' } }),
			401,
			'project',
			/x-project-id/,
		],
		['a number', fromAppcharge('7', { headers: genuine }), 400, 'body', /neither an object nor/],
		['a list of text', fromAppcharge('["a"]', { headers: genuine }), 400, 'body', /neither/],
		['too deep', fromAppcharge(deep, { headers: genuine }), 400, 'body', /more than 100 levels/],
		['no JSON', { body: 'a=1', headers: { 'content-type': 'text/csv' } }, 415, 'body', /not JSON/],
		['empty', { body: '' }, 415, 'body', /not JSON/],
		[
			'a form with files',
			{ body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
			415,
			'body',
			/not JSON/,
		],
	];
	test.each(rows)('%s', async (_name, request, status, category, logged) => {
		await withTrigger('appcharge', { credential }, async (trigger) => {
			const answer = await trigger.send(request);
			expect(answer).toMatchObject({ status, body: { error: category }, items: undefined });
			expect(trigger.log).toEqual([
				{
					level: 'warn',
					message: expect.stringMatching(logged),
					details: expect.objectContaining({ category, status, sender: '127.0.0.1' }),
				},
			]);
			expect(trigger.log[0]?.message).toContain('Appcharge Trigger: refused a delivery from');
		});
	});

	test('from an address that is not on the list, with 403', async () => {
		const parameters = { authentication: 'none', options: { ipAllowlist: '203.0.113.0/24' } };
		await withTrigger(
			'appcharge',
			{ parameters, address: '::ffff:203.0.113.9' },
			async (trigger) => {
				expect(await trigger.send({ body: order('a') })).toMatchObject({ status: 200 });
				trigger.setup.address = '198.51.100.1';
				expect(await trigger.send({ body: order('b') })).toEqual({
					status: 403,
					body: { error: 'address' },
					items: undefined,
				});
			},
		);
	});

	const withoutSecret: Array<[string, TriggerSetup]> = [
		['no credential', { credential: undefined }],
		['a blank secret', { credential: { signingSecret: ' ' } }],
		['a blank secret beside the previous one', { credential: { previousSigningSecret: 'x' } }],
		['a credential that n8n cannot read', { credential: new Error('decrypt') }],
	];
	test.each(withoutSecret)('for %s, with 503, so that it comes again', async (_name, setup) => {
		await withTrigger('appcharge', setup, async (trigger) => {
			expect(await trigger.send(fromAppcharge(body))).toEqual({
				status: 503,
				body: { error: 'setup' },
				items: undefined,
			});
		});
	});
});

describe('Komo’s shared secret', () => {
	const credential = { sharedSecret: 'long-enough-secret', headerName: 'X-Komo-Secret' };
	const body = '{"event":"SignUpSuccess"}';

	test('in a header', async () => {
		const parameters = { authentication: 'header' };
		await withTrigger('komo', { credential, parameters }, async (trigger) => {
			const right = { body, headers: { 'X-KOMO-SECRET': 'long-enough-secret' } };
			expect(await trigger.send(right)).toMatchObject({ status: 200 });
			const wrong = { body, headers: { 'x-komo-secret': 'long-enough-secreT' } };
			expect(await trigger.send(wrong)).toMatchObject({ status: 401, body: { error: 'secret' } });
			expect(
				await trigger.send({ body, query: '?X-Komo-Secret=long-enough-secret' }),
			).toMatchObject({
				status: 401,
			});
		});
	});

	test('in the query', async () => {
		const parameters = { authentication: 'query' };
		await withTrigger('komo', { credential, parameters }, async (trigger) => {
			const query = '?X-Komo-Secret=long-enough-secret';
			expect(await trigger.send({ body, query })).toMatchObject({ status: 200 });
			expect(await trigger.send({ body, query: `${query}&X-Komo-Secret=x` })).toMatchObject({
				status: 401,
			});
			expect(await trigger.send({ body })).toMatchObject({ status: 401 });
		});
	});
});

describe('a genuine delivery in any wrapping', () => {
	const text = '{"eventName":"order.created","note":"Zoë"}';
	const utf16 = Buffer.from(text, 'utf16le');
	const type = (value: string) => ({ 'content-type': value });
	type Row = [string, TestRequest];
	const rows: Row[] = [
		['plain', fromAppcharge(text)],
		['with a charset', fromAppcharge(text, { headers: type('application/json; charset=UTF-8') })],
		[
			'with a blank before it',
			fromAppcharge(text, { headers: type('application/json ;charset=utf-8') }),
		],
		['in upper case', fromAppcharge(text, { headers: type('APPLICATION/JSON') })],
		[
			'as a JSON type of the vendor’s',
			fromAppcharge(text, { headers: type('application/vnd.x+json') }),
		],
		['as text', fromAppcharge(text, { headers: type('text/plain') })],
		[
			'as a form, as careless senders have it',
			fromAppcharge(text, { headers: type('application/x-www-form-urlencoded') }),
		],
		['with an empty content type', fromAppcharge(text, { headers: type('') })],
		['with a byte order mark', fromAppcharge(`\ufeff${text}`)],
		[
			'with a mark and another type',
			fromAppcharge(`\ufeff${text}`, { headers: type('text/json') }),
		],
		['in UTF-16', fromAppcharge(utf16, { headers: type('application/json; charset=utf-16le') })],
		['header names in upper case', upperCased(fromAppcharge(text))],
		['compact JSON signed, spaced sent', fromAppcharge(` ${text} `, { signed: text })],
		['gzip', compressed(fromAppcharge(text), 'gzip')],
		['deflate', compressed(fromAppcharge(text), 'deflate')],
		[
			'gzip and another type',
			compressed(fromAppcharge(text, { headers: type('text/json') }), 'gzip'),
		],
	];
	test.each(rows)('%s', async (_name, request) => {
		await withTrigger('appcharge', { credential: CREDENTIAL }, async (trigger) => {
			expect(await trigger.send(request)).toMatchObject({
				status: 200,
				items: [{ eventType: 'order.created', note: 'Zoë' }],
			});
		});
	});
});

describe('activating a workflow', () => {
	let trigger: StartedTrigger;
	beforeAll(async () => {
		trigger = await startTrigger(new AppchargeTrigger(), { credential: { signingSecret: '' } });
	});
	afterAll(() => trigger.stop());

	test.each(['activate', 'update', 'manual'] as const)(
		'without a secret is refused to a person (%s), with the remedy in the message',
		async (mode) => {
			await expect(trigger.activate(mode)).rejects.toThrow(
				/Appcharge Trigger has no secret.+ choose or create a credential for Appcharge, fill in its secret/,
			);
		},
	);

	test.each(['init', 'leadershipChange'] as const)('is never refused to n8n (%s)', async (mode) => {
		await trigger.activate(mode);
	});

	test('works with a secret, and without authentication', async () => {
		trigger.setup.credential = CREDENTIAL;
		await trigger.activate('activate');
		const open = await startTrigger(new AppchargeTrigger(), {
			parameters: { authentication: 'none' },
		});
		await open.activate('activate');
		await open.stop();
	});
});

function upperCased(request: TestRequest): TestRequest {
	const headers = Object.entries(request.headers ?? {}).map(
		([name, value]) => [name.toUpperCase(), value] as const,
	);
	return { ...request, headers: Object.fromEntries(headers) };
}

/** What was signed is the body before it is compressed. */
function compressed(request: TestRequest, encoding: 'gzip' | 'deflate'): TestRequest {
	const compress = encoding === 'gzip' ? gzipSync : deflateSync;
	return {
		...request,
		body: compress(request.body ?? ''),
		headers: { ...request.headers, 'content-encoding': encoding },
	};
}
