import { describe, expect, test } from '@jest/globals';

import { LARGEST_REPETITION } from '../../delivery/unwrap';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { komo } from '../../vendors/komo/delivery';
import type { Vendor } from '../../vendors/vendor';
import { itemOf, itemsOf, receiveBody } from '../../host/without-n8n.mjs';

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

	test('of 100,000 equal names keeps every value', async () => {
		const body = payload(
			listOf(100_000, (index) => `{"key":"a","type":"string","value":"${index}"}`),
		);
		const flat = await itemOf(gamanzaEngage, body);
		expect(flat.a).toBe('0');
		expect(flat.a_2).toBe('1');
		expect(flat.a_100000).toBe('99999');
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
		expect(await itemOf(komo, { [name]: { a: 1 } })).toHaveProperty([name], { a: 1 });
	});

	test.each([
		['events nested 100,000 levels deep', '[{"a":', '}]'],
		['lists', '[', ']'],
	])('of %s is refused', async (_name, open, close) => {
		const body = open.repeat(100_000) + '1' + close.repeat(100_000);
		expect((await receiveBody(gamanzaEngage, body)).refusal).toMatchObject({ status: 400 });
	});
});

describe('a small body becomes no huge execution', () => {
	test('by long names of many levels', async () => {
		const names = 40;
		const long = 'n'.repeat(1_000);
		const body = `{"${long}":`.repeat(20) + fields(names, (index) => `f${index}`) + '}'.repeat(20);
		const flat = JSON.stringify(await itemOf(komo, body));
		expect(flat.length).toBeLessThan(3 * body.length);
	});

	test('by what stands beside many events', async () => {
		const count = 1_000;
		const large = 'x'.repeat(LARGEST_REPETITION / count);
		const body = `{"events":[${listOf(count, (index) => `{"a":${index}}`)}],"large":"${large}"}`;
		const items = await itemsOf(gamanzaEngage, body);
		expect(items.filter((flat) => 'large' in flat)).toHaveLength(1);
	});
});
