import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isoTime, parseTimestamp, timeReaderIn } from '../../delivery/read-time';
import { generatedCases } from '../generated-cases.mjs';

const MILLISECONDS = 1_781_006_500_001;
const ISO = '2026-06-09T12:01:40.001Z';

describe('parseTimestamp', () => {
	test.each([
		[String(MILLISECONDS), MILLISECONDS],
		['1781006500', 1_781_006_500_000],
		['1781006500.0', 1_781_006_500_000],
		['1781006500.0019', 1_781_006_500_001],
		['1781006500001.9', MILLISECONDS],
		['1781006500001999', MILLISECONDS],
		['1781006500001999999', MILLISECONDS],
		// The years 1990 to 2100
		['631152000', 631_152_000_000],
		['4133980799', 4_133_980_799_000],
		['631152000000', 631_152_000_000],
		['4133980799999999999', 4_133_980_799_999],
		['Tue, 09 Jun 2026 12:01:40 GMT', 1_781_006_500_000],
		['2026-06-09T12:01:40.0019999Z', MILLISECONDS],
		['1960-01-01T00:00:00Z', -315_619_200_000],
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
		'0',
		'631151999',
		'4133980800',
		'99999999999',
		'20250101120000',
		'01781006500',
		'1781006500.',
		'1781006500.5.5',
		'.5',
		'Mon, 09 Jun 2026 12:01:40 GMT',
		'Tue, 09 Jun 2026 12:01:40 +0000',
		'Tue, 9 Jun 2026 12:01:40 GMT',
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
		['', null],
		[' \t', null],
		['20250101120000', '20250101120000'],
		[1_781_006_500_001_999, ISO],
		['1781006500001999999', ISO],
		['2026-06-09T14:01:40.0019999+02:00', ISO],
		['Tue, 09 Jun 2026 12:01:40 GMT', '2026-06-09T12:01:40.000Z'],
		[0, 0],
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

describe('timeReaderIn', () => {
	const read = (value: unknown, timeZone = 'Europe/Berlin') => {
		const instant = timeReaderIn(timeZone)(value);
		return instant === undefined ? undefined : new Date(instant).toISOString();
	};

	test.each<[string, unknown, string]>([
		['milliseconds', 1748886320913, '2025-06-02T17:45:20.913Z'],
		['seconds', 1748886320, '2025-06-02T17:45:20.000Z'],
		['milliseconds as text', '1748886320913', '2025-06-02T17:45:20.913Z'],
		['UTC', '2025-06-02T17:45:20.913Z', '2025-06-02T17:45:20.913Z'],
		['an offset', '2025-06-02T17:45:20+05:30', '2025-06-02T12:15:20.000Z'],
		['blanks around it', ' 2025-06-02T17:45:20Z ', '2025-06-02T17:45:20.000Z'],
	])('a time that says where it belongs: %s', (_what, value, instant) => {
		expect(read(value)).toBe(instant);
	});

	describe('a time without an offset is in the time zone', () => {
		test.each([
			['2025-06-02', 'Europe/Berlin', '2025-06-01T22:00:00.000Z'],
			['2025-01-02', 'Europe/Berlin', '2025-01-01T23:00:00.000Z'],
			['2025-06-02 17:45', 'Europe/Berlin', '2025-06-02T15:45:00.000Z'],
			['2025-06-02T17:45:20', 'America/New_York', '2025-06-02T21:45:20.000Z'],
			['2025-06-02T17:45:20.9', 'Asia/Kolkata', '2025-06-02T12:15:20.900Z'],
			['2025-06-02T17:45:20.913', 'UTC', '2025-06-02T17:45:20.913Z'],
			// The clocks go forward on 30 March at 02:00, and back on 26 October at 03:00.
			['2025-03-30 01:59', 'Europe/Berlin', '2025-03-30T00:59:00.000Z'],
			['2025-03-30 03:00', 'Europe/Berlin', '2025-03-30T01:00:00.000Z'],
			['2025-10-26 01:59', 'Europe/Berlin', '2025-10-25T23:59:00.000Z'],
			['2025-10-26 03:00', 'Europe/Berlin', '2025-10-26T02:00:00.000Z'],
			['2025-03-09 03:00', 'America/New_York', '2025-03-09T07:00:00.000Z'],
			['2025-06-02 17:45', 'Pacific/Kiritimati', '2025-06-02T03:45:00.000Z'],
			['2025-06-02 17:45', 'No/Where', '2025-06-02T17:45:00.000Z'],
		])('%s in %s', (value, timeZone, instant) => {
			expect(read(value, timeZone)).toBe(instant);
		});
	});

	test.each<[unknown]>([
		...['', 'soon', '2025', '2025-13-01', '2025-02-30', '2025-06-02 25:00', '02.06.2025'].map(
			(text): [unknown] => [text],
		),
		['2025-06-02T17:45:20.913Z and then some more text, which goes on'],
		[true],
		[null],
		[undefined],
		[['2025-06-02']],
		[{}],
	])('%j is no time', (value) => {
		expect(read(value)).toBeUndefined();
	});
});
