import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isoTime, parseTimestamp } from '../../delivery/timestamp';
import { generatedCases } from '../generated-cases.mjs';

const MILLISECONDS = 1_781_006_500_001;
const ISO = '2026-06-09T12:01:40.001Z';

describe('parseTimestamp', () => {
	test.each([
		[String(MILLISECONDS), MILLISECONDS],
		['1781006500', 1_781_006_500_000],
		['0', 0],
		['99999999999', 99_999_999_999_000],
		['100000000000', 100_000_000_000],
		['8640000000000000', 8_640_000_000_000_000],
		[ISO, MILLISECONDS],
		['2026-06-09T14:01:40+02:00', 1_781_006_500_000],
	])('reads %s', (text, expected) => {
		expect(parseTimestamp(text)).toBe(expected);
	});

	test.each([
		'',
		' ',
		'123abc',
		'abc',
		' 1781006500',
		'1781006500 ',
		'1781006500\n',
		'+1781006500',
		'-1781006500',
		'1781006500.0',
		'1e12',
		'0x10',
		'1_000',
		'1,781',
		'١٢٣',
		'8640000000000001',
		'99999999999999999999',
		'NaN',
		'Infinity',
		'null',
		'2026-06-09',
		'2026-06-09T12:01:40.001',
		'2026-02-30T12:00:00Z',
		'Tue, 09 Jun 2026 12:01:40 GMT',
	])('refuses %j', (text) => {
		expect(parseTimestamp(text)).toBeUndefined();
	});

	test('never throws, whatever the text, and takes no long while', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 300 }), (text) => {
				parseTimestamp(text);
			}),
			generatedCases(500),
		);
		expect(parseTimestamp('1'.repeat(5_000_000))).toBeUndefined();
		expect(parseTimestamp(`2026-06-09T12:01:40.${'0'.repeat(5_000_000)}`)).toBeUndefined();
	});
});

describe('isoTime', () => {
	test.each([
		[MILLISECONDS, ISO],
		[1_781_006_500, '2026-06-09T12:01:40.000Z'],
		[String(MILLISECONDS), ISO],
		[ISO, ISO],
		['2026-06-09T14:01:40.001+02:00', ISO],
		['yesterday', 'yesterday'],
		['', ''],
		[1.5, 1.5],
		[-1, -1],
		[8.64e15 + 1, 8.64e15 + 1],
		[null, null],
		[undefined, null],
		[true, null],
		[{}, null],
		[[], null],
	])('writes %j as %j', (time, expected) => {
		expect(isoTime(time)).toBe(expected);
	});

	test('never throws, whatever the value', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				isoTime(value);
			}),
			generatedCases(500),
		);
	});
});
