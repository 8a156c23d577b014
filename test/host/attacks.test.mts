import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { openHost, release, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { installN8n } from '../../host/install.mjs';
import { runCommand } from '../../host/run-command.mjs';
import { post, type Answer, type Delivery } from '../../host/sender/post.mjs';
import { newEvent, setupFor, type VendorSetup } from '../../host/vendor-setup.mjs';
import { inARow, nodeOf, type WorkflowNode } from '../../host/workflow.mjs';
import { watchHealth, type Health, type HealthWatch } from './health.mjs';
import { createTriggerWorkflow, TRIGGER, type TriggerWorkflow } from './trigger-workflow.mjs';

/** The heap of an n8n on a small server, which runs one workflow at a time. */
const SMALL_AND_BUSY = {
	NODE_OPTIONS: '--max-old-space-size=1024',
	N8N_CONCURRENCY_PRODUCTION_LIMIT: '1',
};

const LARGEST_BODY = 16 * 1024 * 1024;
const BUSY_SECONDS = 35;
const COPIES = 500;
const CONNECTIONS = 32;
/** What may come on top while they come, in MB: n8n holds some 11 MB for each that is open. */
const MEMORY_FOR_COPIES = 500;

const appcharge = setupFor('appcharge');
const gamanza = setupFor('gamanza-engage');
const komo = setupFor('komo');

let host: Host;
let health: HealthWatch;
/** The slowest answer of /healthz that may be, in ms: on a slow machine, n8n alone takes longer. */
let limit = 1_000;

beforeAll(async () => {
	host = await openHost(SMALL_AND_BUSY);
	health = watchHealth(host.n8n);
	limit = Math.max(limit, 2 * (await slowestOfItsOwn()));
}, START_TIMEOUT);

beforeEach(async () => await health.sinceLast());

afterEach(async () => {
	await expectHealth();
});

afterAll(async () => {
	await health?.stop();
	await host?.close();
});

/** Expects that n8n has answered in time since this was last asked for. */
async function expectHealth(): Promise<Health> {
	const fared = await health.sinceLast();
	process.stdout.write(`/healthz within ${fared.slowest} ms, ${fared.memory} MB\n`);
	expect(fared.failed).toBe(0);
	expect(fared.slowest).toBeLessThan(limit);
	return fared;
}

/** A workflow, and a way to send to it. */
interface Target extends TriggerWorkflow {
	send(delivery: Delivery): Promise<Answer>;
}

async function publish(
	setup: VendorSetup,
	parameters: Readonly<Record<string, unknown>> = {},
	next: readonly WorkflowNode[] = [],
): Promise<Target> {
	const workflow = await createTriggerWorkflow(host.api, setup, parameters, next);
	expect(await host.api.activate(workflow.id)).toEqual({ active: true });
	return { ...workflow, send: async (delivery) => await post(workflow.url, setup, delivery) };
}

/** How the executions of a workflow have ended, once there are so many. */
async function outcomes({ id }: TriggerWorkflow, count: number): Promise<string[]> {
	const executions = await host.api.newExecutions(id, new Set(), count);
	return executions.map(({ status }) => status);
}

const listOf = (count: number, element: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => element(index)).join();

const members = (count: number) => listOf(count, (index) => `"m${index}":${index}`);

/** 16 MB of events that are as small as can be. */
const manyEvents = `[${listOf(LARGEST_BODY / 8 - 10, () => '{"a":1}')}]`;

const GZIP = { 'content-encoding': 'gzip' };
const packed = gzipSync(manyEvents);

/** How slow n8n is to answer /healthz while its own Webhook node refuses the same requests. */
async function slowestOfItsOwn(): Promise<number> {
	const [path, name] = [randomUUID(), 'Webhook'];
	const data = { name: 'x-webhook-secret', value: 'secret' };
	const id = await host.api.createCredential({ name, type: 'httpHeaderAuth', data });
	const webhook = {
		...nodeOf(name, 'n8n-nodes-base.webhook', 2, {
			httpMethod: 'POST',
			path,
			authentication: 'headerAuth',
		}),
		webhookId: randomUUID(),
		credentials: { httpHeaderAuth: { id, name } },
	};
	await host.api.activate(await host.api.createWorkflow(inARow(name, [webhook])));
	for (let count = 0; count < 3; count++) {
		const { status } = await post(`${host.api.url}/webhook/${path}`, komo, {
			body: packed,
			headers: GZIP,
			credential: {},
		});
		expect(status).toBe(403);
	}
	const { slowest } = await health.sinceLast();
	process.stdout.write(`n8n’s own Webhook node: /healthz within ${slowest} ms\n`);
	return slowest;
}

test('forged requests of 25 kB that unpack to 16 MB are refused, and one of them is told', async () => {
	expect(packed.length).toBeLessThan(25_000);
	for (const setup of [appcharge, gamanza]) {
		const target = await publish(setup);
		for (let count = 0; count < 3; count++) {
			for (const credential of [setup.wrongCredential, {}]) {
				expect(await target.send({ body: packed, headers: GZIP, credential })).toEqual({
					status: 401,
					body: { error: 'signature' },
				});
			}
		}
		expect(await outcomes(target, 1)).toEqual(['error']);
	}
});

test('16 MB of small events are refused with the limit, signed or not', async () => {
	const delivery = { body: Buffer.from(manyEvents) };
	for (const target of [
		await publish(appcharge),
		await publish(gamanza),
		await publish(komo, { authentication: 'none' }),
	]) {
		expect(await target.send(delivery)).toEqual({
			status: 413,
			body: { error: 'body', expected: 'At most 10000 events in one delivery' },
		});
		expect(await outcomes(target, 0)).toEqual([]);
	}
});

test.each([
	[
		'64 kB with a long key and many members',
		1,
		`{"events":[{"payload":[{"key":"${'k'.repeat(32_000)}","type":"string","value":"v",${members(2_600)}}]}]}`,
	],
	[
		'35 kB with many events beside a long name of many members',
		1_000,
		`{"events":[${listOf(1_000, (index) => `{"a":${index}}`)}],"${'n'.repeat(250)}":{${members(2_000)}}}`,
	],
])('signed, %s stay small', async (_what, events, body) => {
	const target = await publish(gamanza);
	expect(await target.send({ body })).toEqual({
		status: 202,
		body: { accepted: events, filtered: 0, duplicates: 0 },
	});
	const [execution, ...others] = await host.api.newExecutions(target.id, new Set(), 1);
	expect(others).toEqual([]);
	expect(execution?.status).toBe('success');
	const items = execution?.outputs.get(TRIGGER)?.[0] ?? [];
	expect(items).toHaveLength(events);
	expect(JSON.stringify(items).length).toBeLessThan(8 * body.length + 1_000 * events);
});

const taken = { status: 200, body: { accepted: 1, filtered: 0, duplicates: 0 } };
const copy = { status: 200, body: { accepted: 0, filtered: 0, duplicates: 1 } };

test('depth, charsets, names of prototypes and floods of headers start what they should', async () => {
	const target = await publish(appcharge);
	const inCharset = (charset: string) => ({
		'content-type': `application/json; charset=${charset}`,
	});
	const eventWith = (text: string) => ({ ...newEvent(appcharge.vendor), text });
	const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

	for (const levels of [101, 5_000, 200_000]) {
		expect(await target.send({ body: deep(levels) })).toMatchObject({ status: 400 });
	}
	const inAscii = Buffer.from(deep(200_000)).map((byte) => byte | 0x80);
	expect(await target.send({ body: inAscii, headers: inCharset('ascii') })).toMatchObject({
		status: 415,
	});

	const texts: unknown[] = [];
	for (const charset of ['latin1', 'ascii', 'utf-16le', 'base64', 'hex', '__proto__']) {
		const delivery = { body: eventWith('é'), headers: inCharset(charset) };
		const { status } = await target.send(delivery);
		// Where n8n finds no JSON in what it reads, the answer is its own.
		expect([200, 422]).toContain(status);
		if (status === 200) texts.push('é');
	}

	const ofPrototypes =
		'"__proto__":{"a":1},"constructor":{"prototype":{"a":1}},"toJSON":1,"then":2';
	expect(await target.send({ body: `{"text":"names",${ofPrototypes}}` })).toEqual(taken);
	const flood = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x-${index}`, 'x']));
	expect(await target.send({ body: eventWith('flood'), headers: flood })).toEqual(taken);
	texts.push('names', 'flood');
	const signature = 'v1=00,t=1,'.repeat(1_200);
	expect(await target.send({ body: eventWith('forged'), headers: { signature } })).toMatchObject({
		status: 401,
	});

	const executions = await host.api.newExecutions(target.id, new Set(), texts.length + 1);
	expect(executions.filter(({ status }) => status === 'error')).toHaveLength(1);
	const started = executions.flatMap(({ outputs }) => outputs.get(TRIGGER)?.[0] ?? []);
	expect(started.map(({ text }) => text)).toEqual(texts);
});

/** Changes n8n's database behind its back. */
async function inDatabase(statement: string): Promise<void> {
	const { command } = await installN8n(release, () => undefined);
	const file = join(host.n8n.userFolder, '.n8n', 'database.sqlite');
	const script = `
		const { Database } = require('sqlite3');
		const database = new Database(${JSON.stringify(file)}, () => {
			database.exec(${JSON.stringify(statement)}, (error) => {
				if (error) throw error;
			});
		});`;
	const { code, output } = await runCommand(command[0], ['-e', script], {
		cwd: join(command[1] ?? '', '../../../..'),
		remedy: 'it comes with n8n',
	});
	expect([code, output]).toEqual([0, '']);
}

test('of copies whose first n8n does not take, the next one passes', async () => {
	const target = await publish(appcharge);
	const body = newEvent(appcharge.vendor);
	const sixCopies = async () =>
		await Promise.all(Array.from({ length: 6 }, async () => await target.send({ body })));
	await inDatabase(
		`CREATE TRIGGER no_room BEFORE INSERT ON execution_entity
		BEGIN SELECT RAISE(ABORT, 'no room'); END`,
	);
	const statuses = (await sixCopies()).map(({ status }) => status);
	await inDatabase('DROP TRIGGER no_room');
	expect(statuses).toContain(500);
	for (const status of statuses) expect([500, 503]).toContain(status);
	expect(await sixCopies()).toContainEqual(taken);
	expect(await target.send({ body })).toEqual(copy);
	expect(await outcomes(target, 1)).toEqual(['success']);
});

test(`copies in front of an n8n that is busy for ${BUSY_SECONDS} s start one execution, and hold no memory`, async () => {
	const wait = nodeOf('Wait', 'n8n-nodes-base.wait', 1.1, { amount: BUSY_SECONDS });
	const busy = await publish(appcharge, {}, [wait]);
	const [six, many] = [await publish(appcharge), await publish(appcharge)];
	expect(await busy.send({ body: newEvent(appcharge.vendor) })).toEqual(taken);

	const [oneOfSix, oneOfMany] = [newEvent(appcharge.vendor), newEvent(appcharge.vendor)];
	const sixCopies = Array.from({ length: 6 }, async () => await six.send({ body: oneOfSix }));
	const firstOfMany = many.send({ body: oneOfMany });
	await sleep(1_000);
	const { memory: before } = await expectHealth();
	let left = COPIES;
	const others: Answer[] = [];
	const connection = async () => {
		while (left-- > 0) {
			const answer = await many.send({ body: oneOfMany });
			if (answer.status !== 503) others.push(answer);
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, connection));
	// On a slow machine, the first is taken before the last of them come.
	for (const answer of others) expect(answer).toEqual(copy);
	expect((await expectHealth()).memory - before).toBeLessThan(MEMORY_FOR_COPIES);

	expect(await firstOfMany).toEqual(taken);
	const answers = await Promise.all(sixCopies);
	expect(answers).toContainEqual(taken);
	expect(answers.filter(({ status }) => status === 503)).toHaveLength(5);
	expect(await six.send({ body: oneOfSix })).toEqual(copy);
	expect(await many.send({ body: oneOfMany })).toEqual(copy);
	expect(await outcomes(six, 1)).toEqual(['success']);
	expect(await outcomes(many, 1)).toEqual(['success']);
}, 120_000);
