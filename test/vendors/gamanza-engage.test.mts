import { describe, expect, test } from '@jest/globals';

import { factsOf } from '../../vendors/field';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { forEachField } from '../../vendors/gamanza-engage/payload';
import type { ReceiveSettings } from '../../delivery/receive';
import { rowOf as rowIn } from '../../host/vendor-setup.mjs';
import { itemOf } from '../../host/without-n8n.mjs';
import type { JsonObject } from '../../json/object';

/** The fields of an event in the order in which they are handed on, with those kept whole. */
function fieldsOfEvent(event: JsonObject) {
	const emitted: Array<readonly [string, unknown]> = [];
	const whole: string[] = [];
	forEachField(event, (name, value, isWhole) => {
		emitted.push([name, value]);
		if (isWhole) whole.push(name);
	});
	return { emitted, whole };
}

const fieldsOfPayload = (...payload: unknown[]) => fieldsOfEvent({ payload });

const rowOf = (name: string) => rowIn(gamanzaEngage, name);
const shapeOf = (name: string) => rowOf(name).fields.shape as JsonObject;

const ENUM = {
	key: 'OrderStatus',
	value: 'shipped',
	displayValue: 'Shipped',
	type: 'enum',
	options: [{ key: 'Shipped', value: 'shipped' }],
};
const TEXTS = { languages: [{ language: 'EN', value: 'Harbour Week' }] };

describe('the player', () => {
	const PLAYER = { key: 'PlayerId', type: 'string', value: 'p-7' };
	test.each<[string, JsonObject, settings: Partial<ReceiveSettings>, JsonObject | undefined]>([
		[
			'stands once where item and event agree',
			{ playerId: 'p-7', payload: [PLAYER] },
			{},
			undefined,
		],
		['stands once where the event has an item only', { payload: [PLAYER] }, {}, undefined],
		[
			'stands twice where they differ',
			{ playerId: 'p-8', payload: [PLAYER] },
			{},
			{ playerId: 'p-8', PlayerId: 'p-7' },
		],
		[
			'is an item still where the event is not flattened',
			{ payload: [PLAYER] },
			{ output: 'cloudEvents' },
			{ data: { eventName: 'level_up', PlayerId: 'p-7' } },
		],
		[
			'is null where event and item are blank',
			{ playerId: '', payload: [{ ...PLAYER, value: '' }] },
			{},
			{ playerId: null, PlayerId: '' },
		],
	])('%s', async (_, event, settings, twice) => {
		const item = await itemOf(gamanzaEngage, { eventName: 'level_up', ...event }, { settings });
		if (twice) expect(item).toMatchObject(twice);
		else expect(item).not.toHaveProperty('PlayerId');
	});
});

