import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isJsonObject } from '../../json/object';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { komo } from '../../vendors/komo/delivery';
import type { ReceiveSettings } from '../../delivery/receive';
import type { Vendor } from '../../vendors/vendor';
import { itemOf, itemsOf, receiveBody, type Circumstances } from '../../host/without-n8n.mjs';
import { generatedCases } from '../generated-cases.mjs';

/** The largest body that n8n takes. */
const LARGEST_BODY = 16 * 1024 * 1024;

const listOf = (count: number, element: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => element(index)).join(',');
const fields = (count: number, name: (index: number) => string) =>
	`{${listOf(count, (index) => `"${name(index)}":${index}`)}}`;
const payload = (items: string) => `{"eventName":"x","payload":[${items}]}`;
const item = (key: string) => `{"key":"${key}","type":"string","value":"v"}`;

/** Bodies of a hostile shape, of as many parts as are asked for. */
const shapes: ReadonlyArray<readonly [string, Vendor, (parts: number) => string]> = [
	[
		'many events',
		gamanzaEngage,
		(parts) => `{"events":[${listOf(parts, (index) => `{"a":${index}}`)}]}`,
	],
	['many values that are no events', komo, (parts) => `[{},${listOf(parts, String)}]`],
	['many fields', komo, (parts) => fields(parts, (index) => `f${index}`)],
	[
		'many fields deep down',
		komo,
		(parts) => '{"a":'.repeat(17) + fields(parts, (index) => `f${index}`) + '}'.repeat(17),
	],
	['many equal names', gamanzaEngage, (parts) => payload(listOf(parts, () => item('a')))],
	[
		'many names that are taken once numbered',
		gamanzaEngage,
		(parts) =>
			payload(`${listOf(parts, (index) => item(`a_${index}`))},${listOf(parts, () => item('a'))}`),
	],
	[
		'many names called __proto__',
		gamanzaEngage,
		(parts) => payload(listOf(parts, () => item('__proto__'))),
	],
	[
		'one leaf a level',
		komo,
		(parts) =>
			listOf(
				parts / 20,
				(index) => `"f${index}":${'{"a":1,"b":'.repeat(20)}2${'}'.repeat(20)}`,
			).replace(/^/, '{') + '}',
	],
	['many lists in an event', appcharge, (parts) => `{"a":[${listOf(parts, () => '[]')}]}`],
	[
		'many events beside many members',
		gamanzaEngage,
		(parts) =>
			`{"events":[${listOf(parts / 2, (index) => `{"a":${index}}`)}],${listOf(parts / 2, (index) => `"m${index}":0`)}}`,
	],
	[
		'an event of the wrong types everywhere',
		appcharge,
		(parts) => `{"eventName":"webstore.offers.displayed","offers":[${listOf(parts, () => '1')}]}`,
	],
];

/** How often the code looks whether a name is taken, which it does for each field and member. */
async function countWork(run: () => Promise<unknown>): Promise<number> {
	let count = 0;
	const { hasOwn } = Object;
	Object.hasOwn = (object, name) => {
		count++;
		return hasOwn(object, name);
	};
	try {
		await run();
	} finally {
		Object.hasOwn = hasOwn;
	}
	return count;
}

describe('the work grows no faster than the body', () => {
	test.each(shapes)('for %s', async (_name, vendor, bodyOf) => {
		const settings = { personalData: 'mask', checkAgainstCatalogue: true } as const;
		for (const chosen of [{}, settings]) {
			const workFor = (parts: number) =>
				countWork(() => receiveBody(vendor, bodyOf(parts), { settings: chosen }));
			const [some, many] = [await workFor(1_000), await workFor(4_000)];
			expect(many).toBeLessThan(4.4 * some + 1_000);
		}
	});
});

