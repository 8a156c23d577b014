import { parseTimestamp } from './timestamp';

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
