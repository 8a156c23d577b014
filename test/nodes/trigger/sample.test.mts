import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from '@jest/globals';
import type { INodeParameters, INodeType, NodeOperationError } from 'n8n-workflow';

import { AppchargeTrigger } from '../../../nodes/Appcharge/AppchargeTrigger.node';
import { GamanzaEngageTrigger } from '../../../nodes/GamanzaEngage/GamanzaEngageTrigger.node';
import { KomoTrigger } from '../../../nodes/Komo/KomoTrigger.node';
import { makeCertificate } from '../../../host/certificate.mjs';
import { appcharge } from '../../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import { komo } from '../../../vendors/komo/delivery';
import type { Vendor } from '../../../vendors/vendor';
import {
	startTrigger,
	type StartedTrigger,
	type TriggerSetup,
} from '../../n8n/webhook-harness.mjs';

/** Execute step on a trigger that is set to a sample: no credential, no vendor. */

const TRIGGERS: ReadonlyArray<[string, Vendor, new () => INodeType]> = [
	['Appcharge', appcharge, AppchargeTrigger],
	['Komo', komo, KomoTrigger],
	['Gamanza Engage', gamanzaEngage, GamanzaEngageTrigger],
];

let trigger: StartedTrigger | undefined;
let elsewhere: Server | undefined;

afterEach(async () => {
	await trigger?.stop();
	elsewhere?.close();
	expect(trigger?.errors ?? []).toEqual([]);
	trigger = elsewhere = undefined;
});

async function execute(
	node: INodeType,
	parameters: INodeParameters,
	setup: TriggerSetup = {},
): Promise<StartedTrigger> {
	trigger = await startTrigger(node, { mode: 'manual', ...setup, parameters });
	await trigger.activate('manual');
	return trigger;
}

