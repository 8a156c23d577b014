import { instantOf } from '../json/exact-values';

/** A number is a time only in these years, in which no two units have numbers in common. */
const [EARLIEST, LATEST] = [Date.UTC(1990, 0), Date.UTC(2101, 0) - 1];

const NUMBER = /^([1-9]\d{8,18})(?:\.(\d{1,20}))?$/;

/** `Sun, 06 Nov 1994 08:49:37 GMT`, as HTTP writes it (RFC 9110, section 5.6.7). */
const HTTP_DATE_LENGTH = 29;

/**
 * Reads a point in time: a number of s, ms, µs or ns, told by its size, with or without a fraction; an
 * HTTP date; or ISO 8601 with a time zone. Undefined for anything else, "123abc" included, and for a
 * number that would lie outside the years 1990 to 2100. What is finer than a millisecond is cut off.
 *
 * @returns milliseconds since 1970
 */
export function parseTimestamp(text: string): number | undefined {
	return instantOfNumber(text) ?? instantOfHttpDate(text) ?? instantOf(text);
}

/**
 * A vendor's time as ISO 8601 UTC. What cannot be read stays as sent; what is blank, or neither text
 * nor number, is null.
 */
export function isoTime(time: unknown): string | number | null {
	if (typeof time !== 'string' && typeof time !== 'number') return null;
	const text = String(time);
	if (text.trim() === '') return null;
	const instant = parseTimestamp(text);
	return instant === undefined ? time : new Date(instant).toISOString();
}

/** The digits are cut, not divided: a double cannot hold nanoseconds. */
function instantOfNumber(text: string): number | undefined {
	const parts = NUMBER.exec(text);
	if (!parts) return undefined;
	const [, whole = '', fraction = ''] = parts;
	const [s, ms] = [whole + fraction.padEnd(3, '0').slice(0, 3), whole];
	const [µs, ns] = [whole.slice(0, -3), whole.slice(0, -6)];
	return [s, ms, µs, ns].map(Number).find((instant) => instant >= EARLIEST && instant <= LATEST);
}

function instantOfHttpDate(text: string): number | undefined {
	if (text.length !== HTTP_DATE_LENGTH || !text.endsWith(' GMT')) return undefined;
	const instant = Date.parse(text);
	// Date.parse takes many forms and wrong days of the week, too.
	return new Date(instant).toUTCString() === text ? instant : undefined;
}

/** A date, alone or with a time of day, that says nothing of its time zone. */
const LOCAL_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?$/;

const LONGEST_TIME = 40;

/** Seconds since 1970 have nine digits and more from 1990 on: a shorter number is a year or a count. */
const SHORT_NUMBER = /^\d{0,8}$/;

const OFFSET = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

/** Milliseconds since 1970 of a point in time as somebody wrote it; undefined for what is none. */
export type ReadTime = (value: unknown) => number | undefined;

/**
 * Reads points in time as `eventTime` is read, and dates and times without an offset in a time zone:
 * `2025-06-02`, `2025-06-02 17:45` and `2025-06-02T17:45:20.913`.
 *
 * @param timeZone its IANA name; an unknown one is taken for UTC
 */
export function timeReaderIn(timeZone: string): ReadTime {
	let zone: Intl.DateTimeFormat | undefined;
	return (value) => {
		if (typeof value !== 'string' && typeof value !== 'number') return undefined;
		const text = String(value).trim();
		if (text.length > LONGEST_TIME || SHORT_NUMBER.test(text)) return undefined;
		const instant = parseTimestamp(text);
		if (instant !== undefined) return instant;
		const wallClock = wallClockOf(text);
		if (wallClock === undefined) return undefined;
		zone ??= zoneNamed(timeZone);
		// The offset there and then, not the one at that time in UTC
		return wallClock - offsetAt(wallClock - offsetAt(wallClock, zone), zone);
	};
}

/** What a clock shows, as milliseconds since 1970 in UTC; undefined for a day that does not exist. */
function wallClockOf(text: string): number | undefined {
	const parts = LOCAL_TIME.exec(text);
	if (!parts) return undefined;
	const [, date, minutes = '00:00', seconds = '00', fraction = ''] = parts;
	return parseTimestamp(`${date}T${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`);
}

function zoneNamed(timeZone: string): Intl.DateTimeFormat {
	const options = { timeZoneName: 'longOffset' } as const;
	try {
		return new Intl.DateTimeFormat('en', { ...options, timeZone });
	} catch {
		return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
	}
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: Intl.DateTimeFormat): number {
	const name = zone.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
	const [, sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(name) ?? [];
	const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
	return sign === '-' ? -offset : offset;
}
