import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from '../../host/sender/post.mjs';
import { newEvent, SETUPS } from '../../host/vendor-setup.mjs';
import { itemsOf } from '../../host/without-n8n.mjs';
import { createTriggerWorkflow, TRIGGER, type TriggerWorkflow } from './trigger-workflow.mjs';

/** What tells a copy from another event, with every vendor. */
const EVENT_ID = { dropDuplicates: true, eventIdField: 'testRun' };

let host: Host;

beforeAll(async () => {
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each([
	{ end: 'kill', how: 'kill -9' },
	{ end: 'stop', how: 'an orderly end' },
] as const)('after $how', ({ end }) => {
	const lives = SETUPS.map((setup) => ({ setup, event: newEvent(setup.vendor) }));
	const workflows = new Map<string, TriggerWorkflow>();

	beforeAll(async () => {
		for (const { setup, event } of lives) {
			const workflow = await createTriggerWorkflow(host.api, setup, { options: EVENT_ID });
			workflows.set(setup.vendor.id, workflow);
			expect(await host.api.activate(workflow.id)).toEqual({ active: true });
			expect(await post(workflow.url, setup, { body: event })).toMatchObject({
				body: { accepted: 1 },
			});
			expect(await host.api.newExecutions(workflow.id, new Set(), 1)).toHaveLength(1);
		}
		await host.restart(end);
	}, START_TIMEOUT);

	test.each(lives)(
		'$setup.vendor.displayName still takes what is genuine, and only that',
		async ({ setup, event }) => {
			const workflow = workflows.get(setup.vendor.id)!;
			const before = new Set((await host.api.executions(workflow.id)).map(({ id }) => id));
			const forged = setup.wrongCredential;
			expect(
				await post(workflow.url, setup, { body: newEvent(setup.vendor), credential: forged }),
			).toMatchObject({ status: 401 });
			const success = { status: setup.vendor.successStatus, body: { accepted: 1 } };
			const fresh = newEvent(setup.vendor);
			expect(await post(workflow.url, setup, { body: fresh })).toMatchObject(success);
			// What n8n had taken before it ended is forgotten: its copy passes once more, and once only.
			expect(await post(workflow.url, setup, { body: event })).toMatchObject(success);
			expect(await post(workflow.url, setup, { body: event })).toMatchObject({
				status: setup.vendor.successStatus,
				body: { accepted: 0, duplicates: 1 },
			});
			// n8n writes the execution that tells of the forged one at its leisure.
			const executions = await host.api.newExecutions(workflow.id, before, 3);
			expect(executions.filter(({ status }) => status === 'error')).toHaveLength(1);
			const taken = executions.filter(({ status }) => status === 'success');
			const settings = { eventIdField: EVENT_ID.eventIdField };
			expect(taken.map(({ outputs }) => outputs.get(TRIGGER)?.[0])).toEqual([
				await itemsOf(setup.vendor, fresh, { settings }),
				await itemsOf(setup.vendor, event, { settings }),
			]);
		},
	);
});
