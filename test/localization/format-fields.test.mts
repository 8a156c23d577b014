import { describe, expect, test } from '@jest/globals';

import type { FormatSettings } from '../../localization/format-fields';
import type { PlainObject } from '../../json/object';
import { localize, settings, type Wish } from './localized.mjs';

/** What an item becomes in German; blanks of all kinds are alike. */
function formatted(
	item: PlainObject,
	format: Partial<FormatSettings>,
	changes: Partial<Wish> = {},
): unknown {
	const defaults = settings({ language: 'de' });
	const wish = { ...defaults, format: { ...defaults.format, ...format }, ...changes };
	const once = localize(item, wish);
	expect(localize(once, wish)).toEqual(once);
	return JSON.parse(JSON.stringify(once).replace(/\s/gu, ' '));
}

describe('dates', () => {
	test('and times are written, at any depth', () => {
		const item = {
			day: '2025-03-01',
			data: { Timestamp: '2025-03-01T12:00:00Z', days: ['2025-03-01'] },
		};
		expect(formatted(item, { dates: true })).toEqual({
			day: '01.03.2025',
			data: { Timestamp: '01.03.2025, 12:00', days: ['01.03.2025'] },
		});
	});

	test('in a time zone', () => {
		const item = { at: '2025-03-01T12:00:00Z' };
		const written = formatted(item, { dates: true, timeZone: 'Asia/Tokyo' });
		expect(written).toEqual({ at: '01.03.2025, 21:00' });
	});

	test.each([
		['in milliseconds', 1740830400000],
		['in seconds', 1740830400],
	])('as numbers %s where a vendor documents a time', (_unit, timestamp) => {
		expect(formatted({ timestamp }, { dates: true })).toEqual({ timestamp: '01.03.2025, 12:00' });
	});

	test.each<[string, PlainObject]>([
		[
			'numbers in other fields',
			{ createdAt: 1714071600000, eventTime: 1714071600000, time: 1714071600 },
		],
		[
			'numbers of another size',
			{ timestamp: 0, a: { timestamp: -1740830400000 }, b: { timestamp: 2025 } },
		],
		['years, postcodes and phone numbers', { year: 2025, zip: '08001', phone: 5550100 }],
		['IDs and order numbers', { id: 90071992547, n: '00123', orderNumber: 10023 }],
		['digits beyond a double', { v: '90071992547409.93', w: '12345678901234567890' }],
		['a date that does not exist', { d: '2025-02-30', t: '2025-02-30T12:00:00Z' }],
		['a time without a zone', { local: '2025-03-01T12:00:00' }],
		['what is no text', { flag: true, nothing: null, none: [] }],
	])('leave %s', (_what, item) => {
		expect(formatted(item, { dates: true })).toEqual(item);
	});

	test('are written in selected fields only', () => {
		const item = { a: '2025-03-01', b: '2025-03-01' };
		const written = formatted(item, { dates: true }, { fields: ['a'] });
		expect(written).toEqual({ a: '01.03.2025', b: '2025-03-01' });
	});

	test('are left unless asked for', () => {
		const item = { day: '2025-03-01', timestamp: 1740830400000, n: 1234.5 };
		expect(localize(item, settings({ language: 'de' }))).toBe(item);
	});

	test('use the language of a fallback that Intl knows, and say so', () => {
		const changes = { language: 'tlh', fallbackLanguages: 'de', report: true };
		expect(formatted({ day: '2025-03-01' }, { dates: true }, changes)).toEqual({
			day: '01.03.2025',
			localization: { day: { language: 'de', fallback: true } },
		});
	});

	test('want a time zone that exists', () => {
		expect(() => formatted({}, { dates: true, timeZone: 'Mars/Olympus' })).toThrow(RangeError);
	});
});

