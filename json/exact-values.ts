/**
 * Conversions of text that keep its meaning to the last digit. What does not convert exactly comes
 * back as it was sent, and so does what is no text.
 */

const ZERO = 48;

/** Characters of a number that are read: more are never needed to write a double. */
const LONGEST_NUMBER = 400;

/** Numbers as JSON writes them (RFC 8259, section 6): no `+5`, `.5`, `007`, `0x10` or blanks. */
const JSON_NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * A number written as text: `"5000.00"` is 5000, `"-4900"` is -4900. Text that is no number in
 * JSON's notation stays text, and so does a number of which a double would change a digit.
 */
export function exactNumber(value: unknown): unknown {
	if (typeof value !== 'string' || !isExactlyRepresented(value)) return value;
	// Minus zero means nothing in JSON: adding zero makes it plain zero.
	return Number(value) + 0;
}

/** Whether the text and the number made of it name the same decimal value. */
function isExactlyRepresented(text: string): boolean {
	if (text.length > LONGEST_NUMBER) return false;
	const decimal = decimalOf(text);
	return decimal !== undefined && decimal === decimalOf(String(Number(text)));
}

/** The one way to write a decimal value: its digits from the first to the last that count. */
function decimalOf(text: string): string | undefined {
	const parts = JSON_NUMBER.exec(text);
	if (!parts) return undefined;
	const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
	const digits = whole + fraction;
	let start = 0;
	let end = digits.length;
	while (start < end && digits.charCodeAt(start) === ZERO) start++;
	while (end > start && digits.charCodeAt(end - 1) === ZERO) end--;
	if (start === end) return '0';
	const scale = Number(exponent) - fraction.length + (digits.length - end);
	return `${sign}${digits.slice(start, end)}e${scale}`;
}

/** A double needs at most this many digits (IEEE 754: 17 tell any two of them apart). */
const MOST_DIGITS = 17;

/**
 * Whether JSON.parse would not keep a number as it was sent: an integer beyond ±(2^53 − 1), one of more
 * than 17 significant digits, or one too large for a double.
 *
 * @param text a number in JSON's notation
 */
export function losesDigits(text: string): boolean {
	const number = Number(text);
	if (!Number.isFinite(number)) return true;
	if (Number.isInteger(number) && !Number.isSafeInteger(number)) return true;
	const [mantissa = ''] = text.split(/e/i, 1);
	return significantDigits(mantissa) > MOST_DIGITS;
}

function significantDigits(mantissa: string): number {
	const digits = mantissa.replace(/[-.]/g, '');
	let start = 0;
	let end = digits.length;
	while (start < end && digits.charCodeAt(start) === ZERO) start++;
	while (end > start && digits.charCodeAt(end - 1) === ZERO) end--;
	return end - start;
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
