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
