import { describe, expect, test } from '@jest/globals';

import { DeliveryMemory } from '../../delivery/delivery-memory';
import { DEEPEST_BODY } from '../../delivery/read-body';
import { vendors } from '../../vendors';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import downgrade from '../../vendors/gamanza-engage/examples/on_player_downgrade.json';
import purchase from '../../vendors/gamanza-engage/examples/product_purchase.json';
import { komo } from '../../vendors/komo/delivery';
import type { Vendor } from '../../vendors/vendor';
import { harbour } from './made-up-vendor.mjs';
import { examplesOf } from '../../host/vendor-examples.mjs';
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
		['that has more than 10,000 events', `{"calls":[${'{},'.repeat(10_000)}{}]}`, 413],
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
		expect(await keysOf('{"calls":[ {"a":1},{"a":1}]}')).toEqual([key, key]);
		expect(await keysOf(String.raw`{"calls":[{"a":9}],"c\u0061lls":[{"a":1}]}`)).toEqual([key]);
	});

	test('differs for events that differ in a byte', async () => {
		const [bare] = await keysOf('{"a":1}');
		for (const other of ['{"a": 1}', '{"a":1.0}', '{"b":1}', '{"a":"1"}']) {
			expect(await keysOf(other)).not.toEqual([bare]);
		}
	});

	test.each([
		'{"v":1,"calls":[{"a":1}]}',
		'{"v":2,"calls":[{"a":1}]}',
		'{"calls":[{"a":1}],"v":1}',
		'{"calls":[{"a":1}]}',
	])('depends on what stands beside the list: %s', async (body) => {
		const bodies = ['{"v":1,"calls":[{"a":1}]}', '{"v":2,"calls":[{"a":1}]}'];
		bodies.push('{"calls":[{"a":1}],"v":1}', '{"calls":[{"a":1}]}');
		for (const other of bodies) {
			expect((await keysOf(body))[0] === (await keysOf(other))[0]).toBe(body === other);
		}
	});

	test.each(['utf16le', 'utf16be'])('is the same for the same JSON in %s', async (encoding) => {
		const body = [{ a: 1 }, { a: 2 }];
		const littleEndian = Buffer.from(JSON.stringify(body), 'utf16le');
		const utf16 = encoding === 'utf16le' ? littleEndian : littleEndian.swap16();
		const items = await itemsOf(harbour, utf16, { body });
		expect(items.map(({ eventKey }) => eventKey)).toEqual(await keysOf(body));
	});
});

describe('the key of an event', () => {
	const keyOf = async (body: unknown, settings = {}, vendor: Vendor = harbour) =>
		(await itemOf(vendor, body, { settings })).eventKey;
	const hash = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);

	test.each<[string, unknown]>([
		['e-1', 'e-1'],
		['a number', 7],
		['a blank text', ' '],
		['an empty text', ''],
		['null', null],
		['an object', { id: 'e-1' }],
	])('is the vendor’s id where it has one: %s', async (_what, id) => {
		const isId = id === 'e-1' || id === 7;
		expect(await keyOf({ id, a: 1 })).toEqual(isId ? String(id) : hash);
	});

	test('tells numeric ids apart that a double cannot', async () => {
		expect(await keyOf('{"id":12345678901234567890}')).toBe('12345678901234567890');
		expect(await keyOf('{"id":12345678901234567891}')).toBe('12345678901234567891');
		expect(await keyOf('{"id":9007199254740993}')).toBe('9007199254740993');
	});

	const byField = { eventIdField: 'form_no' };
	test.each<[string, object, unknown]>([
		['a text', { form: { no: 'f-1' } }, 'ship.left:f-1'],
		['a number', { form: { no: 7 } }, 'ship.left:7'],
		['a text, before the vendor’s id', { id: 'e-1', form: { no: 'f-1' } }, 'ship.left:f-1'],
		['blank', { form: { no: '  ' } }, hash],
		['missing', {}, hash],
		['blank, beside the vendor’s id', { id: 'e-1', form: { no: '' } }, 'e-1'],
		['a list', { form: { no: ['f-1'] } }, hash],
		['true', { form: { no: true } }, hash],
	])('is that of the field named by the user: %s', async (_what, event, key) => {
		expect(await keyOf({ name: 'ship.left', ...event }, byField)).toEqual(key);
	});

	test('does not show a personal field that is to be masked', async () => {
		const event = { name: 'ship.left', captain: 'Ines Farrow' };
		const settings = { eventIdField: 'captain' };
		expect(await keyOf(event, settings)).toBe('ship.left:Ines Farrow');
		for (const personalData of ['mask', 'remove'] as const) {
			expect(await keyOf(event, { ...settings, personalData })).toEqual(hash);
		}
	});
});

