import { describe, expect, test } from '@jest/globals';

import { DeliveryMemory } from '../../../delivery/delivery-memory';
import { harbour } from '../made-up-vendor.mjs';
import { itemOf, itemsOf } from '../../../host/without-n8n.mjs';

const EVENT = {
	id: 'e-1',
	name: 'ship_docked',
	at: '2025-06-02T19:45:20.913+02:00',
	ship: { id: 's-7', size: { length: 120 } },
	berth: '14',
	captain: 'Ines Farrow',
	cargo: [{ tons: '12.50' }],
};

const COMMON = {
	eventType: 'ship.docked',
	eventTime: '2025-06-02T17:45:20.913Z',
	playerId: 's-7',
	eventKey: 'e-1',
};

describe('flattened', () => {
	test('has the common fields, then the vendor’s own in the order sent, typed', async () => {
		expect(Object.entries(await itemOf(harbour, EVENT))).toEqual([
			...Object.entries(COMMON),
			['id', 'e-1'],
			['name', 'ship_docked'],
			['at', '2025-06-02T19:45:20.913+02:00'],
			['ship_id', 's-7'],
			['ship_size_length', 120],
			['berth', 14],
			['captain', 'Ines Farrow'],
			['cargo', [{ tons: 12.5 }]],
		]);
	});

	test('joins names with the separator', async () => {
		const item = await itemOf(harbour, EVENT, { settings: { separator: '.' } });
		expect(item).toMatchObject({ 'ship.id': 's-7', 'ship.size.length': 120 });
	});

	test('has a common field once where the vendor has the same field', async () => {
		const event = { ...EVENT, eventType: 'ship.docked', playerId: 's-8', eventKey: 'e-1' };
		expect(await itemOf(harbour, event)).toMatchObject({ ...COMMON, playerId_2: 's-8' });
		expect(await itemOf(harbour, event)).not.toHaveProperty('eventType_2');
		expect(await itemOf(harbour, event)).not.toHaveProperty('eventKey_2');
	});

	test('loses no field to another of its name', async () => {
		const item = await itemOf(harbour, { ship_id: 1, ship: { id: 2 }, ship_id_2: 3 });
		expect(item).toMatchObject({ ship_id: 1, ship_id_2: 2, ship_id_2_2: 3 });
	});

	test('has what stands beside the list of events in each item', async () => {
		const body = { version: { major: 2 }, calls: [{ name: 'a' }, { name: 'b', version: 1 }] };
		const [one, other] = await itemsOf(harbour, body);
		expect(one).toMatchObject({ name: 'a', version_major: 2 });
		expect(other).toMatchObject({ name: 'b', version: 1, version_major: 2 });
	});

	const notTheFirst = {
		rows: [{ field: 'id', operator: 'notEquals', value: '0' } as const],
		match: 'all',
		timeZone: 'UTC',
	} as const;
	test.each([
		['all of them', async () => ({})],
		[
			'the first does not meet the conditions',
			async () => ({ settings: { conditions: notTheFirst } }),
		],
		['the first is a copy', async () => ({ memory: await remembering('0') })],
	])('has what stands beside a long list in one item, if it is large: %s', async (_of, given) => {
		const calls = Array.from({ length: 200 }, (_, id) => ({ id: String(id) }));
		const items = await itemsOf(harbour, { calls, large: 'x'.repeat(100_000) }, await given());
		expect(items.length).toBeGreaterThanOrEqual(199);
		expect(items[0]).toHaveProperty('large');
		expect(items.filter((item) => 'large' in item)).toHaveLength(1);
	});
});

/** A memory in which one event is. */
async function remembering(key: string): Promise<DeliveryMemory> {
	const memory = new DeliveryMemory(async () => await new Promise(() => {}));
	(await memory.claim([key]))?.settle(true);
	return memory;
}

describe('the common fields', () => {
	test.each<[string, object, object]>([
		[
			'of an event that has nothing',
			{},
			{ eventType: 'unrecognized', eventTime: null, playerId: null },
		],
		['with a time in seconds', { at: 1750000000 }, { eventTime: '2025-06-15T15:06:40.000Z' }],
		[
			'with a time in milliseconds',
			{ at: 1750000000123 },
			{ eventTime: '2025-06-15T15:06:40.123Z' },
		],
		['with a time that cannot be read', { at: 'soon' }, { eventTime: 'soon' }],
		['with a time of another type', { at: [1] }, { eventTime: null }],
		['with a player that is a number', { shipId: 7 }, { playerId: 7 }],
		['with a player of another type', { shipId: { id: 7 } }, { playerId: null }],
		['with an id that is a number', { id: 7 }, { eventKey: '7' }],
		['with an empty id', { id: '' }, { eventKey: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }],
		['with an id of another type', { id: {} }, { eventKey: expect.stringMatching(/^sha256:/) }],
	])('%s', async (_what, event, common) => {
		expect(await itemOf(harbour, event)).toMatchObject({ ...common });
	});

	test('with a time in nanoseconds, which no double holds', async () => {
		const { eventTime } = await itemOf(harbour, '{"at":1735689600123456789}');
		expect(eventTime).toBe('2025-01-01T00:00:00.123Z');
	});
});

