import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { exactBoolean, exactNumber, instantOf, isoDate } from '../../json/exact-values';

const NOT_TEXT: readonly unknown[] = [
	0,
	-1.5,
	true,
	false,
	null,
	undefined,
	[],
	{},
	{ valueOf: 1 },
];

describe('exactNumber', () => {
	test.each([
		['7', 7],
		['0', 0],
		['5000.00', 5000],
		['-4900', -4900],
		['-0.5', -0.5],
		['0.10', 0.1],
		['123456789012345', 123456789012345],
		['9007199254740992', 9007199254740992],
		['10000000000000000000000', 1e22],
		['1e3', 1000],
		['-1.5E-7', -1.5e-7],
		['0e9', 0],
		['-0', 0],
		['-0.00', 0],
		['0.000000000000000000001', 1e-21],
	])('converts %j', (text, number) => {
		expect(exactNumber(text)).toBe(number);
	});

	test.each([
		['a word', 'abc'],
		['nothing', ''],
		['a minus alone', '-'],
		['a point alone', '.'],
		['leading blanks', ' 5'],
		['trailing blanks', '5 '],
		['a hexadecimal number', '0x10'],
		['infinity', 'Infinity'],
		['not a number', 'NaN'],
		['a plus', '+5'],
		['no digit before the point', '.5'],
		['no digit behind the point', '5.'],
		['two points', '1.2.3'],
		['leading zeros, as in an ID', '007'],
		['leading zeros with a sign', '-007.5'],
		['a thousands separator', '1,000'],
		['a decimal comma', '1,5'],
		['digits that are not ASCII', '١٢'],
		['more digits than a double holds', '12345678901234567890'],
		['the first whole number that a double skips', '9007199254740993'],
		['a fraction that a double rounds', '0.1000000000000000055'],
		['what would be infinite', '1e400'],
		['what would be zero', '1e-400'],
		['an exponent without end', `1e${'9'.repeat(100)}`],
		['more characters than a number needs', `0.${'0'.repeat(1000)}1`],
	])('leaves %s as sent', (_what, text) => {
		expect(exactNumber(text)).toBe(text);
	});

	test.each(NOT_TEXT.map((value) => [value] as const))('leaves %j as it is', (value) => {
		expect(exactNumber(value)).toBe(value);
	});

	test('converts every finite number back from its text', () => {
		fc.assert(
			fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (number) => {
				expect(exactNumber(String(number))).toBe(number + 0);
			}),
		);
	});

	test('converts a decimal if and only if the number names the same value', () => {
		const decimal = fc
			.tuple(fc.bigInt(), fc.nat({ max: 30 }), fc.integer({ min: -5, max: 5 }), fc.boolean())
			.map(([digits, decimals, exponent, withExponent]) => {
				const padded = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
				const whole = padded.slice(0, padded.length - decimals);
				const fraction = decimals > 0 ? `.${padded.slice(padded.length - decimals)}` : '';
				return `${digits < 0n ? '-' : ''}${whole}${fraction}${withExponent ? `e${exponent}` : ''}`;
			});
		fc.assert(
			fc.property(decimal, (text) => {
				const isExact = sameValue(text, String(Number(text)));
				expect(exactNumber(text)).toBe(isExact ? Number(text) + 0 : text);
			}),
			{ numRuns: 2000 },
		);
	});

	test('changes nothing the second time', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
				const once = exactNumber(text);
				expect(exactNumber(once)).toBe(once);
			}),
		);
	});

	/** Compares decimals as fractions of whole numbers, which is slow and plain. */
	function sameValue(one: string, other: string): boolean {
		const [a, b] = [fractionOf(one), fractionOf(other)];
		return a.numerator * b.denominator === b.numerator * a.denominator;
	}

	function fractionOf(text: string): { numerator: bigint; denominator: bigint } {
		const [mantissa = '', exponent = '0'] = text.split('e');
		const [whole = '', fraction = ''] = mantissa.split('.');
		const scale = Number(exponent) - fraction.length;
		return {
			numerator: BigInt(whole + fraction) * 10n ** BigInt(Math.max(scale, 0)),
			denominator: 10n ** BigInt(Math.max(-scale, 0)),
		};
	}
});

describe('exactBoolean', () => {
	test.each([
		['true', true],
		['True', true],
		['TRUE', true],
		['false', false],
		['False', false],
	])('converts %j', (text, boolean) => {
		expect(exactBoolean(text)).toBe(boolean);
	});

	test.each(['', 'yes', '1', '0', ' true', 'truely', 'ſalse', ...NOT_TEXT].map((value) => [value]))(
		'leaves %j as sent',
		(value) => {
			expect(exactBoolean(value)).toBe(value);
		},
	);
});

describe('isoDate', () => {
	test.each([
		['2025-06-02T17:45:20.913Z', '2025-06-02T17:45:20.913Z'],
		['2025-06-02T17:45:20Z', '2025-06-02T17:45:20.000Z'],
		['2025-06-02T17:45Z', '2025-06-02T17:45:00.000Z'],
		['2025-06-02T17:45:20.9Z', '2025-06-02T17:45:20.900Z'],
		['2025-06-02T17:45:20.9130000Z', '2025-06-02T17:45:20.913Z'],
		['2025-06-02T17:45:20+02:00', '2025-06-02T15:45:20.000Z'],
		['2025-06-02T17:45:20.913-0530', '2025-06-02T23:15:20.913Z'],
		['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
		['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
	])('writes %s as %s', (text, iso) => {
		expect(isoDate(text)).toBe(iso);
	});

	test.each([
		['no zone', '2025-06-02T17:45:20.913'],
		['no time', '2025-06-02'],
		['digits finer than a millisecond', '2025-06-02T17:45:20.913456Z'],
		['a 30th of February', '2025-02-30T00:00:00Z'],
		['a 29th of February in a common year', '2023-02-29T00:00:00Z'],
		['a 13th month', '2025-13-01T00:00:00Z'],
		['an hour 24', '2025-06-02T24:00:00Z'],
		['a leap second', '2016-12-31T23:59:60Z'],
		['a zone of a whole day', '2025-06-02T17:45:20+24:00'],
		['an impossible date in the usual form', '2025-02-30T00:00:00.000Z'],
		['an epoch', '1749849926000'],
		['words', 'yesterday, almost at Z'],
		['nothing', ''],
		['a fraction without end', `2025-06-02T17:45:20.${'0'.repeat(100_000)}Z`],
	])('leaves a date with %s as sent', (_what, text) => {
		expect(isoDate(text)).toBe(text);
	});

	test.each(NOT_TEXT.map((value) => [value] as const))('leaves %j as it is', (value) => {
		expect(isoDate(value)).toBe(value);
	});

	const moment = fc.date({
		min: new Date('0001-01-02T00:00:00Z'),
		max: new Date('9999-12-30T00:00:00Z'),
		noInvalidDate: true,
	});

	test('names the same instant, whatever the zone', () => {
		fc.assert(
			fc.property(moment, fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
				const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
				const minutes = Math.abs(offset);
				const zone = [Math.floor(minutes / 60), minutes % 60].map((part) =>
					String(part).padStart(2, '0'),
				);
				const text = `${local}${offset < 0 ? '-' : '+'}${zone.join(':')}`;
				expect(isoDate(text)).toBe(date.toISOString());
				expect(instantOf(text)).toBe(date.getTime());
			}),
		);
	});

	test('changes nothing the second time', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					moment.map((date) => date.toISOString()),
				),
				(text) => {
					const once = isoDate(text);
					expect(isoDate(once)).toBe(once);
				},
			),
		);
	});
});
