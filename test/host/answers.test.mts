import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openHost, release, START_TIMEOUT, type Host } from '../../host/host.mjs';
import type { Execution } from '../../host/n8n-api.mjs';
import { RELEASES } from '../../host/releases.mjs';
import { post } from '../../host/sender/post.mjs';
import { newEvent, SETUPS } from '../../host/vendor-setup.mjs';
import { casesFor, counts, itemsStartedBy, TRIGGERS } from '../answers/cases.mjs';
import { createTriggerWorkflow, TRIGGER, type TriggerWorkflow } from './trigger-workflow.mjs';

type TriggerName = keyof typeof TRIGGERS;

/** Mismatches make the trigger ask n8n for its secret once in this time. */
const RENEWAL = 1_100;

let host: Host;

beforeAll(async () => {
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each(SETUPS)('$vendor.displayName', (setup) => {
	const { vendor } = setup;
	const workflows = new Map<TriggerName, TriggerWorkflow>();
	/** The executions that have been seen, by the workflow's id. */
	const seen = new Map<string, Set<string>>();

	beforeAll(async () => {
		for (const name of Object.keys(TRIGGERS) as TriggerName[]) {
			const workflow = await createTriggerWorkflow(host.api, setup, TRIGGERS[name](setup));
			expect(await host.api.activate(workflow.id)).toEqual({ active: true });
			workflows.set(name, workflow);
			seen.set(workflow.id, new Set());
		}
	});

	const workflowOf = (name: TriggerName = 'all'): TriggerWorkflow => workflows.get(name)!;

	/** Waits for this many executions more than there were. */
	async function newExecutions({ id }: TriggerWorkflow, count: number): Promise<Execution[]> {
		const known = seen.get(id)!;
		const executions = await host.api.newExecutions(id, known, count);
		for (const execution of executions) known.add(execution.id);
		return executions;
	}

	const cases = casesFor(setup).map(({ inOldest, ...usual }) =>
		inOldest === undefined || release !== RELEASES.oldest
			? usual
			: { ...usual, status: inOldest, answer: undefined, starts: undefined },
	);
	test.each(cases)('$name: $status', async ({ trigger, delivery, ...expected }) => {
		const workflow = workflowOf(trigger);
		const answer = await post(workflow.url, setup, delivery);
		expect(answer.status).toBe(
			expected.status === 'taken' ? vendor.successStatus : expected.status,
		);
		if (expected.answer !== undefined) expect(answer.body).toMatchObject({ ...expected.answer });
		const items = await itemsStartedBy(setup, expected);
		const executions = await newExecutions(workflow, items === undefined ? 0 : 1);
		expect(executions.map(({ outputs }) => outputs.get(TRIGGER)?.[0])).toEqual(
			items === undefined ? [] : [items],
		);
	});

	test('n8n’s log has a line for each kind of refusal', async () => {
		const log = await readFile(host.n8n.logFile, 'utf8');
		for (const { status, answer, log: line } of casesFor(setup)) {
			if (line === undefined || !answer || !('error' in answer)) continue;
			expect(log).toContain(
				`${TRIGGER}: refused a delivery from 127.0.0.1 with ${status} (${String(answer.error)}).`,
			);
		}
	});

	test('a second copy of an event starts nothing', async () => {
		const workflow = workflowOf();
		const body = newEvent(vendor);
		expect((await post(workflow.url, setup, { body })).body).toEqual(counts(1, 0, 0));
		expect(await post(workflow.url, setup, { body })).toEqual({
			status: vendor.successStatus,
			body: counts(0, 0, 1),
		});
		expect(await newExecutions(workflow, 1)).toHaveLength(1);
	});

	test('of 30 copies that come at once, one starts the workflow', async () => {
		const workflow = workflowOf();
		const body = newEvent(vendor);
		const answers = await Promise.all(
			Array.from({ length: 30 }, async () => await post(workflow.url, setup, { body })),
		);
		expect(await newExecutions(workflow, 1)).toHaveLength(1);
		const taken = answers.filter(({ status }) => status === vendor.successStatus);
		// Those for which there is no room to wait are to come again.
		const sentAway = answers.filter(({ status }) => status === 503);
		expect(
			taken.filter(({ body: answer }) => isDeepStrictEqual(answer, counts(1, 0, 0))),
		).toHaveLength(1);
		expect(taken.length + sentAway.length).toBe(answers.length);
	});

	test('of 30 events that come at once, each starts the workflow', async () => {
		const workflow = workflowOf();
		await Promise.all(
			Array.from({ length: 30 }, async () => {
				const { body } = await post(workflow.url, setup, { body: newEvent(vendor) });
				expect(body).toEqual(counts(1, 0, 0));
			}),
		);
		expect(await newExecutions(workflow, 30)).toHaveLength(30);
	});

	test('a workflow that is not active: 404', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup);
		expect(await post(workflow.url, setup, { body: newEvent(vendor) })).toMatchObject({
			status: 404,
		});
	});

	test('a secret that is gone: 503, and the next try passes once it is back', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup);
		await host.api.activate(workflow.id);
		await host.api.updateCredential(workflow.credentialId, setup.blankCredential);
		expect(await post(workflow.url, setup, { body: newEvent(vendor) })).toEqual({
			status: 503,
			body: { error: 'setup' },
		});
		await host.api.updateCredential(workflow.credentialId, setup.credential);
		await sleep(RENEWAL);
		expect(await post(workflow.url, setup, { body: newEvent(vendor) })).toMatchObject({
			status: vendor.successStatus,
		});
	});

	test('nothing else was started, and nothing failed', async () => {
		for (const { id } of workflows.values()) {
			const executions = await host.api.executions(id);
			expect(executions.every(({ status }) => status === 'success')).toBe(true);
			expect(executions).toHaveLength(seen.get(id)!.size);
		}
	});
});
