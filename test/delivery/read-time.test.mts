import { describe, expect, test } from '@jest/globals';

import { timeReaderIn } from '../../delivery/read-time';

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
