import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { compareDecimals, readDecimal } from '../../json/decimal';
import { generatedCases } from '../generated-cases.mjs';

function compare(one: unknown, other: unknown): number | undefined {
	const [left, right] = [readDecimal(one), readDecimal(other)];
	return left && right && Math.sign(compareDecimals(left, right));
}

describe('two decimals are compared to the last digit', () => {
	test.each<[unknown, unknown, number]>([
		[25.5, '25.50', 0],
		['2550e-2', 25.5, 0],
		[0, '-0.000', 0],
		['0e99', 0, 0],
		[1e21, '1000000000000000000000', 0],
		[1e-7, '0.0000001', 0],
		['12345678901234567890', '12345678901234567891', -1],
		['0.1000000000000000000001', 0.1, 1],
		['-12345678901234567891', '-12345678901234567890', -1],
		[9, 10, -1],
		['9.99', '10', -1],
		[-9, -10, 1],
		[-1, 0, -1],
		[0, 0.001, -1],
		[-0.001, 0, -1],
		['1e999999999', '9e999999998', 1],
		['123', '12', 1],
		['0.012', '0.12', -1],
		['1e0000000000005', 1e5, 0],
		['9'.repeat(100_000), '1e100000', -1],
	])('%j and %j: %d', (one, other, order) => {
		expect(compare(one, other)).toBe(order);
		expect(compare(other, one)).toBe(order === 0 ? 0 : -order);
	});

	test('as numbers are', () => {
		const double = fc.double({ noNaN: true, noDefaultInfinity: true });
		fc.assert(
			fc.property(double, double, (one, other) => {
				expect(compare(one, other)).toBe(Math.sign(one < other ? -1 : Number(one > other)));
			}),
			generatedCases(1_000),
		);
	});

	test('as whole numbers of any size are', () => {
		fc.assert(
			fc.property(fc.bigInt(), fc.bigInt(), (one, other) => {
				const expected = one < other ? -1 : Number(one > other);
				expect(compare(String(one), String(other))).toBe(expected);
			}),
			generatedCases(1_000),
		);
	});
});

describe('is no decimal:', () => {
	test.each<[string, unknown]>(
		[
			...['', ' 1', '1 ', '+5', '.5', '5.', '007', '0x10', '1_000', '1,5', 'abc', 'NaN'],
			...['1e', '1e1234567890', '٣'],
			...[NaN, Infinity, null, undefined, true, [1], { a: 1 }, new Date(0)],
		].map((value) => [JSON.stringify(value)?.slice(0, 40) ?? 'undefined', value]),
	)('%s', (_name, value) => {
		expect(readDecimal(value)).toBeUndefined();
	});
});