describe('the player', () => {
	const playerOf = async (event: object, settings = {}) =>
		(await itemOf(harbour, event, { settings })).playerId;

	test.each<[string, object, unknown]>([
		['the field named by the user', { ship: { id: 's-7' }, mail: 'a@b.example' }, 'a@b.example'],
		['a number in it', { mail: 7 }, 7],
		['the vendor’s own where that is blank', { ship: { id: 's-7' }, mail: ' ' }, 's-7'],
		['the vendor’s own where that is missing', { ship: { id: 's-7' } }, 's-7'],
		['nobody', { ship: { id: ' ' } }, null],
	])('is %s', async (_what, event, player) => {
		expect(await playerOf(event, { playerIdField: 'mail' })).toBe(player);
	});

	test('is masked like the field that tells it', async () => {
		const settings = { playerIdField: 'captain', personalData: 'mask' };
		expect(await playerOf({ captain: 'Ines Farrow' }, settings)).toBe('***');
	});
});

describe('what a double or a database cannot hold', () => {
	const valueOf = async (json: string, output: 'flattened' | 'cloudEvents' | 'asSent') => {
		const settings = { output, includeOriginal: true };
		const item = await itemOf(harbour, `{"deep":[{"a":${json}}]}`, { settings });
		expect(item.original).toEqual({ deep: [{ a: expect.anything() }] });
		const inside = output === 'cloudEvents' ? item.data : output === 'asSent' ? item.event : item;
		return (inside as { deep: [{ a: unknown }] }).deep[0].a;
	};

	test.each<[string, unknown]>([
		['9007199254740991', 9007199254740991],
		['-9007199254740991', -9007199254740991],
		['9007199254740992', '9007199254740992'],
		['-9007199254740993', '-9007199254740993'],
		['12345678901234567890123', '12345678901234567890123'],
		['1e20', '1e20'],
		['1e999', '1e999'],
		['-1E+400', '-1E+400'],
		['0.1234567890123456789', '0.1234567890123456789'],
		['0.12345678901234567', 0.12345678901234567],
		['25.500000000000000000000', 25.5],
		['1.5e3', 1500],
		['0.1', 0.1],
		['"12345678901234567890"', '12345678901234567890'],
		['"\\u0000x"', '\ufffdx'],
		['"\\ud83d\\ude00"', '😀'],
		['"\\ud83d"', '\ufffd'],
		['"a\\ude00\\ud83d"', 'a\ufffd\ufffd'],
		['"\\\\u0000"', '\\u0000'],
	])('%s', async (json, value) => {
		for (const output of ['flattened', 'cloudEvents', 'asSent'] as const) {
			expect(await valueOf(json, output)).toBe(value);
		}
	});

	test('in a name is replaced, and no field is lost', async () => {
		const item = await itemOf(harbour, String.raw`{"a\u0000":1,"a\ufffd":2,"b":{"\ud800":3}}`);
		expect(item).toMatchObject({ 'a\ufffd': 1, 'a\ufffd_2': 2, 'b_\ufffd': 3 });
	});

	test('is not looked for behind a byte order mark only', async () => {
		const body = Buffer.from('\ufeff{"id":12345678901234567891}');
		expect((await itemOf(harbour, body)).id).toBe('12345678901234567891');
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

describe('an event of a vendor whose events recur', () => {
	const visit = { event: 'SiteViewed', site_id: 's', timestamp: '2025-01-01T00:00:00Z' };
	const settings = { eventIdField: 'submission_id' };

	test('is never dropped for its content', async () => {
		const memory = new DeliveryMemory(never);
		for (let time = 0; time < 3; time++) {
			expect(await itemsOf(komo, [visit, visit], { memory, settings })).toHaveLength(2);
		}
	});

	test('is dropped for its id, which belongs to its type', async () => {
		const memory = new DeliveryMemory(never);
		const names = ['SignUpSuccess', 'CompetitionEntrySuccess', 'PrizeAwarded'];
		const deliver = async () => {
			const events = names.map((event) => ({ event, submission_id: 'sub-1' }));
			const received = await receiveBody(komo, events, { memory, settings });
			if (received.refusal) throw new Error(received.refusal.reason);
			received.settle(true);
			return received.items.map(({ eventKey }) => eventKey);
		};
		expect(await deliver()).toEqual(names.map((name) => `${name}:sub-1`));
		expect(await deliver()).toEqual([]);
	});
});

describe('a callback of Appcharge', () => {
	const login = { authMethod: 'userPassword', userName: 'ines', password: 'PASSWORD' };
	const award = { appChargePaymentId: 'p-1', action: 'purchase', playerId: 'PLAYER' };

	test.each<[string, unknown]>([
		['a login', login],
		['a login without a name of an event', { ...login, event: '', eventName: null }],
		['a login with a blank name of an event', { ...login, event: ' ', eventName: '\u00a0' }],
		['an award', award],
		['a login in a list', [{ eventName: 'order.created' }, login]],
	])('is refused, and nothing of it is kept: %s', async (_what, body) => {
		const received = await receiveBody(appcharge, body);
		expect(received.refusal).toMatchObject({
			status: 400,
			category: 'callback',
			expected: expect.stringMatching(/^An event; this is the .+ callback$/),
		});
		expect(JSON.stringify(received)).not.toMatch(/PASSWORD|PLAYER|ines/);
	});

	test.each<[string, object]>([
		['an order of v1 without a name', { appChargePaymentId: 'p-1', playerId: 'p' }],
		['any body with an action', { action: 'x' }],
		['an event with such members', { ...login, ...award, eventName: 'order.created' }],
		['an event of v1 with such members', { ...login, ...award, event: 'order_created' }],
	])('is not %s', async (_what, body) => {
		expect(await itemsOf(appcharge, body)).toHaveLength(1);
	});
});

describe('the vendors’ own examples', () => {
	const examples = vendors.flatMap((vendor) =>
		examplesOf(vendor).map((example) => ({ vendor, ...example })),
	);

	test.each(examples)('$vendor.displayName $file is the event it is called', async (example) => {
		const settings = { checkAgainstCatalogue: true };
		const item = await itemOf(example.vendor, example.event, { settings });
		expect(item.eventType).toBe(example.eventType);
		expect(item).not.toHaveProperty('schemaIssues');
		expect(item.playerId).toEqual(expect.anything());
	});

	test('a downgrade that is called rank_up never wakes a workflow for rank_up', async () => {
		for (const chosen of [{ events: ['rank_up'] }, { otherEvents: ['rank_up', 'rank*'] }]) {
			const selection = { events: [], otherEvents: [], filters: [], ...chosen };
			expect(await itemsOf(gamanzaEngage, downgrade, { settings: { selection } })).toEqual([]);
		}
	});

	test('texts in many languages and choices stay whole', async () => {
		const item = await itemOf(gamanzaEngage, purchase);
		expect(item).toMatchObject({
			OrderStatus: { type: 'enum', value: 'purchased', displayValue: 'Purchased' },
			ProductExternalName: { languages: [{ language: 'EN', value: '(H3) spaceX moon travel' }] },
			Quantity: 1,
		});
	});
});
