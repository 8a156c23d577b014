import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import naughtyStrings from 'big-list-of-naughty-strings';
import fc from 'fast-check';

import { AppchargeTrigger } from '../../nodes/Appcharge/AppchargeTrigger.node';
import { GamanzaEngageTrigger } from '../../nodes/GamanzaEngage/GamanzaEngageTrigger.node';
import { KomoTrigger } from '../../nodes/Komo/KomoTrigger.node';
import { json } from '../any-json.mjs';
import jsonTestSuite from '../fixtures/json-test-suite.json';
import { generatedCases } from '../generated-cases.mjs';
import { startTrigger, type Answer, type StartedTrigger } from '../n8n/webhook-harness.mjs';

/** Everything that a trigger can do with a body, switched on. */
const everything = {
	authentication: 'none',
	events: ['*'],
	options: {
		otherEvents: '*a*b*, order.*',
		checkAgainstCatalogue: true,
		includeOriginal: true,
		includeHeaders: true,
		personalData: 'mask',
	},
};

const setups = [
	['Appcharge, flattened', new AppchargeTrigger(), 'flattened'],
	['Gamanza Engage, flattened', new GamanzaEngageTrigger(), 'flattened'],
	['Gamanza Engage, as CloudEvents', new GamanzaEngageTrigger(), 'cloudEvents'],
	['Komo, flattened', new KomoTrigger(), 'flattened'],
	['Komo, as sent', new KomoTrigger(), 'asSent'],
] as const;

/** What JSONTestSuite says, with the two cases of 100,000 levels. */
const parsingCases = Object.entries({
	...jsonTestSuite.cases,
	n_structure_100000_opening_arrays: '['.repeat(100_000),
	n_structure_open_array_object: '[{"":'.repeat(50_000),
});

/** The same text where vendors put text. */
const eventsWith = (text: string) => [
	text,
	{ [text]: text },
	{ eventName: text, eventId: text, timestamp: text, customer: { id: text } },
	{ event: 'SignUpSuccess', card_type: text, user_profile_id: text, [text]: { [text]: [text] } },
	{ eventName: 'level_up', playerId: text, payload: [{ key: text, type: text, value: text }] },
	{ eventName: text, eventDate: text, payload: [{ key: text, type: 'number', value: text }] },
];

describe.each(setups)('%s', (name, node, output) => {
	const isWrapped = name.startsWith('Gamanza');
	let trigger: StartedTrigger;
	beforeAll(async () => {
		trigger = await startTrigger(node, { parameters: { ...everything, output } });
	});
	afterEach(() => expect(trigger.errors).toEqual([]));
	afterAll(() => trigger.stop());

	/** An answer of the trigger's own, and n8n's where the JSON is broken. */
	async function send(body: string, contentType = 'application/json'): Promise<Answer> {
		const answer = await trigger.send({ body, headers: { 'content-type': contentType } });
		expect([200, 202, 400, 415, 422]).toContain(answer.status);
		expect(answer.items?.length ?? 0).toBe((answer.body as { accepted?: number }).accepted ?? 0);
		return answer;
	}

	test('JSONTestSuite: what is no JSON is refused, what is JSON is read', async () => {
		for (const contentType of ['application/json', 'application/vnd.x+json', 'text/plain']) {
			for (const [label, body] of parsingCases) {
				const { status, items } = await send(body, contentType);
				if (label.startsWith('n_')) expect([label, items]).toEqual([label, undefined]);
				if (label.startsWith('y_object')) expect([label, status < 300]).toEqual([label, true]);
			}
		}
	});

	test('the Big List of Naughty Strings: each passes as it is', async () => {
		for (const text of naughtyStrings) {
			const events = eventsWith(text);
			const { status, items = [] } = await send(JSON.stringify(isWrapped ? { events } : events));
			expect(status).toBeLessThan(300);
			for (const item of items) expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
		}
		expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
	});

	test.each([
		[
			'names that are dangerous elsewhere',
			'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":2,"json":{"a":1},"then":1,"toJSON":"x"}',
		],
		[
			'10,000 names that flatten to one',
			`{"a":{${Array.from({ length: 10_000 }, (_, index) => `"${'b_'.repeat(index % 5)}b":${index}`).join()}}}`,
		],
		['a megabyte of text', JSON.stringify({ eventName: 'x'.repeat(1_000_000) })],
		['a megabyte of stars', JSON.stringify({ eventName: '*a'.repeat(500_000) })],
		[
			'a megabyte of digits',
			JSON.stringify({ timestamp: '1'.repeat(1_000_000), score: '9'.repeat(1_000_000) }),
		],
		[
			'numbers beyond all numbers',
			'{"eventId":1e999,"timestamp":-1e999,"customer":{"id":1e400},"score":"1e999"}',
		],
		['100 levels', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`],
	])('%s', async (_case, body) => {
		expect((await send(body)).status).toBeLessThan(300);
	});

	test('any JSON at all', async () => {
		await fc.assert(
			fc.asyncProperty(json, async (value) => {
				await send(JSON.stringify(value));
			}),
			generatedCases(100),
		);
	});

	test('any bytes at all, whatever they are said to be', async () => {
		const contentType = fc.oneof(
			fc.constantFrom(
				'application/json',
				'text/plain',
				'multipart/form-data',
				'image/png',
				';',
				'/',
			),
			fc.stringMatching(/^[\x21-\x7e]{0,40}$/).filter((text) => !text.includes('%')),
		);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), contentType, async (bytes, type) => {
				const answer = await trigger.send({ body: bytes, headers: { 'content-type': type } });
				expect([200, 202, 400, 415, 422]).toContain(answer.status);
			}),
			generatedCases(100),
		);
	});
});
