import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { currencyDecimals, mainUnits } from '../../json/currency-units';

describe('the decimals of a currency', () => {
	test.each([
		['EUR', 2],
		['usd', 2],
		['Cad', 2],
		['JPY', 0],
		['KRW', 0],
		['KWD', 3],
		['CLF', 4],
		['XAF', 0],
	])('%s: %d', (currency, decimals) => {
		expect(currencyDecimals(currency)).toBe(decimals);
	});

	const asWritten = (currency: string) =>
		new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
			.maximumFractionDigits;

	test.each([
		...['AFN', 'ALL', 'COP', 'HUF', 'IDR', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR'],
		...['SOS', 'SYP', 'YER'],
	])('%s: 2, though Intl writes none', (currency) => {
		expect(currencyDecimals(currency)).toBe(2);
		expect(asWritten(currency)).toBe(0);
	});

	test('IQD: 3, though Intl writes none', () => {
		expect(currencyDecimals('IQD')).toBe(3);
		expect(asWritten('IQD')).toBe(0);
	});

	test.each([
		...['', 'E', 'EURO', '€', ' EUR', 'ZZZ', 'BTC', 'XAU', 'XXX', 'XTS'],
		...['constructor', '__proto__', 978, null, undefined, ['EUR'], {}],
	])('%j: unknown', (currency) => {
		expect(currencyDecimals(currency)).toBeUndefined();
	});
});

describe('an amount in the smallest unit is, in the main unit,', () => {
	test.each([
		[2599, 'EUR', 25.99],
		['2599', 'usd', 25.99],
		[2599, 'JPY', 2599],
		[2599, 'KWD', 2.599],
		[2599, 'CLF', 0.2599],
		[1999, 'COP', 19.99],
		[29, 'EUR', 0.29],
		[57, 'EUR', 0.57],
		[5, 'EUR', 0.05],
		[0, 'EUR', 0],
		[-0, 'EUR', 0],
		[-4900, 'EUR', -49],
		['-4900.00', 'EUR', -49],
		[2599.5, 'EUR', 25.995],
		['1e3', 'EUR', 10],
		[1e-7, 'EUR', 1e-9],
		[99999999999999, 'EUR', 999999999999.99],
	])('%j %s: %d', (amount, currency, expected) => {
		expect(mainUnits(amount, currency)).toBe(expected);
	});

	test.each<[string, number | string, unknown]>([
		['an unknown currency', 2599, 'ABC'],
		['no currency', 2599, undefined],
		['no number', 'abc', 'EUR'],
		['nothing', '', 'EUR'],
		['a blank', ' 5', 'EUR'],
		['leading zeros', '007', 'EUR'],
		['separators', '1,000', 'EUR'],
		['infinity', Infinity, 'EUR'],
		['not a number', NaN, 'EUR'],
		['a broken exponent', '1ee3', 'EUR'],
		['digits beyond a double', '12345678901234567891', 'EUR'],
		['more digits than a double holds, once divided', Number.MAX_SAFE_INTEGER, 'EUR'],
		['a number beyond exact integers', 2 ** 53, 'EUR'],
		['text without end', '9'.repeat(100_000), 'EUR'],
	])('%s: unknown', (_what, amount, currency) => {
		expect(mainUnits(amount, currency)).toBeUndefined();
	});

	test('the number with these digits, whatever they are', () => {
		fc.assert(
			fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (amount) => {
				const sign = amount < 0 ? '-' : '';
				const digits = String(Math.abs(amount)).padStart(3, '0');
				const text = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
				expect(mainUnits(amount, 'EUR')).toBe(Number(text) + 0);
				expect(mainUnits(String(amount), 'EUR')).toBe(Number(text) + 0);
			}),
		);
	});
});
