import crypto from 'node:crypto';
import { connect } from 'node:net';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { AppchargeTrigger } from '../../nodes/Appcharge/AppchargeTrigger.node';
import { GamanzaEngageTrigger } from '../../nodes/GamanzaEngage/GamanzaEngageTrigger.node';
import { CREDENTIAL, fromAppcharge, fromGamanza } from '../n8n/signed-request.mjs';
import {
	startTrigger,
	type StartedTrigger,
	type TestRequest,
	type TriggerSetup,
} from '../n8n/webhook-harness.mjs';

const SECONDS = 1_000;
const MINUTES = 60 * SECONDS;

const ORDER = '{"eventName":"order.completed","eventId":"5b7d0f3e"}';

const started: StartedTrigger[] = [];

async function start(setup: TriggerSetup = {}, node = new AppchargeTrigger()) {
	const trigger = await startTrigger(node, { credential: CREDENTIAL, ...setup });
	started.push(trigger);
	return trigger;
}

afterEach(async () => {
	jest.restoreAllMocks();
	for (const trigger of started.splice(0)) {
		expect(trigger.errors).toEqual([]);
		await trigger.stop();
	}
});

/** Lets time pass for the trigger: on the wall and since n8n was started. */
function passTime(): (milliseconds: number) => void {
	let passed = 0;
	const [wall, running] = [Date.now.bind(Date), performance.now.bind(performance)];
	jest.spyOn(Date, 'now').mockImplementation(() => wall() + passed);
	jest.spyOn(performance, 'now').mockImplementation(() => running() + passed);
	return (milliseconds) => (passed += milliseconds);
}

describe('the retry schedule of Appcharge: at once, +15 s, +15 s, +15 min, all alike', () => {
	const schedule = [0, 15 * SECONDS, 15 * SECONDS, 15 * MINUTES];

	test('starts one execution', async () => {
		const trigger = await start();
		const pass = passTime();
		const request = fromAppcharge(ORDER);
		const counts = [];
		for (const pause of schedule) {
			pass(pause);
			counts.push((await trigger.send(request)).body);
		}
		expect(counts).toEqual([
			{ accepted: 1, filtered: 0, duplicates: 0 },
			{ accepted: 0, filtered: 0, duplicates: 1 },
			{ accepted: 0, filtered: 0, duplicates: 1 },
			{ accepted: 0, filtered: 0, duplicates: 1 },
		]);
		expect(trigger.executions).toHaveLength(1);
	});

	test.each([1, 2, 3])('gets through when n8n fails %d times', async (failures) => {
		let attempts = 0;
		const trigger = await start({
			acceptRun: () => {
				if (++attempts <= failures) throw new Error('n8n cannot');
			},
		});
		const pass = passTime();
		const request = fromAppcharge(ORDER);
		const statuses = [];
		for (const pause of schedule) {
			pass(pause);
			statuses.push((await trigger.send(request)).status);
		}
		const expected = schedule.map((_, index) => (index < failures ? 500 : 200));
		expect(statuses).toEqual(expected);
		expect(trigger.executions).toHaveLength(1);
	});

	test('gets through when the secret is filled in between', async () => {
		const trigger = await start({ credential: {} });
		const pass = passTime();
		const request = fromAppcharge(ORDER);
		expect(await trigger.send(request)).toMatchObject({ status: 503 });
		pass(15 * SECONDS);
		trigger.setup.credential = CREDENTIAL;
		expect(await trigger.send(request)).toMatchObject({ status: 200 });
	});
});

