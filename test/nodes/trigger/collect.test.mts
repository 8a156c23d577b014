import { request } from 'node:http';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { AppchargeTrigger } from '../../../nodes/Appcharge/AppchargeTrigger.node';
import { CREDENTIAL, fromAppcharge } from '../../n8n/signed-request.mjs';
import {
	startTrigger,
	type Answer,
	type StartedTrigger,
	type TriggerSetup,
} from '../../n8n/webhook-harness.mjs';

const TAKEN = { accepted: 1, filtered: 0, duplicates: 0 };

const started: StartedTrigger[] = [];

beforeEach(() => {
	// HTTP goes on by Node's own clock; sleep() of n8n and the collector wait for this one.
	jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate'] });
});
afterEach(async () => {
	await jest.advanceTimersByTimeAsync(60_000);
	jest.useRealTimers();
	for (const trigger of started.splice(0)) await trigger.stop();
});

async function start(
	parameters: INodeParameters = {},
	setup: TriggerSetup = {},
): Promise<StartedTrigger> {
	const trigger = await startTrigger(new AppchargeTrigger(), {
		credential: CREDENTIAL,
		...setup,
		parameters: { events: ['*'], options: { collect: 1 }, ...parameters },
	});
	started.push(trigger);
	return trigger;
}

const event = (eventId: string) =>
	fromAppcharge(JSON.stringify({ eventName: 'order.created', eventId }));

const keysOf = ({ executions }: StartedTrigger) =>
	executions.map((items) => items.map(({ eventKey }) => eventKey));

/** Until what was sent has reached the collector, or has been answered. */
async function arrived(): Promise<void> {
	for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Sends one event after the other; none waits for the answer of the one before. */
async function send(trigger: StartedTrigger, ...ids: string[]): Promise<Array<Promise<Answer>>> {
	const answers: Array<Promise<Answer>> = [];
	for (const id of ids) {
		answers.push(trigger.send(event(id)));
		await arrived();
	}
	return answers;
}

async function windowCloses(): Promise<void> {
	await jest.advanceTimersByTimeAsync(1_000);
	await arrived();
}

test('the first delivery starts an execution at once; the others of the time share the next', async () => {
	const trigger = await start();
	const answers = await send(trigger, 'a', 'b', 'c', 'd');
	expect(keysOf(trigger)).toEqual([['a']]);
	await windowCloses();
	expect(keysOf(trigger)).toEqual([['a'], ['b', 'c', 'd']]);
	for (const answer of await Promise.all(answers)) {
		expect(answer).toMatchObject({ status: 200, body: TAKEN });
	}
	expect(trigger.errors).toEqual([]);
});

test('each sender is told of its own events', async () => {
	const trigger = await start({ events: ['order.created'] });
	const [first] = await send(trigger, 'a');
	const body = [
		{ eventName: 'order.created', eventId: 'b' },
		{ eventName: 'order.created', eventId: 'c' },
		{ eventName: 'order.refunded', eventId: 'd' },
		{ eventName: 'order.created', eventId: 'a' },
	];
	const second = trigger.send(fromAppcharge(JSON.stringify(body)));
	await arrived();
	const [third] = await send(trigger, 'e');
	await windowCloses();
	expect((await first)?.body).toEqual(TAKEN);
	expect((await second).body).toEqual({ accepted: 2, filtered: 1, duplicates: 1 });
	expect((await third)?.body).toEqual(TAKEN);
	expect(keysOf(trigger)).toEqual([['a'], ['b', 'c', 'e']]);
});

test('a copy of an event that waits is answered as a duplicate once that one is accepted', async () => {
	const trigger = await start();
	const answers = await send(trigger, 'a', 'b', 'b');
	await windowCloses();
	const bodies = (await Promise.all(answers)).map(({ body }) => body);
	expect(bodies).toEqual([TAKEN, TAKEN, { accepted: 0, filtered: 0, duplicates: 1 }]);
	expect(keysOf(trigger)).toEqual([['a'], ['b']]);
});

describe('when n8n does not accept the execution of a group', () => {
	test('one is answered by n8n, the others 503, and each may come again', async () => {
		let isBroken = false;
		const acceptRun = () => {
			if (isBroken) throw new Error('No database');
		};
		const trigger = await start({}, { acceptRun });
		const [first] = await send(trigger, 'a');
		isBroken = true;
		const answers = await send(trigger, 'b', 'c', 'd');
		await windowCloses();
		const statuses = (await Promise.all(answers)).map(({ status }) => status);
		expect(statuses).toEqual([500, 503, 503]);
		expect((await first)?.status).toBe(200);
		isBroken = false;
		await windowCloses();
		const again = await send(trigger, 'b', 'c', 'd');
		await windowCloses();
		for (const answer of await Promise.all(again)) expect(answer.body).toEqual(TAKEN);
		expect(keysOf(trigger).flat().sort()).toEqual(['a', 'b', 'c', 'd']);
		expect(trigger.errors).toEqual([]);
	});
});

test('a sender that hangs up loses nothing, neither the first of a group nor another', async () => {
	const trigger = await start();
	await send(trigger, 'a');
	for (const id of ['b', 'c']) {
		const { body = '', headers = {} } = event(id);
		const sent = request(trigger.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers } as Record<string, string>,
		});
		sent.on('error', () => {});
		sent.end(body);
		await arrived();
		sent.destroy();
		await arrived();
	}
	const [last] = await send(trigger, 'd');
	await windowCloses();
	expect(keysOf(trigger)).toEqual([['a'], ['b', 'c', 'd']]);
	expect((await last)?.body).toEqual(TAKEN);
	const [copy] = await send(trigger, 'c');
	expect((await copy)?.body).toMatchObject({ duplicates: 1 });
});

test('a node that is unpublished meanwhile answers all who wait', async () => {
	const trigger = await start();
	const answers = await send(trigger, 'a', 'b', 'c');
	await trigger.deactivate();
	await windowCloses();
	for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
	expect(keysOf(trigger)).toEqual([['a'], ['b', 'c']]);
});

test('nodes and workflows do not mix', async () => {
	const [one, other] = [await start(), await start()];
	await send(one, 'a', 'b');
	await send(other, 'c', 'd');
	await windowCloses();
	expect([keysOf(one), keysOf(other)]).toEqual([
		[['a'], ['b']],
		[['c'], ['d']],
	]);
});

test.each<[string, INodeParameters, TriggerSetup]>([
	['a test run', {}, { mode: 'manual' }],
	['0 seconds', { options: { collect: 0 } }, {}],
	['nothing chosen', { options: {} }, {}],
])('%s is not collected', async (_what, parameters, setup) => {
	const trigger = await start(parameters, setup);
	for (const answer of await send(trigger, 'a', 'b')) expect((await answer).status).toBe(200);
	expect(keysOf(trigger)).toEqual([['a'], ['b']]);
});

test('what is filtered or refused is answered at once', async () => {
	const trigger = await start({ events: ['order.created'] });
	await send(trigger, 'a', 'b');
	const refunded = fromAppcharge('{"eventName":"order.refunded"}');
	expect((await trigger.send(refunded)).body).toMatchObject({ filtered: 1 });
	expect((await trigger.send(fromAppcharge('{}', { secret: 'forged' }))).status).toBe(401);
	expect(keysOf(trigger)).toEqual([['a']]);
});
