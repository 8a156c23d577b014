import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { openHost, release, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { RELEASES } from '../../host/releases.mjs';
import { setupFor, SETUPS, type VendorSetup } from '../../host/vendor-setup.mjs';
import { inARow, nodeOf } from '../../host/workflow.mjs';
import { TRIGGER } from './trigger-workflow.mjs';

/** A sample in an n8n that has no credential, and whose requests to its own address are policed. */
const SSRF = 'N8N_SSRF_PROTECTION_ENABLED';

/** A workflow of a trigger as it is when it is new, but for these parameters. */
async function newTrigger(
	host: Host,
	{ vendor, trigger }: VendorSetup,
	parameters: Readonly<Record<string, unknown>>,
): Promise<string> {
	const node = { ...nodeOf(TRIGGER, trigger, 2, parameters), webhookId: randomUUID() };
	return await host.api.createWorkflow(inARow(`${vendor.id} ${randomUUID()}`, [node]));
}

describe('where n8n may call itself', () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ [SSRF]: 'true', N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32' });
	}, START_TIMEOUT);
	afterAll(async () => await host?.close());

	describe.each(SETUPS)('$vendor.displayName', (setup) => {
		const { vendor } = setup;
		const [eventType, otherEventType] = vendor.catalogue.map(({ name }) => name);

		test('Execute step ends with an item, as often as it is clicked', async () => {
			const parameters = { events: [otherEventType], testEvent: eventType };
			const workflow = await newTrigger(host, setup, parameters);
			for (let run = 1; run <= 2; run++) {
				const before = new Set((await host.api.executions(workflow)).map(({ id }) => id));
				expect(await host.api.run(workflow, TRIGGER)).toBeUndefined();
				const [execution] = await host.api.newExecutions(workflow, before, 1);
				expect(execution).toMatchObject({ status: 'success' });
				expect(execution?.outputs.get(TRIGGER)?.[0]).toMatchObject([{ eventType }]);
			}
		});

		test('without a sample, Execute step says that there are samples', async () => {
			const workflow = await newTrigger(host, setup, { events: [eventType] });
			await expect(host.api.run(workflow, TRIGGER)).rejects.toThrow(
				`credential for ${vendor.displayName}`,
			);
			await expect(host.api.run(workflow, TRIGGER)).rejects.toThrow('sample under Test Event');
		});
	});

	test('what does not pass is told', async () => {
		const setup = setupFor('komo');
		const options = { siteIds: 'another' };
		const workflow = await newTrigger(host, setup, {
			events: ['*'],
			testEvent: setup.vendor.catalogue[0]!.name,
			options,
		});
		await host.api.run(workflow, TRIGGER);
		expect(await host.api.newExecutions(workflow, new Set(), 1)).toMatchObject([
			{ status: 'error', error: expect.stringMatching('Site IDs lets only another pass') },
		]);
	});

	test('no answer was written twice, and no key stands in the log', async () => {
		const log = await readFile(host.n8n.logFile, 'utf8');
		expect(log).not.toMatch(/ERR_HTTP_HEADERS_SENT|x-sample-secret|did not reach/);
	});
});

/** Releases before 2.10 have no such protection. */
const describeProtected = release === RELEASES.newest ? describe : describe.skip;

describeProtected('where it may not', () => {
	let host: Host;
	afterEach(async () => await host?.close());

	test(
		'the editor says what to set',
		async () => {
			host = await openHost({ [SSRF]: 'true' });
			const setup = setupFor('appcharge');
			const eventType = setup.vendor.catalogue[0]!.name;
			const workflow = await newTrigger(host, setup, { events: ['*'], testEvent: eventType });
			await expect(host.api.run(workflow, TRIGGER)).rejects.toThrow(
				/SSRF protection blocks it: add 127\.0\.0\.1 to N8N_SSRF_ALLOWED_IP_RANGES/,
			);
		},
		START_TIMEOUT,
	);
});