describe('a large body', () => {
	test('of 10,000 events becomes as many items', async () => {
		const items = await itemsOf(
			gamanzaEngage,
			`{"events":[${listOf(10_000, (index) => `{"eventName":"level_up","playerId":"p-${index}"}`)}]}`,
		);
		expect(items).toHaveLength(10_000);
		expect(new Set(items.map(({ eventKey }) => eventKey)).size).toBe(10_000);
		expect(items[9_999]).toMatchObject({ eventType: 'level_up', playerId: 'p-9999' });
	});

	test('of one text of 16 MB keeps it', async () => {
		const text = 'x'.repeat(LARGEST_BODY - 100);
		expect((await itemOf(komo, { a: { b: text } })).a_b).toBe(text);
	});

	test('of 16 MB of numbers in one list keeps it', async () => {
		const count = LARGEST_BODY / 2 - 100;
		const body = `{"a":[${'1,'.repeat(count)}1]}`;
		expect((await itemOf(komo, body)).a).toHaveLength(count + 1);
	});

	test('of one name of 16 MB keeps it', async () => {
		const name = 'x'.repeat(LARGEST_BODY - 100);
		const flat = await itemOf(komo, { [name]: { a: 1 } });
		// Not with a matcher, which would print it.
		expect(Object.hasOwn(flat, `${name}_a`)).toBe(true);
	});
});

/** What the items of a delivery may take beside eight times the body, for each event. */
const BYTES_AN_EVENT = 1_000;

const HEADERS = { 'user-agent': 'u'.repeat(900) };