describe('a payload item', () => {
	test.each<[string, JsonObject, unknown]>([
		['a number', { type: 'number', value: '5000.00' }, 5000],
		['a number below zero', { type: 'number', value: '-4900' }, -4900],
		['a number that is one already', { type: 'number', value: 12.5 }, 12.5],
		['a number that is none', { type: 'number', value: 'abc' }, 'abc'],
		[
			'a number too long',
			{ type: 'number', value: '12345678901234567890' },
			'12345678901234567890',
		],
		['a boolean', { type: 'boolean', value: 'true' }, true],
		['a boolean that is one already', { type: 'boolean', value: false }, false],
		['a date', { type: 'date', value: '2025-06-02T19:45:20+02:00' }, '2025-06-02T17:45:20.000Z'],
		['a date that is none', { type: 'date', value: 'soon' }, 'soon'],
		['a string', { type: 'string', value: '5000.00' }, '5000.00'],
		['a string that ends in a blank', { type: 'string', value: 'Sent. ' }, 'Sent. '],
		['no type', { value: '7' }, '7'],
		['null', { type: 'number', value: null }, null],
		['a list', { type: 'string', value: ['a'] }, ['a']],
	])('of %s becomes one field', (_what, item, value) => {
		expect(fieldsOfPayload({ key: 'Item', ...item }).emitted).toEqual([['Item', value]]);
	});

	test('of texts keeps its languages, as one value', () => {
		const { emitted, whole } = fieldsOfPayload({ key: 'Name', type: 'i18n', value: TEXTS });
		expect(emitted).toEqual([['Name', TEXTS]]);
		expect(whole).toEqual(['Name']);
	});

	test('of an enum keeps value, label, options and whatever else it has, as one value', () => {
		const { emitted, whole } = fieldsOfPayload({ ...ENUM, colour: 'red' });
		const { key: _key, ...members } = ENUM;
		expect(emitted).toEqual([['OrderStatus', { ...members, colour: 'red' }]]);
		expect(whole).toEqual(['OrderStatus']);
	});

	test('of an unknown type keeps its value, and its type beside it', () => {
		const item = { key: 'Prize', type: 'money', value: { amount: '5', currency: 'CHF' } };
		expect(fieldsOfPayload(item)).toEqual({
			emitted: [
				['Prize', item.value],
				['Prize', { type: 'money' }],
			],
			whole: [],
		});
	});

	test('with further members has a group of fields for them beside it', () => {
		const item = { key: 'Price', type: 'number', value: '3', unit: 'tokens', displayValue: '3 T' };
		expect(fieldsOfPayload(item).emitted).toEqual([
			['Price', 3],
			['Price', { unit: 'tokens', displayValue: '3 T' }],
		]);
	});

	test.each([
		['text', 'abc'],
		['null', null],
		['a list', [{ key: 'a', value: 1 }]],
		['an empty object', {}],
		['an item without a key', { type: 'string', value: 'a' }],
		['an item with an empty key', { key: '', value: 'a' }],
		['an item with a key that is no text', { key: 7, value: 'a' }],
		['an item without a value', { key: 'Item', type: 'string' }],
	])('that is %s is not lost', (_what, item) => {
		const known = { key: 'Level', type: 'number', value: '1' };
		expect(fieldsOfPayload(item, known, item).emitted).toEqual([
			['Level', 1],
			['payload', [item, item]],
		]);
	});

	test('may have the name of any other field: each is handed on', () => {
		const event = { eventName: 'level_up', payload: [{ key: 'eventName', value: 'x' }] };
		expect(fieldsOfEvent(event).emitted).toEqual([
			['eventName', 'level_up'],
			['eventName', 'x'],
		]);
	});
});

describe('an event', () => {
	test('has its own members around the items, in the order sent', () => {
		const event = {
			playerId: 'p',
			eventName: 'level_up',
			payload: [{ key: 'CurrentLevel', type: 'number', value: '9' }],
			eventDate: '2025-06-02T17:45:20.913Z',
			context: { shard: 1 },
		};
		expect(fieldsOfEvent(event)).toEqual({
			emitted: [
				['playerId', 'p'],
				['eventName', 'level_up'],
				['CurrentLevel', 9],
				['eventDate', '2025-06-02T17:45:20.913Z'],
				['context', { shard: 1 }],
			],
			whole: [],
		});
	});

	test.each([['text'], [null], [{ key: 'a', value: 1 }]])(
		'whose payload is %j has it as an ordinary member',
		(payload) => {
			expect(fieldsOfEvent({ payload }).emitted).toEqual([['payload', payload]]);
		},
	);

	test('with an empty payload has no item', () => {
		expect(fieldsOfEvent({ eventName: 'level_up', payload: [] }).emitted).toEqual([
			['eventName', 'level_up'],
		]);
	});
});