describe('as sent', () => {
	test('has the common fields and the event, untouched', async () => {
		const item = await itemOf(harbour, EVENT, { settings: { output: 'asSent' } });
		expect(item).toEqual({ ...COMMON, event: EVENT });
	});

	test('has what stands beside the list of events in a field of its own', async () => {
		const body = { version: '2', calls: [EVENT] };
		const item = await itemOf(harbour, body, { settings: { output: 'asSent' } });
		expect(item).toEqual({ ...COMMON, event: EVENT, envelope: { version: '2' } });
	});
});

describe('the options add', () => {
	const outputs = ['flattened', 'cloudEvents', 'asSent'] as const;

	test.each(outputs)('%s: the original, as sent', async (output) => {
		const item = await itemOf(harbour, EVENT, { settings: { output, includeOriginal: true } });
		expect(item.original).toEqual(EVENT);
	});

	test.each(outputs)('%s: the headers, without secrets', async (output) => {
		const item = await itemOf(harbour, EVENT, {
			settings: { output, includeHeaders: true },
			headers: { 'x-request-id': '7', authorization: 'Bearer made-up' },
		});
		expect(item.headers).toEqual({ 'x-request-id': '7' });
	});

	test.each(outputs)('%s: how the event differs from the catalogue', async (output) => {
		const settings = { output, checkAgainstCatalogue: true };
		const item = await itemOf(harbour, { ...EVENT, berth: 'quay' }, { settings });
		// CloudEvents has names in lower case only.
		const name = output === 'cloudEvents' ? 'schemaissues' : 'schemaIssues';
		expect(item[name]).toEqual(['berth: Expected number, received string']);
		expect(await itemOf(harbour, EVENT, { settings })).not.toHaveProperty(name);
		expect((await itemOf(harbour, { name: 'ship.sunk' }, { settings }))[name]).toEqual([
			'The event is not in the catalogue',
		]);
	});

	test.each([
		['', '{"original":"theirs","name":"x"}', 'original_2'],
		[', in another order', '{"name":"x","original":"theirs"}', 'original_2'],
		[', several', '{"original_2":1,"original":"theirs"}', 'original_3'],
		[', several in another order', '{"original":"theirs","original_2":1}', 'original_3'],
	])('leave equal names to the vendor’s fields%s', async (_what, sent, name) => {
		const item = await itemOf(harbour, sent, { settings: { includeOriginal: true } });
		expect(item.original).toBe('theirs');
		expect(item[name]).toEqual(JSON.parse(sent));
	});

	test.each(outputs)('%s: nothing unless asked', async (output) => {
		const item = await itemOf(harbour, { berth: 'quay' }, { settings: { output } });
		expect(Object.keys(item)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/original|headers|schemaIssues/)]),
		);
	});
});

describe('personal data', () => {
	test.each(['flattened', 'cloudEvents', 'asSent'] as const)(
		'%s: is nowhere in the item once masked or removed, the original included',
		async (output) => {
			const body = { calls: [EVENT], captain: 'Ines Farrow' };
			const settings = { output, includeOriginal: true, checkAgainstCatalogue: true };
			for (const personalData of ['mask', 'remove'] as const) {
				const item = await itemOf(harbour, body, { settings: { ...settings, personalData } });
				expect(JSON.stringify(item)).not.toContain('Ines');
				expect(JSON.stringify(item).includes('***')).toBe(personalData === 'mask');
			}
		},
	);

	test('that is masked is no difference from the catalogue', async () => {
		const settings = { personalData: 'mask', checkAgainstCatalogue: true } as const;
		const event = { ...EVENT, agent: { name: 'Ines', fee: '1' } };
		expect(await itemOf(harbour, event, { settings })).not.toHaveProperty('schemaIssues');
	});

	test('does not change the key of an event', async () => {
		const event = { name: 'ship.left', captain: 'Ines' };
		const masked = await itemOf(harbour, event, { settings: { personalData: 'mask' } });
		expect(masked.eventKey).toBe((await itemOf(harbour, event)).eventKey);
	});
});
