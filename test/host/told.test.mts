import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from '../../host/sender/post.mjs';
import { newEvent, SETUPS } from '../../host/vendor-setup.mjs';
import { createTriggerWorkflow, TRIGGER } from './trigger-workflow.mjs';

/** Longer than a trigger waits for a chosen event. */
const PATIENCE = 7_000;
const FORGED = 1_000;
const AT_ONCE = 8;

let host: Host;

beforeAll(async () => {
	// So that 1,000 deliveries take seconds.
	host = await openHost({ N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' });
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each(SETUPS)('$vendor.displayName', (setup) => {
	const { vendor, refusal, wrongCredential } = setup;
	const event = () => newEvent(vendor);

	test('while the editor listens, a refused delivery is told and the sender gets its 401', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup);
		expect(await host.api.run(workflow.id, TRIGGER)).toBeUndefined();
		expect(
			await post(workflow.testUrl, setup, { body: event(), credential: wrongCredential }),
		).toEqual({
			status: 401,
			body: { error: refusal },
		});
		expect(await host.api.newExecutions(workflow.id, new Set(), 1)).toMatchObject([
			{ status: 'error', error: expect.stringMatching('^A delivery was refused with 401') },
		]);
		// It has stopped listening.
		expect(await post(workflow.testUrl, setup, { body: event() })).toMatchObject({ status: 404 });
	});

	test('an event that is not chosen is told, unless a chosen one follows', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup, {
			events: [vendor.catalogue[1]!.name],
		});
		expect(await host.api.run(workflow.id, TRIGGER)).toBeUndefined();
		expect(await post(workflow.testUrl, setup, { body: event() })).toEqual({
			status: vendor.successStatus,
			body: { accepted: 0, filtered: 1, duplicates: 0 },
		});
		await sleep(PATIENCE);
		expect(await host.api.newExecutions(workflow.id, new Set(), 1)).toMatchObject([
			{ status: 'error', error: expect.stringMatching('came, but only .* is chosen') },
		]);
	});

	test('in production, a refused delivery is a failed execution, and the next one is not', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup);
		await host.api.activate(workflow.id);
		for (let sent = 1; sent <= 2; sent++) {
			expect(
				await post(workflow.url, setup, { body: event(), credential: wrongCredential }),
			).toEqual({ status: 401, body: { error: refusal } });
		}
		expect(await post(workflow.url, setup, { body: event() })).toMatchObject({
			status: vendor.successStatus,
		});
		expect(await host.api.newExecutions(workflow.id, new Set(), 2)).toMatchObject([
			{ status: 'error', error: expect.stringMatching(`^${TRIGGER} refused a delivery with 401`) },
			{ status: 'success' },
		]);
	});
});

test(`of ${FORGED} forged deliveries one is a failed execution`, async () => {
	const setup = SETUPS[0]!;
	const { vendor, wrongCredential: credential } = setup;
	const workflow = await createTriggerWorkflow(host.api, setup);
	await host.api.activate(workflow.id);
	const statuses = new Set<number>();
	for (let sent = 0; sent < FORGED; sent += AT_ONCE) {
		const forged = { body: newEvent(vendor), credential };
		const answers = await Promise.all(
			Array.from({ length: AT_ONCE }, async () => await post(workflow.url, setup, forged)),
		);
		for (const { status } of answers) statuses.add(status);
	}
	expect(statuses).toEqual(new Set([401]));
	expect(await host.api.newExecutions(workflow.id, new Set(), 1)).toMatchObject([
		{ status: 'error' },
	]);
}, 180_000);

test('no answer was written twice', async () => {
	const log = await readFile(host.n8n.logFile, 'utf8');
	expect(log).toContain('refused a delivery from');
	expect(log).not.toContain('ERR_HTTP_HEADERS_SENT');
});
