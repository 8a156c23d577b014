import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { freePort, LOOPBACK } from '../../host/port.mjs';
import { webhookPath, type WorkflowDraft, type WorkflowNode } from '../../host/workflow.mjs';
import { startPostgres, type Postgres } from '../../host/postgres.mjs';
import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from './post.mjs';
import { VENDORS, type VendorUnderTest } from './vendor-under-test.mjs';

/** By the workflow's settings; each numbers its executions in its own way. */
const ENGINES = [
	['engine 1', {}, /^\d+$/],
	['engine 2.0', { engineType: 'v2' }, /^[\da-f]{8}-[\da-f]{4}-7/],
] as const;

const TRIGGER = 'Trigger';
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

describe.each(VENDORS)('$vendor.displayName', (under) => {
	test.each(ENGINES)(
		'%s runs the trigger, Localize Fields, and what looks back at the trigger',
		async (_name, engine, executionId) => {
			const { vendor, event, batch, item } = under;
			const { id, url } = await publish(under, engine);
			const before = new Set((await host.api.executions(id)).map((execution) => execution.id));

			const answer = await post(url, under, { body: batch([event(), event()]) });
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
			expect(triggered).toMatchObject([item, item]);
			expect(localized).toMatchObject([
				{ eventType: item.eventType },
				{ eventType: item.eventType },
			]);
			expect(lookedBack).toEqual(triggered!.map(({ eventKey }) => ({ eventKey })));
		},
	);
});

test('engine 2.0 runs nothing for a delivery that was refused', async () => {
	const [under] = VENDORS;
	const { id, url } = await publish(under!, { engineType: 'v2' });
	const forged = { body: under!.event(), credential: { signingSecret: 'forged' } };
	expect(await post(url, under!, forged)).toMatchObject({ status: 401 });
	expect(await host.api.run(id, TRIGGER)).toBeUndefined();
	const testUrl = url.replace('/webhook/', '/webhook-test/');
	expect(await post(testUrl, under!, forged)).toMatchObject({ status: 401 });

	await post(url, under!, { body: under!.event() });
	expect(await host.api.newExecutions(id, new Set(), 1)).toHaveLength(1);
	expect(await host.api.executions(id)).toHaveLength(1);
});

/** A workflow of three nodes, in which the last reads the trigger's item of its own. */
async function publish(
	{ vendor, trigger, authentication, credential }: VendorUnderTest,
	engine: Readonly<Record<string, string>>,
): Promise<{ readonly id: string; readonly url: string }> {
	const name = `${vendor.id} ${randomUUID()}`;
	const type = vendor.credential;
	const credentialId = await host.api.createCredential({ name, type, data: credential });
	const node = (name: string, type: string, rest: Partial<WorkflowNode>): WorkflowNode => ({
		id: randomUUID(),
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...rest,
	});
	const nodes = [
		node(TRIGGER, `n8n-nodes-engagement-events.${trigger}`, {
			typeVersion: 2,
			parameters: { events: ['*'], authentication },
			webhookId: randomUUID(),
			credentials: { [type]: { id: credentialId, name } },
		}),
		node(LOCALIZED, 'n8n-nodes-engagement-events.localizeFields', {}),
		node(LOOKED_BACK, 'n8n-nodes-base.set', {
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput: `={{ { eventKey: $('${TRIGGER}').item.json.eventKey } }}`,
			},
		}),
	];
	const draft: WorkflowDraft = {
		name,
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name: target }, index) => [
					nodes[index]!.name,
					{ main: [[{ node: target, type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1', ...engine },
	};
	const id = await host.api.createWorkflow(draft);
	expect(await host.api.activate(id)).toEqual({ active: true });
	return { id, url: host.api.url + webhookPath(draft) };
}
