import { compareDecimals, readDecimal } from './decimal';

/**
 * Conversions of text that keep its meaning to the last digit. What does not convert exactly comes
 * back as it was sent, and so does what is no text.
 */

/**
 * A number written as text: `"5000.00"` is 5000, `"-4900"` is -4900. Text that is no number in
 * JSON's notation stays text, and so does a number of which a double would change a digit.
 */
export function exactNumber(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const sent = readDecimal(value);
	const number = Number(value);
	const held = sent && readDecimal(number);
	// Minus zero means nothing in JSON: adding zero makes it plain zero.
	return held && compareDecimals(sent, held) === 0 ? number + 0 : value;
}

/** `"true"` and `"false"`, in any case, as a boolean. */
export function exactBoolean(value: unknown): unknown {
	if (typeof value !== 'string' || value.length > 'false'.length) return value;
	const lowerCase = value.toLowerCase();
	if (lowerCase === 'true') return true;
	return lowerCase === 'false' ? false : value;
}

/** ISO 8601 with a zone. */
const DATE_WITH_ZONE =
	/^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/;

const LONGEST_DATE = 40;
const NORMAL_DATE = '2025-06-02T17:45:20.913Z';
const FINER_THAN_MILLISECONDS = /\.\d{3}\d*[1-9]/;

/**
 * Reads a date and time in ISO 8601 with a time zone.
 *
 * @returns milliseconds since 1970, of which anything finer is cut off; undefined without a zone, for
 * a date that does not exist and for any other text
 */
export function instantOf(text: string): number | undefined {
	const parts = text.length > LONGEST_DATE ? null : DATE_WITH_ZONE.exec(text);
	if (!parts) return undefined;
	const [, date, seconds = '00', fraction = '', sign, hours = '0', minutes = '0'] = parts;
	const local = `${date}:${seconds}.${fraction.padEnd(3, '0')}Z`;
	const time = Date.parse(local);
	// Date.parse takes the 30th of February for the 1st of March.
	if (Number.isNaN(time) || new Date(time).toISOString() !== local) return undefined;
	const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return sign === '-' ? time + offset : time - offset;
}

/**
 * A date and time in ISO 8601 with a time zone, as `Date.prototype.toISOString` writes it: UTC, with
 * milliseconds. What `instantOf` cannot read stays as sent, and so does what is finer.
 */
export function isoDate(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	// Of this length, a date in UTC is written like that already, and what is no date stays as sent.
	if (value.length === NORMAL_DATE.length && value.endsWith('Z')) return value;
	const time = instantOf(value);
	return time === undefined || FINER_THAN_MILLISECONDS.test(value)
		? value
		: new Date(time).toISOString();
}
