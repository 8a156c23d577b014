import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Execution } from '../../host/n8n-api.mjs';
import { RELEASES } from '../../host/releases.mjs';
import { openHost, release, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post, type Delivery } from './post.mjs';
import { createTriggerWorkflow, TRIGGER, type TriggerWorkflow } from './trigger-workflow.mjs';
import { SETUPS, type VendorSetup } from '../../host/vendor-setup.mjs';

/** A refusal is then no execution; told.test.mts is about those. */
const SILENT = { reportRefusals: false };

/** The triggers that deliveries are sent to, by what is set on them. */
const TRIGGERS = {
	all: () => ({ events: ['*'], options: SILENT }),
	one: ({ otherEventType }) => ({ events: [otherEventType] }),
	unauthenticated: () => ({ events: ['*'], authentication: 'none' }),
	closed: () => ({ events: ['*'], options: { ipAllowlist: '203.0.113.7, 2001:db8::/32' } }),
} as const satisfies Record<string, (under: VendorSetup) => Record<string, unknown>>;

type TriggerName = keyof typeof TRIGGERS;

interface Case {
	readonly name: string;
	/** `all` where none is named. */
	readonly trigger?: TriggerName;
	readonly delivery: Delivery;
	/** `taken` is the success status of the vendor. */
	readonly status: number | 'taken';
	/** Part of the answer; not looked at where it is n8n's own. */
	readonly answer?: object;
	/** The items of the one execution that it starts; none where there are none. */
	readonly items?: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

const MINUTE = 60_000;
/** Mismatches make the trigger ask n8n for its secret once in this time. */
const RENEWAL = 1_100;
const MEBIBYTE = 2 ** 20;

function counts(accepted: number, filtered: number, duplicates: number): object {
	return { accepted, filtered, duplicates };
}

function casesFor(under: VendorSetup): Case[] {
	const { vendor, event, batch, item, refusal, credential } = under;
	const isSigned = vendor.authentication.kind === 'signature';
	const taken = { status: 'taken', answer: counts(1, 0, 0), items: [item] } as const;
	const refused = (word: string) => ({ status: 401, answer: { error: word } }) as const;
	const zipped = (): Delivery => {
		const body = Buffer.from(JSON.stringify(event()));
		return { body: gzipSync(body), signedBody: body, headers: { 'content-encoding': 'gzip' } };
	};
	const twin = event();
	const ofType = (type: string): Delivery => ({ body: event(), headers: { 'content-type': type } });

	return [
		{ name: 'an event', delivery: { body: event() }, ...taken },
		{
			name: 'two events in one delivery',
			delivery: { body: batch([event(), event()]) },
			status: 'taken',
			answer: counts(2, 0, 0),
			items: [item, item],
		},
		{
			name: 'the same event twice in one delivery',
			delivery: { body: batch([twin, twin]) },
			status: 'taken',
			answer: counts(1, 0, 1),
			items: [item],
		},
		{
			name: 'no authentication',
			trigger: 'unauthenticated',
			delivery: { body: event(), credential: {} },
			...taken,
		},
		{
			name: 'an event that no catalogue knows',
			delivery: { body: { anything: true, at: Date.now() } },
			status: 'taken',
			answer: counts(1, 0, 0),
			items: [{ eventType: 'unrecognized', anything: true }],
		},
		{
			name: 'an event that is not selected',
			trigger: 'one',
			delivery: { body: event() },
			status: 'taken',
			answer: counts(0, 1, 0),
		},
		{
			name: 'an empty list',
			delivery: { body: batch([]) },
			status: 'taken',
			answer: counts(0, 0, 0),
		},
		{ name: 'gzip', delivery: zipped(), ...taken },
		{ name: 'a charset', delivery: ofType('application/json; charset=utf-8'), ...taken },
		{ name: 'JSON that is called text', delivery: ofType('text/plain'), ...taken },
		{ name: 'vnd+json', delivery: ofType('application/vnd.event+json'), ...taken },
		{
			name: 'a byte order mark',
			delivery: { body: Buffer.from(`\ufeff${JSON.stringify(event())}`) },
			// n8n 2.8 takes it for broken JSON before the node sees it.
			...(release === RELEASES.oldest ? { status: 422 } : taken),
		},
		{ name: 'no proof', delivery: { body: event(), credential: {} }, ...refused(refusal) },
		{
			name: 'a wrong secret',
			delivery: {
				body: event(),
				credential: { ...credential, signingSecret: 'wrong', sharedSecret: 'wrong' },
			},
			...refused(refusal),
		},
		...(isSigned
			? [
					{
						name: 'signed 21 minutes ago',
						delivery: { body: event(), age: 21 * MINUTE },
						...refused('timestamp'),
					},
					{
						name: 'signed 19 minutes ago',
						delivery: { body: event(), age: 19 * MINUTE },
						...taken,
					},
					{
						name: 'a body other than the signed one',
						delivery: { body: event(), signedBody: Buffer.from(JSON.stringify(event())) },
						...refused('signature'),
					},
				]
			: []),
		...(vendor.id === 'appcharge'
			? [
					{
						name: 'a wrong publisher token',
						delivery: { body: event(), headers: { 'x-publisher-token': 'wrong' } },
						...refused('token'),
					},
					{
						name: 'a wrong project',
						delivery: { body: event(), headers: { 'x-project-id': 'wrong' } },
						...refused('project'),
					},
				]
			: []),
		{
			name: 'an address that is not on the list',
			trigger: 'closed',
			delivery: { body: event() },
			status: 403,
			answer: { error: 'address' },
		},
		...['"text"', '42', 'null', '[1,2]'].map((body) => ({
			name: `the JSON ${body}`,
			delivery: { body },
			status: 400,
			answer: { error: 'body' },
		})),
		{
			name: 'JSON nested 101 levels deep',
			delivery: { body: `{"a":${'['.repeat(100)}${']'.repeat(100)}}` },
			status: 400,
			answer: { error: 'body' },
		},
		{
			name: 'plain text',
			delivery: { body: 'hello', headers: { 'content-type': 'text/plain' } },
			status: 415,
			answer: { error: 'body' },
		},
		{
			name: 'multipart',
			delivery: {
				body: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
				headers: { 'content-type': 'multipart/form-data; boundary=x' },
			},
			status: 415,
			answer: { error: 'body' },
		},
		{ name: 'broken JSON', delivery: { body: '{"a":' }, status: 422 },
		{
			name: 'broken gzip',
			delivery: { body: Buffer.from('no gzip'), headers: { 'content-encoding': 'gzip' } },
			status: 500,
		},
		{
			name: 'more than 16 MB',
			delivery: { body: { ...event(), filling: 'x'.repeat(17 * MEBIBYTE) } },
			status: 500,
		},
		{ name: 'GET', delivery: { method: 'GET' }, status: 404 },
	];
}

let host: Host;

beforeAll(async () => {
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each(SETUPS)('$vendor.displayName', (under) => {
	const workflows = new Map<TriggerName, TriggerWorkflow>();
	/** The executions that have been seen, by the workflow's id. */
	const seen = new Map<string, Set<string>>();

	beforeAll(async () => {
		for (const name of Object.keys(TRIGGERS) as TriggerName[]) {
			const workflow = await createTriggerWorkflow(host.api, under, TRIGGERS[name](under));
			expect(await host.api.activate(workflow.id)).toEqual({ active: true });
			workflows.set(name, workflow);
			seen.set(workflow.id, new Set());
		}
	});

	const workflowOf = (name: TriggerName = 'all'): TriggerWorkflow => workflows.get(name)!;

	/** Waits for this many executions more than there were. */
	async function newExecutions({ id }: TriggerWorkflow, count: number): Promise<Execution[]> {
		const known = seen.get(id)!;
		const executions = await host.api.newExecutions(id, known, count);
		for (const execution of executions) known.add(execution.id);
		return executions;
	}

	test.each(casesFor(under))('$name: $status', async ({ trigger, delivery, ...expected }) => {
		const workflow = workflowOf(trigger);
		const answer = await post(workflow.url, under, delivery);
		expect(answer.status).toBe(
			expected.status === 'taken' ? under.vendor.successStatus : expected.status,
		);
		if (expected.answer !== undefined) expect(answer.body).toMatchObject({ ...expected.answer });
		const executions = await newExecutions(workflow, expected.items ? 1 : 0);
		expect(executions).toHaveLength(expected.items ? 1 : 0);
		if (!expected.items) return;
		expect(executions[0]).toMatchObject({ status: 'success' });
		expect(executions[0]!.outputs.get(TRIGGER)?.[0]).toMatchObject([...expected.items]);
	});

	test('a second copy of an event starts nothing', async () => {
		const workflow = workflowOf();
		const body = under.event();
		expect((await post(workflow.url, under, { body })).body).toEqual(counts(1, 0, 0));
		expect(await post(workflow.url, under, { body })).toEqual({
			status: under.vendor.successStatus,
			body: counts(0, 0, 1),
		});
		expect(await newExecutions(workflow, 1)).toHaveLength(1);
	});

	test('of 30 copies that come at once, one starts the workflow', async () => {
		const workflow = workflowOf();
		const body = under.event();
		const answers = await Promise.all(
			Array.from({ length: 30 }, async () => await post(workflow.url, under, { body })),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(
			new Set([under.vendor.successStatus]),
		);
		expect(await newExecutions(workflow, 1)).toHaveLength(1);
	});

	test('of 30 events that come at once, each starts the workflow', async () => {
		const workflow = workflowOf();
		await Promise.all(
			Array.from({ length: 30 }, async () => {
				const { body } = await post(workflow.url, under, { body: under.event() });
				expect(body).toEqual(counts(1, 0, 0));
			}),
		);
		expect(await newExecutions(workflow, 30)).toHaveLength(30);
	});

	test('a workflow that is not active: 404', async () => {
		const workflow = await createTriggerWorkflow(host.api, under);
		expect(await post(workflow.url, under, { body: under.event() })).toMatchObject({ status: 404 });
	});

	test('a secret that is gone: 503, and the next try passes once it is back', async () => {
		const workflow = await createTriggerWorkflow(host.api, under);
		await host.api.activate(workflow.id);
		await host.api.updateCredential(workflow.credentialId, under.blankCredential);
		expect(await post(workflow.url, under, { body: under.event() })).toEqual({
			status: 503,
			body: { error: 'setup' },
		});
		await host.api.updateCredential(workflow.credentialId, under.credential);
		await sleep(RENEWAL);
		expect(await post(workflow.url, under, { body: under.event() })).toMatchObject({
			status: under.vendor.successStatus,
		});
	});

	test('nothing else was started, and nothing failed', async () => {
		for (const { id } of workflows.values()) {
			const executions = await host.api.executions(id);
			expect(executions.every(({ status }) => status === 'success')).toBe(true);
			expect(executions).toHaveLength(seen.get(id)!.size);
		}
	});
});
