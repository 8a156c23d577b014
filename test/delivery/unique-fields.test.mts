import { describe, expect, test } from '@jest/globals';

import { UniqueFields } from '../../delivery/unique-fields';

/** The fields that come of putting these one after the other. */
function gathered(puts: ReadonlyArray<readonly [string, unknown]>, first = {}) {
	const fields = new UniqueFields({ ...first }, new Set(Object.keys(first)));
	for (const [name, value] of puts) fields.put(name, value);
	return Object.entries(fields.values);
}

describe('a name that is taken', () => {
	test('gets a number, counted from 2', () => {
		expect(
			gathered([
				['a', 1],
				['b', 2],
				['a', 3],
				['a', 1],
				['b', 4],
			]),
		).toEqual([
			['a', 1],
			['b', 2],
			['a_2', 3],
			['a_3', 1],
			['b_2', 4],
		]);
	});

	test('with a number that is taken too gets the next', () => {
		expect(
			gathered([
				['a', 1],
				['a_2', 2],
				['a', 3],
				['a_2', 4],
			]),
		).toEqual([
			['a', 1],
			['a_2', 2],
			['a_3', 3],
			['a_2_2', 4],
		]);
	});

	test.each([null, undefined, '', 0, false])('counts as taken by %j', (value) => {
		expect(
			gathered([
				['a', value],
				['a', 2],
			]),
		).toEqual([
			['a', value],
			['a_2', 2],
		]);
	});

	test('a hundred thousand times costs one search each', () => {
		const fields = new UniqueFields();
		let searches = 0;
		const hasOwn = Object.hasOwn;
		Object.hasOwn = (object, name) => {
			searches++;
			return hasOwn(object, name);
		};
		try {
			for (let count = 0; count < 100_000; count++) fields.put('a', count);
		} finally {
			Object.hasOwn = hasOwn;
		}
		expect(Object.keys(fields.values)).toHaveLength(100_000);
		expect(searches).toBeLessThan(400_000);
	});
});

describe('a field that is there from the start', () => {
	const first = { eventType: 'a', playerId: null };

	test('is one with a field of its name and value', () => {
		const puts = [
			['playerId', null],
			['eventType', 'a'],
		] as const;
		expect(gathered(puts, first)).toEqual(Object.entries(first));
	});

	test('is another field than one of its name with another value', () => {
		expect(gathered([['playerId', '7']], first)).toEqual([
			...Object.entries(first),
			['playerId_2', '7'],
		]);
	});
});

test.each([
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'valueOf',
	'hasOwnProperty',
	'__defineSetter__',
	'__lookupGetter__',
])('%s is plain data', (name) => {
	const fields = new UniqueFields();
	fields.put(name, { polluted: true });
	fields.put(name, 2);
	expect(Object.entries(fields.values)).toEqual([
		[name, { polluted: true }],
		[`${name}_2`, 2],
	]);
	expect(Object.getPrototypeOf(fields.values)).toBe(Object.prototype);
	expect(JSON.parse(JSON.stringify(fields.values))).toEqual(fields.values);
	expect('polluted' in {}).toBe(false);
});