describe('a replay', () => {
	test('inside the tolerance starts nothing; outside, it is refused', async () => {
		const trigger = await start();
		const pass = passTime();
		const request = fromAppcharge(ORDER);
		await trigger.send(request);
		pass(19 * MINUTES);
		expect(await trigger.send(request)).toMatchObject({ status: 200, items: undefined });
		pass(2 * MINUTES);
		expect(await trigger.send(request)).toMatchObject({ status: 401 });
	});

	const twoEvents = '{"events":[{"eventName":"level_up","n":1.0},{"eventName":"rank_up","e":"é"}]}';
	const compact = JSON.stringify(JSON.parse(twoEvents));
	const disguises: Array<[string, Partial<TestRequest>]> = [
		['under another content type', { headers: { 'content-type': 'text/plain' } }],
		['under another charset', { headers: { 'content-type': 'application/json; charset=latin1' } }],
		['with a query', { query: '?x=1' }],
		['with further headers', { headers: { 'x-request-id': '2' } }],
	];
	test.each(disguises)('%s starts nothing', async (_name, disguise) => {
		const trigger = await start({}, new GamanzaEngageTrigger());
		const request = fromGamanza(twoEvents);
		expect(await trigger.send(request)).toMatchObject({ body: { accepted: 2 } });
		const headers = { ...request.headers, ...disguise.headers };
		const answer = await trigger.send({ ...request, ...disguise, headers });
		expect(answer).toMatchObject({ status: 202, items: undefined, body: { duplicates: 2 } });
	});

	test.each([
		['other white space', compact.replaceAll(',', ' ,\n')],
		['escapes', compact.replace('level_up', '\\u006cevel_up').replace('é', '\\u00e9')],
		['doubled members', compact.replace('"n"', '"n":2,"n"')],
		['numbers written otherwise', compact.replace('"n":1', '"n":1.000e0')],
	])('of compact JSON with %s starts nothing', async (_name, altered) => {
		const trigger = await start({}, new GamanzaEngageTrigger());
		const at = Date.now();
		await trigger.send(fromGamanza(compact, { at }));
		const answer = await trigger.send(fromGamanza(altered, { at, signed: compact }));
		expect(answer).toMatchObject({ status: 202, items: undefined, body: { duplicates: 2 } });
	});

	test('after a restart passes, and nothing breaks', async () => {
		const request = fromAppcharge(ORDER);
		await (await start()).send(request);
		expect(await (await start()).send(request)).toMatchObject({ body: { accepted: 1 } });
	});

	test('passes where duplicates are not dropped, and in test runs', async () => {
		const request = fromAppcharge(ORDER);
		for (const setup of [
			{ parameters: { options: { dropDuplicates: false } } },
			{ mode: 'manual' as const },
		]) {
			const trigger = await start(setup);
			await trigger.send(request);
			expect(await trigger.send(request)).toMatchObject({ body: { accepted: 1 } });
		}
	});
});

describe('parallel copies', () => {
	test('200 of them start one execution, and all are answered 200', async () => {
		const trigger = await start();
		const request = fromAppcharge(ORDER);
		const answers = await Promise.all(Array.from({ length: 200 }, () => trigger.send(request)));
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(trigger.executions).toHaveLength(1);
	});

	test('200 of them get one through while n8n fails now and then', async () => {
		let attempts = 0;
		const trigger = await start({
			acceptRun: () => {
				if (++attempts <= 3) throw new Error('n8n cannot');
			},
		});
		const request = fromAppcharge(ORDER);
		const answers = await Promise.all(Array.from({ length: 200 }, () => trigger.send(request)));
		expect(answers.filter(({ status }) => status === 500)).toHaveLength(3);
		expect(trigger.executions).toHaveLength(1);
	});

	test('of a delivery that never ends are answered 503 after the wait, and start nothing', async () => {
		let attempts = 0;
		const trigger = await start({
			acceptRun: async () => {
				if (++attempts === 1) await new Promise(() => {});
			},
		});
		const request = fromAppcharge(ORDER);
		trigger.send(request).catch(() => {});
		while (attempts === 0) await new Promise((resolve) => setTimeout(resolve, 2));
		const copies = await Promise.all([trigger.send(request), trigger.send(request)]);
		expect(copies).toEqual(Array(2).fill({ status: 503, body: { error: 'copy' } }));
		expect(trigger.executions).toHaveLength(0);
	}, 30_000);
});

describe('a sender that hangs up', () => {
	test('before the answer, and sends again, starts one execution', async () => {
		let accept: () => void = () => {};
		const accepted = new Promise<void>((resolve) => (accept = resolve));
		let attempts = 0;
		const trigger = await start({
			acceptRun: async () => {
				attempts++;
				await accepted;
			},
		});
		const request = fromAppcharge(ORDER);
		await hangUpAfter(trigger, request, () => attempts === 1);
		accept();
		expect(await trigger.send(request)).toMatchObject({ status: 200, body: { duplicates: 1 } });
		expect(trigger.executions).toHaveLength(1);
	});

	test('and whose run n8n then cannot accept, gets through when it sends again', async () => {
		let fail: (reason: Error) => void = () => {};
		const failing = new Promise<void>((_resolve, reject) => (fail = reject));
		let attempts = 0;
		const trigger = await start({
			acceptRun: async () => {
				if (++attempts === 1) await failing;
			},
		});
		const request = fromAppcharge(ORDER);
		await hangUpAfter(trigger, request, () => attempts === 1);
		const again = trigger.send(request);
		fail(new Error('n8n cannot'));
		expect(await again).toMatchObject({ status: 200, body: { accepted: 1 } });
		expect(trigger.executions).toHaveLength(1);
	});

	test('in the middle of the body leaves nothing behind', async () => {
		const trigger = await start();
		const { port } = new URL(trigger.url);
		for (let count = 0; count < 20; count++) {
			const socket = connect(Number(port), '127.0.0.1');
			socket.write('POST /webhook HTTP/1.1\r\nhost: x\r\ncontent-type: text/json\r\n');
			socket.write('content-encoding: gzip\r\ncontent-length: 1000\r\n\r\nabc');
			await new Promise((resolve) => setTimeout(resolve, 5));
			socket.destroy();
		}
		expect(await trigger.send(fromAppcharge(ORDER))).toMatchObject({ status: 200 });
	});
});

