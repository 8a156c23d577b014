import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { DeliveryMemory } from '../../delivery/delivery-memory';
import { DEEPEST_BODY } from '../../delivery/receive';
import { vendors } from '../../vendors';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import type { Vendor } from '../../vendors/vendor';
import { harbour } from './made-up-vendor.mjs';
import { itemOf, itemsOf, receiveBody } from '../../host/without-n8n.mjs';

const never = () => new Promise<void>(() => {});

/** A body nested so many levels deep, itself being the first. */
const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;

/** What the sender is told of a delivery that was taken. */
async function countsOf(...parameters: Parameters<typeof receiveBody>) {
	const received = await receiveBody(...parameters);
	if (received.refusal) throw new Error(received.refusal.reason);
	return received.counts;
}

describe('a delivery', () => {
	test('becomes one item an event, in the order sent', async () => {
		const calls = ['c', 'a', 'b'].map((id) => ({ id, name: 'ship.left' }));
		expect((await itemsOf(harbour, { calls })).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
		expect((await itemsOf(harbour, calls)).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
	});

	test('keeps its order when an event in the middle is filtered out', async () => {
		const calls = ['ship.left', 'ship.docked', 'ship.left'].map((name, id) => ({ id, name }));
		const selection = { events: ['ship.left'], otherEvents: [], filters: [] };
		const items = await itemsOf(harbour, { calls }, { settings: { selection } });
		expect(items.map(({ id }) => id)).toEqual([0, 2]);
		expect(await countsOf(harbour, { calls }, { settings: { selection } })).toEqual({
			accepted: 2,
			filtered: 1,
			duplicates: 0,
		});
	});

	test.each<[string, unknown]>([
		['an empty list', []],
		['an empty wrapped list', { calls: [] }],
		['an empty wrapped list beside something else', { calls: [], v: 1 }],
	])('of %s is taken, and has no items', async (_what, body) => {
		expect(await countsOf(harbour, body)).toEqual({ accepted: 0, filtered: 0, duplicates: 0 });
	});

	test('with something else than objects among its events has an item for each', async () => {
		const items = await itemsOf(harbour, [7, { name: 'ship.left' }, null, ['x']]);
		expect(items.map(({ eventType }) => eventType)).toEqual([
			'unrecognized',
			'ship.left',
			'unrecognized',
			'unrecognized',
		]);
		expect(items.map(({ value }) => value)).toEqual([7, undefined, null, ['x']]);
	});

	test.each([
		['a byte order mark', Buffer.from('\ufeff{"name":"ship.left"}')],
		['white space around it', Buffer.from('\r\n {"name":"ship.left"}\t')],
	])('may have %s', async (_what, body) => {
		expect((await itemOf(harbour, body)).eventType).toBe('ship.left');
	});
});

describe('a delivery is refused', () => {
	test.each<[string, string, number]>([
		['that is no JSON', 'name=ship.left', 415],
		['that is empty', '', 415],
		['that is null', 'null', 400],
		['that is a text', '"ship.left"', 400],
		['that is a list without objects', '[1,"a",null,[{}]]', 400],
		[`that is nested ${DEEPEST_BODY + 1} levels deep`, nested(DEEPEST_BODY + 1), 400],
		['that is nested 100,000 levels deep', nested(100_000), 400],
		['whose list is nested 100,000 levels deep', `[{"a":${nested(100_000)}}]`, 400],
	])('%s', async (_what, body, status) => {
		const { refusal } = await receiveBody(harbour, body);
		expect(refusal).toMatchObject({ status, category: 'body', expected: expect.anything() });
	});

	test('whose sender is not on the IP allowlist, before anything else is looked at', async () => {
		const settings = { ipAllowlist: ['198.51.100.0/24'] };
		const { refusal } = await receiveBody(harbour, 'no JSON', { settings });
		expect(refusal).toMatchObject({ status: 403, category: 'address' });
	});

	test('that cannot be authenticated for want of a secret', async () => {
		const { refusal } = await receiveBody(harbour, {}, { authentication: undefined });
		expect(refusal).toMatchObject({ status: 503, category: 'setup' });
	});

	test('that is not authentic, whatever its body', async () => {
		const authentication = {
			kind: 'sharedSecret',
			place: 'header',
			name: 'X-Secret',
			secret: 'a-made-up-secret',
		} as const;
		const refused = await receiveBody(harbour, nested(100_000), { authentication });
		expect(refused.refusal).toMatchObject({ status: 401 });
		const headers = { 'x-secret': authentication.secret };
		expect((await receiveBody(harbour, {}, { authentication, headers })).refusal).toBeUndefined();
	});
});

describe('depth', () => {
	test.each([1, 20, 21, DEEPEST_BODY])(
		'of %i levels is taken, and nothing of it is lost',
		async (levels) => {
			const body = nested(levels).replace('{}', '{"leaf":"found"}');
			for (const output of ['flattened', 'cloudEvents', 'asSent'] as const) {
				const item = await itemOf(harbour, body, { settings: { output } });
				expect(JSON.stringify(item)).toContain('found');
			}
		},
	);
});

describe('the key of an event without an id', () => {
	const keysOf = async (body: unknown, vendor: Vendor = harbour) =>
		(await itemsOf(vendor, body)).map(({ eventKey }) => eventKey);

	test('is the SHA-256 of its JSON', async () => {
		// printf '{"a":1}' | sha256sum
		const key = 'sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862';
		expect(await keysOf('{"a":1}')).toEqual([key]);
		expect(await keysOf(' {"a":1}\n')).toEqual([key]);
		expect(await keysOf('[{"a":2}, {"a":1} ]')).toEqual([expect.not.stringMatching(key), key]);
		expect(await keysOf('{"v":2,"calls":[ {"a":1},{"a":1}]}')).toEqual([key, key]);
		expect(await keysOf(String.raw`{"calls":[{"a":9}],"c\u0061lls":[{"a":1}]}`)).toEqual([key]);
	});

	test('differs for events that differ in a byte', async () => {
		const [bare] = await keysOf('{"a":1}');
		for (const other of ['{"a": 1}', '{"a":1.0}', '{"b":1}', '{"a":"1"}']) {
			expect(await keysOf(other)).not.toEqual([bare]);
		}
	});

	test('does not depend on what stands beside the list', async () => {
		expect(await keysOf({ calls: [{ a: 1 }], v: 1 })).toEqual(await keysOf({ calls: [{ a: 1 }] }));
	});

	test('is the same for the same JSON in UTF-16', async () => {
		const body = [{ a: 1 }, { a: 2 }];
		const utf16 = Buffer.from(JSON.stringify(body), 'utf16le');
		const items = await itemsOf(harbour, utf16, { body });
		expect(items.map(({ eventKey }) => eventKey)).toEqual(await keysOf(body));
	});

	test('is made of the value where its bytes are nowhere to be found', async () => {
		const body = [{ a: 1 }, { a: 2 }];
		const items = await itemsOf(harbour, '[{"a":3}]', { body });
		expect(items.map(({ eventKey }) => eventKey)).toEqual(await keysOf(body));
	});
});

describe('duplicates', () => {
	test('in one delivery are one event', async () => {
		const memory = new DeliveryMemory(never);
		const calls = [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { b: 1 }, { b: 1 }];
		expect(await countsOf(harbour, { calls }, { memory })).toEqual({
			accepted: 3,
			filtered: 0,
			duplicates: 2,
		});
	});

	test('of a delivery that was accepted are dropped, and of one that was not pass', async () => {
		const memory = new DeliveryMemory(never);
		const deliver = async (isAccepted: boolean) => {
			const received = await receiveBody(harbour, [{ id: 'a' }, { id: 'b' }], { memory });
			if (received.refusal) throw new Error(received.refusal.reason);
			received.settle(isAccepted);
			return received.counts.accepted;
		};
		expect(await deliver(false)).toBe(2);
		expect(await deliver(true)).toBe(2);
		expect(await deliver(true)).toBe(0);
	});

	test('are not looked for among events that are filtered out', async () => {
		const memory = new DeliveryMemory(never);
		const selection = { events: ['ship.left'], otherEvents: [], filters: [] };
		const settings = { selection };
		const counts = await countsOf(harbour, [{ id: 'a' }, { id: 'a' }], { memory, settings });
		expect(counts).toEqual({ accepted: 0, filtered: 2, duplicates: 0 });
		expect(await countsOf(harbour, { id: 'a' }, { memory })).toMatchObject({ accepted: 1 });
	});
});

describe('the vendors’ own examples', () => {
	const folder = join(__dirname, '../../vendors');
	const examples = vendors.flatMap((vendor) =>
		readdirSync(join(folder, vendor.id, 'examples')).map(
			(file) => [vendor.displayName, file, vendor] as const,
		),
	);

	test.each(examples)('%s %s is the event it is called', async (_vendor, file, vendor) => {
		const body = readFileSync(join(folder, vendor.id, 'examples', file));
		const settings = { checkAgainstCatalogue: true };
		const item = await itemOf(vendor, body, { settings });
		expect(`${String(item.eventType)}.json`).toBe(file.replace('.general-example', ''));
		expect(item).not.toHaveProperty('schemaIssues');
		expect(item.playerId).toEqual(expect.anything());
	});

	test('a downgrade that is called rank_up never wakes a workflow for rank_up', async () => {
		const body = readFileSync(join(folder, 'gamanza-engage/examples/on_player_downgrade.json'));
		for (const chosen of [{ events: ['rank_up'] }, { otherEvents: ['rank_up', 'rank*'] }]) {
			const selection = { events: [], otherEvents: [], filters: [], ...chosen };
			expect(await itemsOf(gamanzaEngage, body, { settings: { selection } })).toEqual([]);
		}
	});

	test('texts in many languages and choices stay whole', async () => {
		const body = readFileSync(join(folder, 'gamanza-engage/examples/product_purchase.json'));
		const item = await itemOf(gamanzaEngage, body);
		expect(item).toMatchObject({
			OrderStatus: { type: 'enum', value: 'purchased', displayValue: 'Purchased' },
			ProductExternalName: { languages: [{ language: 'EN', value: '(H3) spaceX moon travel' }] },
			Quantity: 1,
		});
	});
});
