import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { installPackage, packPackage, removePackage } from '../../host/community-package.mjs';
import { npm } from '../../host/npm.mjs';
import { runCommand } from '../../host/run-command.mjs';
import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post, type Answer } from '../../host/sender/post.mjs';
import { newEvent, SETUPS, type VendorSetup } from '../../host/vendor-setup.mjs';
import { createTriggerWorkflow, type TriggerWorkflow } from './trigger-workflow.mjs';

const NAME = 'n8n-nodes-engagement-events';
const NEXT_VERSION = '99.0.0';

let host: Host;
let tarball: string;
const workflows = new Map<VendorSetup, TriggerWorkflow>();

beforeAll(async () => {
	tarball = await packPackage();
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => {
	await host?.close();
	if (tarball !== undefined) await rm(dirname(tarball), { recursive: true });
});

/** Sends a new event to each vendor's workflow. */
async function answers(): Promise<Answer[]> {
	return await Promise.all(
		[...workflows].map(
			async ([setup, { url }]) => await post(url, setup, { body: newEvent(setup.vendor) }),
		),
	);
}

const ALL_TAKEN = SETUPS.map(({ vendor }) => ({
	status: vendor.successStatus,
	body: { accepted: 1, filtered: 0, duplicates: 0 },
}));

async function installedPackage(): Promise<{ version: string; devDependencies?: unknown }> {
	const file = join(host.n8n.userFolder, '.n8n', 'nodes', 'node_modules', NAME, 'package.json');
	return JSON.parse(await readFile(file, 'utf8')) as { version: string };
}

/** The packed package as a later version: all else is the same. */
async function asNextVersion(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-next-'));
	const options = { cwd: folder, remedy: 'install it with your package manager' };
	await runCommand('tar', ['-xzf', tarball], options);
	const file = join(folder, 'package', 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
	await writeFile(file, JSON.stringify({ ...manifest, version: NEXT_VERSION }));
	await runCommand('tar', ['-czf', 'next.tgz', 'package'], options);
	return join(folder, 'next.tgz');
}

test('installed as n8n does it, its triggers answer', async () => {
	for (const setup of SETUPS) {
		const workflow = await createTriggerWorkflow(host.api, setup);
		expect(await host.api.activate(workflow.id)).toEqual({ active: true });
		workflows.set(setup, workflow);
	}
	expect(await answers()).toEqual(ALL_TAKEN);
	expect(await installedPackage()).not.toHaveProperty('devDependencies');
	expect(await installedPackage()).not.toHaveProperty('peerDependencies');
});

test.each(SETUPS)(
	'n8n finds what the items of the $vendor.displayName Trigger hold',
	async ({ trigger }) => {
		const response = await fetch(`${host.api.url}/schemas/${trigger}/2.0.0/output.json`);
		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({
			properties: { eventType: { type: 'string' }, playerId: {} },
		});
	},
);

test(
	'updated under a running n8n, workflows go on, before and after the restart',
	async () => {
		const next = await asNextVersion();
		await installPackage(next, host.n8n.userFolder);
		await rm(dirname(next), { recursive: true });
		expect(await answers()).toEqual(ALL_TAKEN);
		await host.restart('stop');
		expect((await installedPackage()).version).toBe(NEXT_VERSION);
		expect(await answers()).toEqual(ALL_TAKEN);
	},
	START_TIMEOUT,
);

test(
	'removed, n8n starts without it, and its workflows are still there',
	async () => {
		await host.restart('stop', async () => await removePackage(NAME, host.n8n.userFolder));
		// Which refusal it is depends on n8n's release: 400, 404 or 500.
		for (const { status } of await answers()) expect(status).toBeGreaterThanOrEqual(400);
		for (const { id } of workflows.values()) {
			expect(await host.api.executions(id)).toHaveLength(3);
		}
	},
	START_TIMEOUT,
);

test(
	'installed by hand, as the README says, the workflows answer again',
	async () => {
		await host.restart('stop', async () => {
			const nodes = join(host.n8n.userFolder, '.n8n', 'nodes');
			await rm(nodes, { recursive: true, force: true });
			await mkdir(nodes, { recursive: true });
			await npm(['install', '--ignore-scripts', '--legacy-peer-deps', '--offline', tarball], {
				cwd: nodes,
				purpose: 'Installing the package by hand',
			});
		});
		for (const { id } of workflows.values()) {
			await host.api.deactivate(id);
			expect(await host.api.activate(id)).toEqual({ active: true });
		}
		expect(await answers()).toEqual(ALL_TAKEN);
	},
	START_TIMEOUT,
);