/** Bodies in which two sizes grow at once: `many` of something with names or texts of length `long`. */
const growing: ReadonlyArray<readonly [string, (long: number, many: number) => string]> = [
	[
		'a payload item with a long key and many members',
		(long, many) =>
			payload(
				`{"key":"${'k'.repeat(long)}","type":"string","value":"v",${fields(many, (index) => `m${index}`).slice(1)}`,
			),
	],
	[
		'small events beside a long name over many members',
		(long, many) =>
			`{"events":[${listOf(1_000, (index) => `{"a":${index}}`)}],"${'n'.repeat(long)}":${fields(many, (index) => `m${index}`)}}`,
	],
	[
		'many events beside a long text',
		(long, many) =>
			`{"events":[${listOf(many, (index) => `{"a":${index}}`)}],"t":"${'t'.repeat(long)}"}`,
	],
	[
		'many members under a long name',
		(long, many) => `{"${'n'.repeat(long)}":${fields(many, (index) => `m${index}`)}}`,
	],
	[
		'many objects under a long name',
		(long, many) =>
			`{"${'n'.repeat(long)}":{${listOf(many, (index) => `"o${index}":{"a":1,"b":2}`)}}}`,
	],
	[
		'many levels of long names',
		(long, many) =>
			`${`{"${'n'.repeat(long)}":`.repeat(18)}${fields(many, (index) => `f${index}`)}${'}'.repeat(18)}`,
	],
	[
		'many names and ids of great length',
		(long, many) =>
			`[${listOf(many, (index) => `{"eventName":"${'e'.repeat(long)}","eventId":"${index}${'i'.repeat(long)}","event":"${'f'.repeat(long)}"}`)}]`,
	],
	[
		'many wrong types',
		(long, many) =>
			`[${listOf(many, () => `{"eventName":"webstore.offers.displayed","event":"CardViewed","offers":[${listOf(long, () => '7')}]}`)}]`,
	],
	['many long numbers', (long, many) => `[{"n":[${listOf(many, () => `1${'0'.repeat(long)}`)}]}]`],
	[
		'many amounts without a currency',
		(_long, many) =>
			`[${listOf(many, () => '{"eventName":"order.completed","order":{"totalPayment":1}}')}]`,
	],
	[
		'many numbers with an exponent beside a long name',
		(long, many) =>
			`[{"n":[${listOf(many, () => '1e15')}],"${'n'.repeat(long)}":${fields(20, (index) => `m${index}`)}}]`,
	],
	[
		'many empty events beside numbers with an exponent',
		(long, many) =>
			`{"events":[${listOf(many, () => '{}')}],"n":[${listOf(Math.min(long, 36), () => '1e15')}]}`,
	],
	[
		'many texts to mask',
		(_long, many) => `[{"n":1,${fields(many, (index) => `m${index}`).slice(1)}]`,
	],
	[
		'many names that are taken',
		(long, many) => payload(listOf(many, () => item('k'.repeat(Math.min(long, 50))))),
	],
];

async function expectWithinBound(
	vendor: Vendor,
	body: string,
	settings: Partial<ReceiveSettings>,
): Promise<void> {
	const received = await receiveBody(vendor, body, { settings, headers: HEADERS });
	const items = received.refusal ? [] : received.items;
	const headers = settings.includeHeaders ? JSON.stringify(HEADERS).length : 0;
	const most = 8 * body.length + BYTES_AN_EVENT * items.length + headers;
	expect(JSON.stringify(items).length).toBeLessThanOrEqual(most);
}

describe('items are never much larger than their body', () => {
	const sizes = fc.integer({ min: 1, max: 3_000 });
	const outputs = ['flattened', 'cloudEvents', 'asSent'] as const;
	test.each(growing)('of %s', async (_name, bodyOf) => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(appcharge, gamanzaEngage, komo),
				sizes,
				sizes,
				fc.record({
					output: fc.constantFrom(...outputs),
					separator: fc.constantFrom('_', ' / ', '\u0001'.repeat(1_000)),
					amounts: fc.constantFrom('asSent', 'majorUnits'),
					includeOriginal: fc.boolean(),
					includeHeaders: fc.boolean(),
					checkAgainstCatalogue: fc.boolean(),
					personalData: fc.constantFrom('keep', 'mask'),
					eventIdField: fc.constantFrom('', 'eventName', 'event'),
				}),
				async (vendor, long, many, settings) => {
					// As long as a delivery can be that does not take minutes to try
					fc.pre(long * many < 300_000);
					await expectWithinBound(vendor, bodyOf(long, many), settings);
				},
			),
			generatedCases(25),
		);
	});

	test.each(growing)('of %s, with all that adds to an item', async (_name, bodyOf) => {
		const everything = {
			amounts: 'majorUnits',
			includeOriginal: true,
			checkAgainstCatalogue: true,
			eventIdField: 'eventName',
			playerIdField: 'eventName',
		} as const;
		for (const vendor of [appcharge, gamanzaEngage, komo]) {
			for (const output of outputs) {
				for (const body of [bodyOf(500, 1_000), bodyOf(1_000, 30)]) {
					await expectWithinBound(vendor, body, { ...everything, output });
				}
			}
		}
	});

	describe('what belongs to the whole delivery', () => {
		const EVENTS = 1_000;
		const LONG = 'x'.repeat(1_000);
		const deliver = async (text: string, more: Circumstances = {}) => {
			const events = listOf(EVENTS, (index) => `{"a":${index}}`);
			return await itemsOf(gamanzaEngage, `{"events":[${events}],"text":"${text}"}`, more);
		};
		const having = (items: ReadonlyArray<Record<string, unknown>>, name: string) =>
			items.flatMap((flat, index) => (name in flat ? [index] : []));

		test('is in each item where it is little, else in the first only', async () => {
			expect(having(await deliver('x'), 'text')).toHaveLength(EVENTS);
			expect(having(await deliver(LONG), 'text')).toEqual([0]);
		});

		test.each([
			['short', 'x', EVENTS],
			['long', LONG, 1],
		])('so are headers: %s ones', async (_name, agent, count) => {
			const settings = { includeHeaders: true };
			const items = await deliver('x', { settings, headers: { 'user-agent': agent } });
			expect(having(items, 'headers')).toHaveLength(count);
			expect(items[0]).toMatchObject({ headers: { 'user-agent': agent } });
		});
	});

	test('the vendors’ own names are all flattened', async () => {
		for (const vendor of [appcharge, gamanzaEngage, komo]) {
			for (const row of vendor.catalogue) {
				for (const flat of await itemsOf(vendor, vendor.sampleDelivery(row))) {
					const nested = Object.values(flat).filter(
						(value) => isJsonObject(value) && value.type !== 'enum' && !('languages' in value),
					);
					expect(nested.filter((value) => Object.keys(value as object).length > 0)).toEqual([]);
				}
			}
		}
	});
});
