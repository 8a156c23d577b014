import { describe, expect, test } from '@jest/globals';

import { IntlFormat, intlFormat } from '../../localization/intl-format';

const german = new IntlFormat('de', 'Europe/Zurich');

/** Intl puts blanks of several kinds between a number and its currency. */
const blanksAlike = (text: string | undefined) => text?.replace(/\s/gu, ' ');

describe('a date is written', () => {
	test.each([
		['2025-03-01', '01.03.2025'],
		['1953-11-30', '30.11.1953'],
		['2024-02-29', '29.02.2024'],
		['2025-03-01T12:00:00Z', '01.03.2025, 13:00'],
		['2025-03-01T12:00Z', '01.03.2025, 13:00'],
		['2025-03-01T12:00:00.123Z', '01.03.2025, 13:00'],
		['2025-03-01T12:00:00.123456789Z', '01.03.2025, 13:00'],
		['2025-07-01T12:00:00+05:30', '01.07.2025, 08:30'],
		['2025-07-01T12:00:00+0530', '01.07.2025, 08:30'],
	])('%s: %s', (text, written) => {
		expect(german.date(text)).toBe(written);
	});

	test.each([
		['the 30th of February', '2025-02-30'],
		['the 29th where there is none', '2025-02-29'],
		['a month too many', '2025-13-01'],
		['the 30th of February with a time', '2025-02-30T12:00:00Z'],
		['an hour too many', '2025-03-01T25:00:00Z'],
		['a minute too many', '2025-03-01T12:60:00Z'],
		['a zone that is none', '2025-03-01T12:00:00+25:00'],
		['a time without a zone', '2025-03-01T12:00:00'],
		['a date that stands for none', '0001-01-01T00:00:00Z'],
		['zeros', '0000-00-00'],
		['a blank in place of the T', '2025-03-01 12:00:00Z'],
		['a date within a text', 'on 2025-03-01'],
		['another order', '01-03-2025'],
		['slashes', '2025/03/01'],
		['digits alone', '20250301'],
		['a year', '2025'],
		['a year and a month', '2025-03'],
		['a period', '2025-03-01/2025-03-02'],
		['a phone number', '555-0100'],
		['digits that are not ASCII', '٢٠٢٥-٠٣-٠١'],
		['nothing', ''],
		['text without end', `2025-03-01T${'1'.repeat(100_000)}Z`],
	])('not: %s', (_what, text) => {
		expect(german.date(text)).toBeUndefined();
	});

	test('by milliseconds since 1970', () => {
		expect(german.moment(1740830400000)).toBe('01.03.2025, 13:00');
	});
});

describe('a number is written', () => {
	test.each<[string, number, string]>([
		['de', 1234567.891, '1.234.567,891'],
		['en', 0.1 + 0.2, '0.30000000000000004'],
		['de', 1e-10, '0,0000000001'],
		['hi', 1234567, '12,34,567'],
		['ar-EG', 12, '١٢'],
		['de', -5, '-5'],
	])('in %s with all its digits: %d', (locale, value, written) => {
		expect(new IntlFormat(locale, 'UTC').number(value)).toBe(written);
	});
});

describe('an amount is written', () => {
	test.each<[string, number, string, string]>([
		['de', 25.36, 'CAD', '25,36 CA$'],
		['en-CA', 25.36, 'CAD', '$25.36'],
		['en', 25, 'USD', '$25.00'],
		['en', 2599, 'JPY', '¥2,599'],
		['de', 2.599, 'KWD', '2,599 KWD'],
		['hu', 19.99, 'HUF', '19,99 Ft'],
		['en', 19900, 'COP', 'COP 19,900.00'],
		['en', 0.005, 'EUR', '€0.005'],
		['de', -25.36, 'EUR', '-25,36 €'],
	])('in %s: %d %s is %s', (locale, amount, currency, written) => {
		expect(blanksAlike(new IntlFormat(locale, 'UTC').amount(amount, currency))).toBe(written);
	});

	test.each([['GEM'], ['XXX'], ['EURO'], ['']])('not in %j, which is no currency', (currency) => {
		expect(german.amount(5, currency)).toBeUndefined();
	});
});

describe('the format is that of', () => {
	test.each([
		['the language', ['de-CH'], 'de-CH'],
		['the first language that Intl knows', ['x-pirate', 'tlh', 'fr'], 'fr'],
		['English, if it knows none', ['x-pirate'], 'en'],
		['English, if none is wanted', [], 'en'],
		['the script', ['sr-Latn'], 'sr-Latn'],
	])('%s', (_what, languages, locale) => {
		expect(intlFormat(languages, 'UTC').locale).toBe(locale);
	});

	test('a time zone that exists, or it throws', () => {
		expect(() => intlFormat(['de'], 'Mars/Olympus')).toThrow(RangeError);
	});
});
