import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from './post.mjs';
import { createTriggerWorkflow, TRIGGER, type TriggerWorkflow } from './trigger-workflow.mjs';
import { VENDORS } from './vendor-under-test.mjs';

let host: Host;

beforeAll(async () => {
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each([
	{ end: 'kill', how: 'kill -9' },
	{ end: 'stop', how: 'an orderly end' },
] as const)('after $how', ({ end }) => {
	const lives = VENDORS.map((under) => ({ under, event: under.event() }));
	const workflows = new Map<string, TriggerWorkflow>();

	beforeAll(async () => {
		for (const { under, event } of lives) {
			const workflow = await createTriggerWorkflow(host.api, under);
			workflows.set(under.vendor.id, workflow);
			expect(await host.api.activate(workflow.id)).toEqual({ active: true });
			expect(await post(workflow.url, under, { body: event })).toMatchObject({
				body: { accepted: 1 },
			});
			expect(await host.api.newExecutions(workflow.id, new Set(), 1)).toHaveLength(1);
		}
		await host.restart(end);
	}, START_TIMEOUT);

	test.each(lives)(
		'$under.vendor.displayName still takes what is genuine, and only that',
		async ({ under, event }) => {
			const workflow = workflows.get(under.vendor.id)!;
			const before = new Set((await host.api.executions(workflow.id)).map(({ id }) => id));
			const forged = { ...under.credential, signingSecret: 'wrong', sharedSecret: 'wrong' };
			expect(
				await post(workflow.url, under, { body: under.event(), credential: forged }),
			).toMatchObject({ status: 401 });
			const taken = { status: under.vendor.successStatus, body: { accepted: 1 } };
			expect(await post(workflow.url, under, { body: under.event() })).toMatchObject(taken);
			// What n8n had taken before it ended is forgotten: its copy passes once more, and once only.
			expect(await post(workflow.url, under, { body: event })).toMatchObject(taken);
			expect(await post(workflow.url, under, { body: event })).toMatchObject({
				status: under.vendor.successStatus,
				body: { accepted: 0, duplicates: 1 },
			});
			const executions = await host.api.newExecutions(workflow.id, before, 2);
			expect(executions).toHaveLength(2);
			for (const { status, outputs } of executions) {
				expect(status).toBe('success');
				expect(outputs.get(TRIGGER)?.[0]).toMatchObject([under.item]);
			}
		},
	);
});
