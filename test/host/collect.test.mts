import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post, type Answer } from '../../host/sender/post.mjs';
import { newEvent, setupFor } from '../../host/vendor-setup.mjs';
import { createTriggerWorkflow, TRIGGER, type TriggerWorkflow } from './trigger-workflow.mjs';

const CONNECTIONS = 64;
const DELIVERIES = 500;

const setup = setupFor('appcharge');

let host: Host;

beforeAll(async () => {
	host = await openHost({ N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' });
}, START_TIMEOUT);

afterAll(async () => await host?.close());

async function publish(seconds: number): Promise<TriggerWorkflow> {
	const workflow = await createTriggerWorkflow(host.api, setup, { options: { collect: seconds } });
	expect(await host.api.activate(workflow.id)).toEqual({ active: true });
	return workflow;
}

const send = async ({ url }: TriggerWorkflow, body: unknown): Promise<Answer> =>
	await post(url, setup, { body });

/** The keys of the events in each execution, once so many of them are there. */
async function keysByExecution({ id }: TriggerWorkflow, events: number): Promise<string[][]> {
	for (;;) {
		const ended = (await host.api.executions(id)).filter(({ status }) => status === 'success');
		const executions = await Promise.all(
			ended.map(async (one) => await host.api.execution(one.id)),
		);
		const keys = executions.map(({ outputs }) =>
			(outputs.get(TRIGGER)?.[0] ?? []).map(({ eventKey }) => String(eventKey)),
		);
		if (keys.flat().length >= events) return keys;
		await sleep(500);
	}
}

test('500 deliveries from 64 connections: few executions, every event once, every sender answered', async () => {
	const workflow = await publish(1);
	let left = DELIVERIES;
	const answers: Answer[] = [];
	const connection = async () => {
		while (left-- > 0) answers.push(await send(workflow, newEvent(setup.vendor)));
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, connection));
	expect(answers).toHaveLength(DELIVERIES);
	for (const answer of answers) {
		expect(answer).toEqual({ status: 200, body: { accepted: 1, filtered: 0, duplicates: 0 } });
	}
	const executions = await keysByExecution(workflow, DELIVERIES);
	process.stdout.write(`${DELIVERIES} deliveries: ${executions.length} executions\n`);
	expect(executions.flat()).toHaveLength(DELIVERIES);
	expect(new Set(executions.flat()).size).toBe(DELIVERIES);
	expect(executions.length).toBeLessThan(DELIVERIES / 10);
	for (const keys of executions) expect(keys.length).toBeLessThanOrEqual(CONNECTIONS);
});

test('a workflow that is unpublished meanwhile answers all who wait, and runs what it has taken', async () => {
	const workflow = await publish(5);
	await send(workflow, newEvent(setup.vendor));
	const waiting = Array.from(
		{ length: 10 },
		async () => await send(workflow, newEvent(setup.vendor)),
	);
	await sleep(1_000);
	await host.api.deactivate(workflow.id);
	for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(200);
	expect((await keysByExecution(workflow, 11)).flat()).toHaveLength(11);
});

test(
	'kill -9 in the middle of a group: nothing that was answered 2xx is missing',
	async () => {
		const workflow = await publish(5);
		const events = Array.from({ length: 11 }, () => newEvent(setup.vendor));
		const [first, ...others] = events;
		expect(await send(workflow, first)).toMatchObject({ status: 200 });
		expect(await keysByExecution(workflow, 1)).toHaveLength(1);
		const waiting = others.map(async (event) => await send(workflow, event).catch(() => undefined));
		await sleep(1_000);
		await host.restart('kill');
		const answered = (await Promise.all(waiting)).filter((answer) => answer !== undefined);
		expect(answered).toEqual([]);
		for (const answer of await Promise.all(others.map((event) => send(workflow, event)))) {
			expect(answer).toMatchObject({ status: 200, body: { accepted: 1 } });
		}
		const keys = (await keysByExecution(workflow, events.length)).flat();
		expect(new Set(keys).size).toBe(events.length);
	},
	START_TIMEOUT,
);
