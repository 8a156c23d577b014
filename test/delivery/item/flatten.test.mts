import { describe, expect, test } from '@jest/globals';

import { flatten, FLATTENED_LEVELS } from '../../../delivery/item/flatten';
import { Room } from '../../../delivery/item/room';
import { UniqueFields } from '../../../delivery/unique-fields';

/** The fields in the order in which they are put. */
function flattened(
	name: string,
	value: unknown,
	{ separator = '_', size = 2_000 } = {},
): Array<[string, unknown]> {
	const fields = new UniqueFields();
	flatten(name, value, { fields, separator, room: new Room(size) });
	return Object.entries(fields.values);
}

/** An object nested so deep: `nested(2)` is `{"a":{"a":"leaf"}}`. */
function nested(levels: number, name = 'a'): unknown {
	let value: unknown = 'leaf';
	for (let level = 0; level < levels; level++) value = { [name]: value };
	return value;
}

describe('a field', () => {
	test.each<[string, unknown]>([
		['text', 'x'],
		['an empty text', ''],
		['a number', 0],
		['a boolean', false],
		['null', null],
		['an empty object', {}],
		['an empty list', []],
		['a list of objects', [{ a: { b: 1 } }]],
	])('that is %s stays one', (_what, value) => {
		expect(flattened('field', value)).toEqual([['field', value]]);
	});

	test('that is an object becomes one for each member, in the order sent', () => {
		expect(flattened('customer', { id: 7, name: { last: 'F', first: 'I' }, tags: [] })).toEqual([
			['customer_id', 7],
			['customer_name_last', 'F'],
			['customer_name_first', 'I'],
			['customer_tags', []],
		]);
	});

	test('keeps an empty object inside of it', () => {
		expect(flattened('a', { b: {}, c: { d: {} } })).toEqual([
			['a_b', {}],
			['a_c_d', {}],
		]);
	});

	test.each(['.', '', '__', ' → '])('is joined with the separator %j', (separator) => {
		expect(flattened('a', { b: { c: 1 } }, { separator })).toEqual([
			[`a${separator}b${separator}c`, 1],
		]);
	});

	test('may have empty and odd names', () => {
		const value: unknown = JSON.parse('{"":{"":1},"__proto__":{"toString":2},"a b":3,"7":4}');
		expect(flattened('x', value)).toEqual([
			['x_7', 4],
			['x__', 1],
			['x___proto___toString', 2],
			['x_a b', 3],
		]);
	});

	test('has no members that it only inherits', () => {
		const value: object = Object.create({ inherited: 1 });
		expect(flattened('a', Object.assign(value, { own: 2 }))).toEqual([['a_own', 2]]);
	});
});

describe('depth', () => {
	test('of 20 levels, the event’s own included, is flattened', () => {
		// The event is the first level, and its field the second.
		expect(flattened('a', nested(FLATTENED_LEVELS - 1))).toEqual([
			[Array(FLATTENED_LEVELS).fill('a').join('_'), 'leaf'],
		]);
	});

	test.each([1, 81, 100_000])('of %i more levels stays nested in the last field', (more) => {
		const value = nested(FLATTENED_LEVELS - 1 + more);
		const [[name, rest] = []] = flattened('a', value);
		expect(name).toBe(Array(FLATTENED_LEVELS).fill('a').join('_'));
		let depth = 0;
		for (let inner = rest; inner !== 'leaf'; depth++) inner = (inner as { a: unknown }).a;
		expect(depth).toBe(more);
	});
});

describe('a long name', () => {
	const members = (count: number) =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, index]));

	test('stands in front of a few others', () => {
		const long = 'n'.repeat(1_000);
		expect(flattened(long, { a: 1, b: 2 })).toEqual([
			[`${long}_a`, 1],
			[`${long}_b`, 2],
		]);
	});

	test('keeps its object nested where it would stand in front of too many', () => {
		const long = 'n'.repeat(1_000);
		expect(flattened(long, members(100))).toEqual([[long, members(100)]]);
	});

	test.each<[string, (size: number) => unknown]>([
		['a long name over many members', (size) => ({ ['x'.repeat(size)]: members(size) })],
		['many levels of long names', (size) => nested(19, 'x'.repeat(size))],
		['a level of many objects', (size) => ({ ['x'.repeat(size)]: Array.from({ length: size }) })],
		[
			'a long name over many objects of many members',
			(size) => ({
				['x'.repeat(size)]: Object.fromEntries(
					Array.from({ length: size / 10 }, (_, index) => [`${index}`, members(10)]),
				),
			}),
		],
	])('does not multiply: %s', (_what, make) => {
		for (const size of [10, 100, 1_000]) {
			const value = make(size);
			const sent = JSON.stringify({ a: value }).length;
			const flat = JSON.stringify(flattened('a', value, { size: sent }));
			expect(flat.length).toBeLessThan(4 * sent + 1_000);
		}
	});
});
