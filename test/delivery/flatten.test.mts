import { describe, expect, test } from '@jest/globals';

import { flatten, FLATTENED_LEVELS, LONGEST_PREFIX } from '../../delivery/flatten';
import { UniqueFields } from '../../delivery/unique-fields';

/** The fields in the order in which they are put. */
function flattened(name: string, value: unknown, separator = '_'): Array<[string, unknown]> {
	const fields = new UniqueFields();
	flatten(name, value, separator, fields);
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
		expect(flattened('a', { b: { c: 1 } }, separator)).toEqual([
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
	const long = 'n'.repeat(LONGEST_PREFIX);

	test('stands in front of others up to 250 characters', () => {
		expect(flattened(long, { a: 1 })).toEqual([[`${long}_a`, 1]]);
	});

	test('keeps its object nested beyond', () => {
		expect(flattened(`${long}n`, { a: 1 })).toEqual([[`${long}n`, { a: 1 }]]);
	});

	test('does not multiply: names are at most as long as the names sent, and a prefix each', () => {
		const names = Array.from({ length: 1000 }, (_, index) => `leaf${index}`);
		let value: unknown = Object.fromEntries(names.map((name) => [name, 1]));
		for (let level = 0; level < 10; level++) value = { ['x'.repeat(10_000)]: value };
		const characters = flattened('a', value).reduce((sum, [name]) => sum + name.length, 0);
		expect(characters).toBeLessThan(20_000);
	});
});