describe('a secret that is replaced', () => {
	const at = (secret: string, id: string) =>
		fromAppcharge(`{"eventName":"order.created","eventId":"${id}"}`, { secret });

	test('is asked for once in 30 seconds while deliveries fit', async () => {
		const trigger = await start();
		const pass = passTime();
		for (let count = 0; count < 30; count++) {
			await trigger.send(at(CREDENTIAL.signingSecret, String(count)));
			pass(1 * SECONDS);
		}
		expect(trigger.credentialReads).toBe(1);
		pass(1);
		await trigger.send(at(CREDENTIAL.signingSecret, 'last'));
		expect(trigger.credentialReads).toBe(2);
	});

	test('works at once, also for a burst of deliveries', async () => {
		const trigger = await start();
		const pass = passTime();
		await trigger.send(at(CREDENTIAL.signingSecret, 'before'));
		pass(2 * SECONDS);
		trigger.setup.credential = { signingSecret: 'the-new-one' };
		const burst = await Promise.all(
			Array.from({ length: 50 }, (_, index) => trigger.send(at('the-new-one', String(index)))),
		);
		expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([200]));
		expect(trigger.credentialReads).toBe(2);
	});

	test('is asked for at most once a second, however many forged deliveries come', async () => {
		const trigger = await start();
		const pass = passTime();
		for (let count = 0; count < 40; count++) {
			expect(await trigger.send(at('forged', String(count)))).toMatchObject({ status: 401 });
			pass(0.1 * SECONDS);
		}
		expect(trigger.credentialReads).toBeLessThanOrEqual(6);
	});

	test('is not tried again on a forged delivery where it is the same by then', async () => {
		const trigger = await start();
		const pass = passTime();
		await trigger.send(at(CREDENTIAL.signingSecret, '1'));
		pass(2 * SECONDS);
		const forged = at('forged', '2');
		const digests = jest.spyOn(crypto, 'createHmac');
		expect(await trigger.send(forged)).toMatchObject({ status: 401 });
		expect(trigger.credentialReads).toBe(2);
		expect(digests).toHaveBeenCalledTimes(1);
	});

	test('counts for an hour longer where n8n cannot give it, whatever forged deliveries come', async () => {
		const trigger = await start();
		const pass = passTime();
		expect(await trigger.send(at(CREDENTIAL.signingSecret, '1'))).toMatchObject({ status: 200 });
		trigger.setup.credential = new Error('no database');
		for (const id of ['2', '3']) {
			pass(29 * MINUTES);
			expect(await trigger.send(at('forged', id))).toMatchObject({ status: 401 });
			expect(await trigger.send(at(CREDENTIAL.signingSecret, id))).toMatchObject({ status: 200 });
		}
		pass(3 * MINUTES);
		expect(await trigger.send(at(CREDENTIAL.signingSecret, '4'))).toMatchObject({ status: 503 });
		trigger.setup.credential = { signingSecret: 'the-new-one' };
		pass(1 * SECONDS);
		expect(await trigger.send(at('the-new-one', '4'))).toMatchObject({ status: 200 });
	});

	test('stands beside the previous one until that is removed', async () => {
		const trigger = await start({
			credential: { signingSecret: 'new', previousSigningSecret: 'old' },
		});
		const pass = passTime();
		expect(await trigger.send(at('old', '1'))).toMatchObject({ status: 200 });
		expect(await trigger.send(at('new', '2'))).toMatchObject({ status: 200 });
		trigger.setup.credential = { signingSecret: 'new', previousSigningSecret: '' };
		pass(31 * SECONDS);
		expect(await trigger.send(at('old', '3'))).toMatchObject({ status: 401 });
		expect(await trigger.send(at('new', '4'))).toMatchObject({ status: 200 });
	});
});

/** Sends a request and closes the connection once something has come true. */
async function hangUpAfter(
	trigger: StartedTrigger,
	{ body = '', headers = {} }: TestRequest,
	isTime: () => boolean,
): Promise<void> {
	const { port } = new URL(trigger.url);
	const socket = connect(Number(port), '127.0.0.1');
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
	socket.write(
		`POST /webhook HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n${lines.join('\r\n')}\r\n\r\n`,
	);
	socket.write(body);
	while (!isTime()) await new Promise((resolve) => setTimeout(resolve, 2));
	const closed = new Promise((resolve) => socket.once('close', resolve));
	socket.destroy();
	await closed;
	await new Promise((resolve) => setTimeout(resolve, 20));
}