/** Waits until something has come of it. */
async function outcome(started: StartedTrigger): Promise<void> {
	while (started.executions.length + started.failures.length === 0) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

describe.each(TRIGGERS)('%s', (_name, vendor, Node) => {
	test('each documented event comes as an item, with an id and a time of its own', async () => {
		const keys = new Set<unknown>();
		for (const { name } of vendor.catalogue) {
			const before = Date.now();
			const started = await execute(new Node(), { events: [], testEvent: name });
			await outcome(started);
			expect(started.failures).toEqual([]);
			const [[item, ...more]] = started.executions as [[Record<string, unknown>]];
			expect(more).toEqual([]);
			expect(item).toMatchObject({ eventType: name });
			expect(Date.parse(String(item.eventTime))).toBeGreaterThanOrEqual(
				Math.floor(before / 1000) * 1000,
			);
			keys.add(item.eventKey);
			expect(started.credentialReads).toBe(0);
			await started.stop();
		}
		expect(keys.size).toBe(vendor.catalogue.length);
	}, 60_000);

	test('no other choice of events, address or authentication keeps it out', async () => {
		const { name } = vendor.catalogue[0]!;
		const options = { ipAllowlist: '203.0.113.7', otherEvents: 'x', timestampTolerance: 1 };
		for (const authentication of [undefined, 'none']) {
			const parameters = { events: ['unrecognized'], testEvent: name, options };
			const started = await execute(new Node(), {
				...parameters,
				...(authentication && { authentication }),
			});
			await outcome(started);
			expect(started.executions.flat()).toMatchObject([{ eventType: name }]);
			await started.stop();
		}
	});

	test('its key opens the door once, and stands nowhere', async () => {
		const { name } = vendor.catalogue[0]!;
		let copy: { body: Buffer; headers: Record<string, string> } | undefined;
		const started = await execute(
			new Node(),
			{ events: ['*'], testEvent: name, options: { includeHeaders: true } },
			{
				onRequest: ({ rawBody, headers }) => {
					copy ??= { body: rawBody, headers: headers as Record<string, string> };
				},
			},
		);
		await outcome(started);
		const { host, connection, 'content-length': length, ...headers } = copy!.headers;
		expect(await started.send({ body: copy!.body, headers })).toMatchObject({
			status: 503,
			body: { error: 'setup' },
		});
		expect(told(started)).toEqual(['The sample has come to an n8n process that did not send it']);
		const secret = headers['x-sample-secret'];
		if (secret !== undefined) {
			expect(JSON.stringify([started.executions, started.log])).not.toContain(secret);
		}
	});

	test('without a credential a real event is refused while the sample is on its way', async () => {
		const { name } = vendor.catalogue[0]!;
		const started = await execute(new Node(), { events: ['*'], testEvent: name });
		expect(await started.send({ body: '{"event":"forged"}' })).toMatchObject({ status: 503 });
	});
});

const told = (started: StartedTrigger) => started.failures.map(({ message }) => message);

test('what does not pass is told at once', async () => {
	const started = await execute(new AppchargeTrigger(), {
		events: ['*'],
		testEvent: 'order.completed',
		outcome: 'failed',
	});
	await outcome(started);
	expect(told(started)).toEqual([
		expect.stringMatching(
			/^Order: Completed.* came, but Outcome lets only failed and events without an outcome pass$/,
		),
	]);
	expect((started.failures[0] as NodeOperationError).description).toMatch(
		/^This event has success/,
	);
});

test('once the node has stopped listening, the sample is refused', async () => {
	const started = await execute(new AppchargeTrigger(), {
		events: ['*'],
		testEvent: 'order.completed',
	});
	await started.deactivate();
	await outcome(started);
	expect(started.executions).toEqual([]);
});

test('published, a trigger asks for its secret whatever is chosen for tests', async () => {
	trigger = await startTrigger(new AppchargeTrigger(), {
		parameters: { testEvent: 'order.completed' },
	});
	await expect(trigger.activate('activate')).rejects.toThrow('has no secret');
	await expect(trigger.activate('init')).resolves.toBeUndefined();
});

test('a test run without a secret says that there are samples', async () => {
	await expect(execute(new AppchargeTrigger(), { events: ['*'] })).rejects.toThrow(
		/has no secret.* choose a sample under Test Event\.$/,
	);
});

describe('where n8n does not reach its own Test URL, it says what to set', () => {
	/** Another server in the place of n8n's address. */
	async function answering(status: number, headers = {}): Promise<string> {
		elsewhere = createServer((_request, response) => {
			response.writeHead(status, headers).end();
		}).listen(0, '127.0.0.1');
		await once(elsewhere, 'listening');
		return `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
	}
	const attempt = async (baseUrl: string) =>
		await execute(
			new AppchargeTrigger(),
			{ events: ['*'], testEvent: 'order.completed' },
			{ baseUrl },
		);

	test.each([
		[301, { location: 'http://127.0.0.1:1/' }, /redirects to another address\. Set WEBHOOK_URL/],
		[401, {}, /answers with 401: what stands in front of n8n must let n8n itself through/],
		[404, {}, /answers with 404/],
	])('it answers %d', async (status, headers, message) => {
		await expect(attempt(await answering(status, headers))).rejects.toThrow(message);
	});

	test('nobody is there', async () => {
		const url = await answering(204);
		await new Promise((resolve) => elsewhere!.close(resolve));
		await expect(attempt(url)).rejects.toThrow(
			/^The sample cannot be sent to http:\/\/127\.0\.0\.1:\d+, .* n8n does not reach it\. Set WEBHOOK_URL/,
		);
	});

	test('no such host', async () => {
		await expect(attempt('http://host.invalid')).rejects.toThrow(/n8n does not reach it/);
	});

	test('it has a certificate that nobody vouches for', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
		const certificate = await makeCertificate(['localhost'], folder);
		elsewhere = createSecureServer(certificate).listen(0, '127.0.0.1');
		await once(elsewhere, 'listening');
		const { port } = elsewhere.address() as AddressInfo;
		await expect(attempt(`https://localhost:${port}`)).rejects.toThrow(
			/certificate is not one that n8n trusts.* NODE_EXTRA_CA_CERTS/,
		);
		await rm(folder, { recursive: true });
	});
});
