import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from '../../host/sender/post.mjs';
import { newEvent, SETUPS } from '../../host/vendor-setup.mjs';
import { itemsOf } from '../../host/without-n8n.mjs';
import { createTriggerWorkflow, TRIGGER } from './trigger-workflow.mjs';

let host: Host;

beforeAll(async () => {
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each(SETUPS)('$vendor.displayName', (setup) => {
	const { vendor, blankCredential, credential } = setup;

	test('without a secret the workflow is not activated and says why', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup);
		await host.api.updateCredential(workflow.credentialId, blankCredential);
		const publication = await host.api.activate(workflow.id);
		expect(publication).toEqual({
			active: false,
			reason: expect.stringMatching(
				`^${TRIGGER} has no secret.* credential for ${vendor.displayName}`,
			),
		});
		expect(await post(workflow.url, setup, { body: newEvent(vendor) })).toMatchObject({
			status: 404,
		});

		await host.api.updateCredential(workflow.credentialId, credential);
		await host.api.deactivate(workflow.id);
		expect(await host.api.activate(workflow.id)).toEqual({ active: true });
		expect(await post(workflow.url, setup, { body: newEvent(vendor) })).toMatchObject({
			status: vendor.successStatus,
		});
	});

	test('without authentication it needs no secret', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup, { authentication: 'none' });
		await host.api.updateCredential(workflow.credentialId, blankCredential);
		expect(await host.api.activate(workflow.id)).toEqual({ active: true });
	});

	test('a test run takes one delivery, also one it has seen before', async () => {
		const workflow = await createTriggerWorkflow(host.api, setup);
		const body = newEvent(vendor);
		for (let run = 1; run <= 2; run++) {
			const before = new Set((await host.api.executions(workflow.id)).map(({ id }) => id));
			expect(await host.api.run(workflow.id, TRIGGER)).toBeUndefined();
			expect(await post(workflow.testUrl, setup, { body })).toMatchObject({
				status: vendor.successStatus,
			});
			const [execution] = await host.api.newExecutions(workflow.id, before, 1);
			expect(execution?.outputs.get(TRIGGER)?.[0]).toEqual(await itemsOf(vendor, body));
		}
	});
});
