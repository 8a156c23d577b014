import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from './post.mjs';
import { createTriggerWorkflow, TRIGGER } from './trigger-workflow.mjs';
import { VENDORS } from './vendor-under-test.mjs';

let host: Host;

beforeAll(async () => {
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each(VENDORS)('$vendor.displayName', (under) => {
	const { vendor, blankCredential, credential, event } = under;

	test('without a secret the workflow is not activated and says why', async () => {
		const workflow = await createTriggerWorkflow(host.api, under);
		await host.api.updateCredential(workflow.credentialId, blankCredential);
		const publication = await host.api.activate(workflow.id);
		expect(publication).toEqual({
			active: false,
			reason: expect.stringMatching(
				`^${TRIGGER} has no secret.* credential for ${vendor.displayName}`,
			),
		});
		expect(await post(workflow.url, under, { body: event() })).toMatchObject({ status: 404 });

		await host.api.updateCredential(workflow.credentialId, credential);
		await host.api.deactivate(workflow.id);
		expect(await host.api.activate(workflow.id)).toEqual({ active: true });
		expect(await post(workflow.url, under, { body: event() })).toMatchObject({
			status: vendor.successStatus,
		});
	});

	test('without authentication it needs no secret', async () => {
		const workflow = await createTriggerWorkflow(host.api, under, { authentication: 'none' });
		await host.api.updateCredential(workflow.credentialId, blankCredential);
		expect(await host.api.activate(workflow.id)).toEqual({ active: true });
	});

	test('a test run takes one delivery, also one it has seen before', async () => {
		const workflow = await createTriggerWorkflow(host.api, under);
		const body = event();
		for (let run = 1; run <= 2; run++) {
			const before = new Set((await host.api.executions(workflow.id)).map(({ id }) => id));
			expect(await host.api.run(workflow.id, TRIGGER)).toBeUndefined();
			expect(await post(workflow.testUrl, under, { body })).toMatchObject({
				status: vendor.successStatus,
			});
			const [execution] = await host.api.newExecutions(workflow.id, before, 1);
			expect(execution?.outputs.get(TRIGGER)?.[0]).toMatchObject([under.item]);
		}
	});
});