describe('numbers', () => {
	test('are written in named fields only', () => {
		const item = { Balance: 1234567.891, id: 1234567, data: { points: 1500, left: 1500 } };
		expect(formatted(item, { numbers: ['Balance', 'data.points'] })).toEqual({
			Balance: '1.234.567,891',
			id: 1234567,
			data: { points: '1.500', left: 1500 },
		});
	});

	test('also where other fields are selected, and in lists', () => {
		const item = { points: [1500, 2500], name: 'x' };
		const written = formatted(item, { numbers: ['points'] }, { fields: ['name'] });
		expect(written).toEqual({ points: ['1.500', '2.500'], name: 'x' });
	});

	test('of Gamanza’s payload items are told by their key', () => {
		const payload = [
			{ key: 'XpBalance', type: 'number', value: '5000.00' },
			{ key: 'Code', type: 'number', value: '5000' },
		];
		expect(formatted({ payload }, { numbers: ['XpBalance'] })).toEqual({
			payload: [{ key: 'XpBalance', type: 'string', value: '5.000' }, payload[1]],
		});
	});

	test.each<[string, unknown]>([
		['a text, which may be an ID or written for readers already', '1234.5'],
		['a number beyond exact integers', 2 ** 60],
		['what is no number', { value: 'x' }],
	])('leave %s', (_what, n) => {
		expect(formatted({ n }, { numbers: ['n'] })).toEqual({ n });
	});
});

describe('amounts', () => {
	const amount = (currency: string, unit: 'main' | 'smallest' = 'main') => ({
		amounts: [{ field: 'price', currency, unit }],
	});

	test.each<[string, PlainObject, Partial<FormatSettings>, string]>([
		['in a currency', { price: 25.36 }, amount('CAD'), '25,36 CA$'],
		['in cents', { price: 2536 }, amount('CAD', 'smallest'), '25,36 CA$'],
		['with all the decimals', { price: 25 }, amount('EUR'), '25,00 €'],
		['in yen, which have no smaller unit', { price: 2536 }, amount('JPY', 'smallest'), '2.536 ¥'],
		['by ISO 4217’s decimals', { price: 199900 }, amount('COP', 'smallest'), '1.999,00 COP'],
		['in thousandths', { price: 2536 }, amount('IQD', 'smallest'), '2,536 IQD'],
		['sent as text', { price: '398.00' }, amount('EUR'), '398,00 €'],
		['sent as text, in cents', { price: '39800' }, amount('EUR', 'smallest'), '398,00 €'],
		['in the currency of a field', { price: 5, currency: 'USD' }, amount('currency'), '5,00 $'],
		['in a currency in lower case', { price: 5 }, amount('usd'), '5,00 $'],
		['in a field that is called as a currency', { price: 5, all: 'USD' }, amount('all'), '5,00 $'],
	])('are written %s', (_how, item, format, price) => {
		expect(formatted(item, format)).toEqual({ ...item, price });
	});

	test('find the currency beside them, else around them', () => {
		const item = {
			currency: 'USD',
			products: [{ price: 5 }, { price: 5, currency: 'EUR' }],
			order: { code: 'CHF' },
		};
		expect(formatted(item, amount('currency'))).toEqual({
			...item,
			products: [{ price: '5,00 $' }, { price: '5,00 €', currency: 'EUR' }],
		});
		expect(formatted({ ...item, price: 5 }, amount('order.code'))).toMatchObject({
			price: '5,00 CHF',
		});
	});

	test.each<[string, PlainObject, Partial<FormatSettings>]>([
		['an unknown currency', { price: 5, currency: 'GEM' }, amount('currency')],
		['a currency that is missing', { price: 5 }, amount('currency')],
		['a currency that is no text', { price: 5, currency: 978 }, amount('currency')],
		['no number', { price: 'free', currency: 'EUR' }, amount('currency')],
		['leading zeros', { price: '007' }, amount('EUR')],
		['digits beyond a double', { price: '90071992547409.93' }, amount('EUR')],
		['an integer beyond a double', { price: 2 ** 60 }, amount('EUR')],
		['other fields', { cost: 5, id: 5 }, amount('EUR')],
	])('leave %s', (_what, item, format) => {
		expect(formatted(item, format)).toEqual(item);
	});

	test('are nobody’s prototype', () => {
		const item = { price: 5 };
		for (const name of ['constructor', '__proto__', 'toString.name']) {
			expect(formatted(item, amount(name))).toEqual(item);
		}
	});
});
