import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterEach, expect, jest, test } from '@jest/globals';

import { DeliveryMemory, REMEMBERED_KEYS } from '../../delivery/delivery-memory';
import { AppchargeTrigger } from '../../nodes/Appcharge/AppchargeTrigger.node';
import { CREDENTIAL, fromAppcharge } from '../n8n/signed-request.mjs';
import { startTrigger, type Answer, type StartedTrigger } from '../n8n/webhook-harness.mjs';

jest.setTimeout(240_000);

const MB = 1e6;
/** The largest body that n8n takes, nearly. */
const LARGE = 16 * 1024 * 1024 - 1_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that cannot be given back. */
async function held(): Promise<number> {
	// What a request has used is freed some turns of the event loop after its answer.
	for (let turn = 0; turn < 3; turn++) {
		await sleep(20);
		collectGarbage();
	}
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

let trigger: StartedTrigger | undefined;
afterEach(async () => {
	await trigger?.stop();
	trigger = undefined;
});

const bodyOf = (id: string, size: number) =>
	`{"eventName":"order.created","eventId":"${id}","note":"${'x'.repeat(size)}"}`;

test('50 refused bodies of 16 MB leave nothing behind', async () => {
	trigger = await startTrigger(new AppchargeTrigger(), {
		credential: CREDENTIAL,
		parameters: { events: ['*'], options: { reportRefusals: false } },
	});
	const { send } = trigger;
	const forged = () => send(fromAppcharge(bodyOf('1', LARGE), { secret: 'another' }));
	const unsigned = () => send({ body: bodyOf('1', LARGE) });
	// Once small, for what is made but once.
	await send({ body: '{}' });
	const before = await held();
	for (let count = 0; count < 25; count++) {
		expect(await forged()).toMatchObject({ status: 401 });
		expect(await unsigned()).toMatchObject({ status: 401 });
	}
	expect((await held()) - before).toBeLessThan(20 * MB);
});

test('500 copies of a delivery that is open are refused and held by nobody, but for two at most', async () => {
	let accept: () => void = () => {};
	const accepted = new Promise<void>((resolve) => (accept = resolve));
	trigger = await startTrigger(new AppchargeTrigger(), {
		credential: CREDENTIAL,
		parameters: { events: ['*'] },
		acceptRun: () => accepted,
	});
	const { send, executions } = trigger;
	const request = fromAppcharge(bodyOf('1', MB / 5));
	const answers: Answer[] = [];
	const before = await held();
	const sending = [send(request)];
	for (let batch = 0; batch < 25; batch++) {
		const copies = Array.from({ length: 20 }, () => send(request));
		for (const copy of copies) void copy.then((answer) => answers.push(answer));
		sending.push(...copies);
		while (answers.length < 20 * (batch + 1) - 2) await sleep(5);
	}
	for (const answer of answers)
		expect(answer).toMatchObject({ status: 503, body: { error: 'copy' } });
	// Three of them are open, each as bytes, as text and as events; all would be 100 MB of bytes alone.
	expect((await held()) - before).toBeLessThan(20 * MB);
	accept();
	await Promise.all(sending);
	// Two wait for the first, where all are sent within the ten seconds that a copy waits.
	expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2);
	expect(executions).toHaveLength(1);
});

test('100,000 keys of any length are remembered in 30 MB', async () => {
	expect(REMEMBERED_KEYS).toBeGreaterThanOrEqual(100_000);
	const before = await held();
	const memory = new DeliveryMemory(async () => {});
	for (let count = 0; count < REMEMBERED_KEYS; count++) {
		(await memory.claim([`${count}${'x'.repeat(1_000)}`]))?.settle(true);
	}
	expect((await held()) - before).toBeLessThan(30 * MB);
	expect(memory.size).toBe(REMEMBERED_KEYS);
});