describe('its name', () => {
	const previous = { key: 'PreviousLevel', type: 'number', value: '27' };
	const current = { key: 'CurrentLevel', type: 'number', value: '8' };

	test.each<[string, JsonObject, string | undefined]>([
		['a rank up', { eventName: 'rank_up', payload: [current] }, 'rank_up'],
		['a downgrade', { eventName: 'on_player_downgrade', payload: [] }, 'on_player_downgrade'],
		[
			'a downgrade that is called a rank up',
			{ eventName: 'rank_up', payload: [current, previous] },
			'on_player_downgrade',
		],
		['another event with such an item', { eventName: 'level_up', payload: [previous] }, 'level_up'],
		['a rank up without a list', { eventName: 'rank_up', payload: previous }, 'rank_up'],
		['a rank up with odd items', { eventName: 'rank_up', payload: [null, 'Previous'] }, 'rank_up'],
		['an unknown event', { eventName: 'tournament_won' }, 'tournament_won'],
		['another case', { eventName: 'RANK_UP', payload: [previous] }, 'RANK_UP'],
		['no name', { payload: [previous] }, undefined],
		['a name that is no text', { eventName: { a: 1 } }, undefined],
	])('is that of %s', (_what, event, name) => {
		expect(gamanzaEngage.nameOf(event)).toBe(name);
	});
});

describe('its player', () => {
	const item = { key: 'PlayerId', type: 'string', value: 'item' };

	test.each<[string, JsonObject, unknown]>([
		['in the event', { playerId: 'event', payload: [item] }, 'event'],
		['in the payload', { payload: [{ key: 'Balance', value: '1' }, item] }, 'item'],
		['in neither', { payload: [] }, undefined],
		['an empty text', { playerId: '', payload: [item] }, 'item'],
		['a number', { playerId: 7 }, 7],
	])('stands %s', (_what, event, player) => {
		expect(gamanzaEngage.identify(event)).toEqual({
			time: undefined,
			player,
			id: undefined,
		});
	});
});

describe('quirks of the documentation', () => {
	test.each(['ranks_on_xpUp', 'virtualCurrency_on_walletUpdate'])(
		'2: %s has the player in its payload only',
		(name) => {
			expect(Object.keys(shapeOf(name))).not.toContain('playerId');
			expect(Object.keys(shapeOf(name))).toContain('PlayerId');
		},
	);

	test('3: a downgrade is sampled under its documented name, with Previous… items', () => {
		expect(Object.keys(shapeOf('on_player_downgrade'))).toContain('PreviousLevel');
		expect(Object.keys(shapeOf('rank_up')).join()).not.toContain('Previous');
	});

	test('12, 13, 14: texts may be in codes of any case, in one language or in none', () => {
		const data = {
			MissionBundleExternalName: { languages: [] },
			RewardExternalName: { languages: [{ language: 'en', value: 'a' }] },
		};
		expect(rowOf('mission_completed').fields.safeParse(data).success).toBe(true);
		const mixed = { languages: ['en', 'IT'].map((language) => ({ language, value: 'a' })) };
		const rank = { CurrentRankExternalDescription: mixed };
		expect(rowOf('level_up').fields.safeParse(rank).success).toBe(true);
	});

	test('15: the name of a rank is plain text, its description is not', () => {
		const { fields } = rowOf('rank_up');
		expect(fields.safeParse({ CurrentRankExternalName: 'Captain' }).success).toBe(true);
		expect(fields.safeParse({ CurrentRankExternalDescription: 'Captain' }).success).toBe(false);
	});

	test.each([
		'mission_completed',
		'mission_bundle_completed',
		'ranks_on_xpUp',
		'virtualCurrency_on_walletUpdate',
	])('19, 20: the time of %s is its eventDate', (name) => {
		expect(Object.keys(shapeOf(name))).not.toContain('Timestamp');
		const event = {
			payload: [{ key: 'Timestamp', type: 'date', value: '2025-03-04T21:05:33.870Z' }],
			eventDate: '2025-03-04T21:05:33.871Z',
		};
		expect(gamanzaEngage.identify(event).time).toBe('2025-03-04T21:05:33.871Z');
	});

	test('26: the recipient is personal', () => {
		const personal = Object.entries(gamanzaEngage.anyEventFields.shape)
			.filter(([, type]) => factsOf(type as Parameters<typeof factsOf>[0])?.personal)
			.map(([name]) => name);
		expect(personal).toEqual(['RecipientName', 'RecipientAddress']);
	});
});
