import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { freePort, LOOPBACK } from '../../host/port.mjs';
import { post } from '../../host/sender/post.mjs';
import { inOneDelivery, newEvent, SETUPS } from '../../host/vendor-setup.mjs';
import { itemsOf } from '../../host/without-n8n.mjs';
import { nodeOf } from '../../host/workflow.mjs';
import { startPostgres, type Postgres } from '../../host/postgres.mjs';
import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { createTriggerWorkflow, TRIGGER } from './trigger-workflow.mjs';

/** By the workflow's settings; each numbers its executions in its own way. */
const ENGINES = [
	['engine 1', {}, /^\d+$/],
	['engine 2.0', { engineType: 'v2' }, /^[\da-f]{8}-[\da-f]{4}-7/],
] as const;

const LOCALIZED = 'Localize Fields';
const LOOKED_BACK = 'Edit Fields';

let postgres: Postgres;
let host: Host;

beforeAll(async () => {
	postgres = await startPostgres();
	const { user, port, database } = postgres;
	host = await openHost({
		N8N_ENABLED_MODULES: 'engine-v2',
		N8N_ENGINE_DATABASE_URL: `postgres://${user}@${LOOPBACK}:${port}/${database}`,
		N8N_ENGINE_HOST: LOOPBACK,
		N8N_ENGINE_PORT: String(await freePort()),
		N8N_ENGINE_CONTROL_PLANE_PORT: String(await freePort()),
	});
}, START_TIMEOUT);

afterAll(async () => {
	await host?.close();
	await postgres?.stop();
}, START_TIMEOUT);

/** Behind the trigger; the last one reads the trigger's item that belongs to its own. */
const NEXT = [
	nodeOf(LOCALIZED, 'n8n-nodes-engagement-events.localizeFields', 1),
	nodeOf(LOOKED_BACK, 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: `={{ { eventKey: $('${TRIGGER}').item.json.eventKey } }}`,
	}),
];

describe.each(SETUPS)('$vendor.displayName', (setup) => {
	test.each(ENGINES)(
		'%s runs the trigger, Localize Fields, and what looks back at the trigger',
		async (_name, engine, executionId) => {
			const { vendor } = setup;
			const { id, url } = await createTriggerWorkflow(host.api, setup, {}, NEXT, engine);
			expect(await host.api.activate(id)).toEqual({ active: true });
			const body = inOneDelivery(vendor, [newEvent(vendor), newEvent(vendor)]);
			const items = await itemsOf(vendor, body);
			const before = new Set((await host.api.executions(id)).map((execution) => execution.id));

			const answer = await post(url, setup, { body });
			expect(answer).toEqual({
				status: vendor.successStatus,
				body: { accepted: 2, filtered: 0, duplicates: 0 },
			});

			const [execution] = await host.api.newExecutions(id, before, 1);
			expect(execution).toMatchObject({
				id: expect.stringMatching(executionId),
				status: 'success',
			});
			const [triggered, localized, lookedBack] = [TRIGGER, LOCALIZED, LOOKED_BACK].map(
				(name) => execution?.outputs.get(name)?.[0] ?? [],
			);
			expect(triggered).toEqual(items);
			expect(localized).toMatchObject(items.map(({ eventType }) => ({ eventType })));
			expect(lookedBack).toEqual(items.map(({ eventKey }) => ({ eventKey })));
		},
	);
});

test('engine 2.0 runs nothing for a delivery that was refused', async () => {
	const [setup] = SETUPS;
	const { vendor, wrongCredential: credential } = setup!;
	const workflow = await createTriggerWorkflow(host.api, setup!, {}, NEXT, { engineType: 'v2' });
	const { id, url, testUrl } = workflow;
	await host.api.activate(id);
	const forged = { body: newEvent(vendor), credential };
	expect(await post(url, setup!, forged)).toMatchObject({ status: 401 });
	expect(await host.api.run(id, TRIGGER)).toBeUndefined();
	expect(await post(testUrl, setup!, forged)).toMatchObject({ status: 401 });

	await post(url, setup!, { body: newEvent(vendor) });
	expect(await host.api.newExecutions(id, new Set(), 1)).toHaveLength(1);
	expect(await host.api.executions(id)).toHaveLength(1);
});
