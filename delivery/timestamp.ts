import { instantOf, isoDate } from '../json/exact-values';

/** Epoch values below this are seconds: as milliseconds they would lie before March 1973. */
const FIRST_MILLISECONDS = 1e11;

/** The last instant that a Date can hold (ECMA-262, Time Values and Time Range). */
const LAST_INSTANT = 8.64e15;

const WHOLE_NUMBER = /^\d{1,16}$/;

/**
 * Reads a point in time written as a whole number of seconds or milliseconds, or as ISO 8601 with a
 * time zone. Undefined for anything else, "123abc" included.
 *
 * @returns milliseconds since 1970
 */
export function parseTimestamp(text: string): number | undefined {
	return WHOLE_NUMBER.test(text) ? instantOfEpoch(Number(text)) : instantOf(text);
}

/**
 * A vendor's time as ISO 8601 UTC. What does not convert exactly stays as sent; what is neither text
 * nor number is null.
 */
export function isoTime(time: unknown): string | number | null {
	if (typeof time === 'number') return isoOfEpoch(time) ?? time;
	if (typeof time !== 'string') return null;
	return WHOLE_NUMBER.test(time) ? (isoOfEpoch(Number(time)) ?? time) : String(isoDate(time));
}

function isoOfEpoch(epoch: number): string | undefined {
	const instant = instantOfEpoch(epoch);
	return instant === undefined ? undefined : new Date(instant).toISOString();
}

/** Milliseconds since 1970 for a whole number of seconds or milliseconds. */
function instantOfEpoch(epoch: number): number | undefined {
	if (!Number.isInteger(epoch) || epoch < 0) return undefined;
	const instant = epoch < FIRST_MILLISECONDS ? epoch * 1000 : epoch;
	return instant <= LAST_INSTANT ? instant : undefined;
}
