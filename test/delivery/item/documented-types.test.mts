import { describe, expect, test } from '@jest/globals';

import { classify } from '../../../delivery/classify';
import { forEachTypedField } from '../../../delivery/item/documented-types';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import type { JsonObject } from '../../../json/object';
import type { Vendor } from '../../../vendors/vendor';
import { harbour } from '../made-up-vendor.mjs';

/** The fields in the order in which they are handed on. */
function typedFields(event: JsonObject, vendor: Vendor = harbour, envelope?: JsonObject) {
	const fields: Array<[string, unknown]> = [];
	forEachTypedField({ ...classify(event, vendor), envelope }, vendor, (name, value) => {
		fields.push([name, value]);
	});
	return fields;
}

const typed = (event: JsonObject) => Object.fromEntries(typedFields(event));

describe('a field that is documented as', () => {
	test.each<[string, JsonObject, JsonObject]>([
		['a number', { berth: '14' }, { berth: 14 }],
		['a number, with a point', { berth: '-14.50' }, { berth: -14.5 }],
		['a number, sent as one', { berth: 14 }, { berth: 14 }],
		['a number, sent as null', { berth: null }, { berth: null }],
		['a number, sent as something else', { berth: 'abc' }, { berth: 'abc' }],
		['a number, sent empty', { berth: '' }, { berth: '' }],
		[
			'a number, sent with more digits than it can hold',
			{ berth: '12345678901234567890' },
			{ berth: '12345678901234567890' },
		],
		['a boolean', { customs: 'True' }, { customs: true }],
		['a boolean, sent as something else', { customs: 'yes' }, { customs: 'yes' }],
		['text', { captain: '007' }, { captain: '007' }],
		['anything', { notes: { tide: '3' } }, { notes: { tide: '3' } }],
		['a group', { agent: { fee: '5000.00', code: '99' } }, { agent: { fee: 5000, code: '99' } }],
		['a group, sent as text', { agent: '5' }, { agent: '5' }],
		['a group, sent as null', { agent: null }, { agent: null }],
		[
			'a list of groups',
			{ cargo: [{ tons: '12.50', label: '007' }, { tons: 1 }, null, 'x'] },
			{ cargo: [{ tons: 12.5, label: '007' }, { tons: 1 }, null, 'x'] },
		],
		['a list, sent as an object', { cargo: { tons: '1' } }, { cargo: { tons: '1' } }],
	])('%s', (_what, fields, expected) => {
		expect(typed({ name: 'ship.docked', ...fields })).toEqual({ name: 'ship.docked', ...expected });
	});
});

test('a field that is not documented stays as sent', () => {
	const event = { name: 'ship.docked', tide: '3', agent: { tide: '3' }, constructor: '4' };
	expect(typed(event)).toEqual(event);
});

test('an event that no catalogue knows is typed by the fields of all events', () => {
	expect(typed({ name: 'ship.sunk', berth: '14' })).toEqual({ name: 'ship.sunk', berth: 14 });
	expect(typed({ berth: '14' })).toEqual({ berth: 14 });
});

test('a field that only another event documents stays as sent', () => {
	expect(typed({ name: 'ship.left', berth: '14' })).toEqual({ name: 'ship.left', berth: '14' });
});

test('fields keep their order, inside groups too', () => {
	const event: unknown = JSON.parse(
		'{"z":1,"berth":"2","agent":{"x":"1","fee":"2","__proto__":"3","code":"4"},"a":3}',
	);
	const fields = typedFields({ ...(event as JsonObject), name: 'ship.docked' });
	expect(fields.map(([name]) => name)).toEqual(['z', 'berth', 'agent', 'a', 'name']);
	expect(Object.entries(fields[2]![1] as object)).toEqual([
		['x', '1'],
		['fee', 2],
		['__proto__', '3'],
		['code', '4'],
	]);
});

test('what is sent is never changed', () => {
	const event = { name: 'ship.docked', berth: '1', cargo: [{ tons: '2' }], agent: { fee: '3' } };
	const copy = structuredClone(event);
	typed(event);
	expect(event).toEqual(copy);
});

test('what needs no conversion is not copied', () => {
	const event = { name: 'ship.docked', cargo: [{ tons: 2 }], agent: { fee: 3 }, notes: {} };
	for (const [name, value] of typedFields(event)) {
		expect(value).toBe(event[name as keyof typeof event]);
	}
});

test('what stands beside the list of events comes last', () => {
	expect(typedFields({ name: 'ship.left' }, harbour, { berth: '14', toString: 1 })).toEqual([
		['name', 'ship.left'],
		['berth', '14'],
		['toString', 1],
	]);
});

test('a vendor with fields of its own form hands them on itself', () => {
	const payload = [{ key: 'Level', type: 'number', value: '14' }];
	expect(typedFields({ eventName: 'level_up', payload }, gamanzaEngage, { v: '1' })).toEqual([
		['eventName', 'level_up'],
		['Level', 14],
		['v', '1'],
	]);
});
