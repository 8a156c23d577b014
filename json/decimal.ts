/**
 * Numbers as JSON writes them (RFC 8259, section 6): no `+5`, `.5`, `007`, `0x10` or blanks. Exponents
 * of more digits are nobody's.
 */
const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?0*\d{1,9}))?$/;

/** A double needs at most this many digits (IEEE 754: 17 tell any two of them apart). */
const MOST_DIGITS = 17;

/** A decimal number of any size, to the last digit. */
export interface Decimal {
	readonly sign: -1 | 0 | 1;
	/** The digits that count, without the zeros around them … */
	readonly digits: string;
	/** … and how many of them stand before the decimal point; negative for 0.001. */
	readonly magnitude: number;
}

/** Reads a JSON number, or text that is one; undefined for anything else. */
export function readDecimal(value: unknown): Decimal | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	const parts = typeof text === 'string' ? DECIMAL.exec(text) : null;
	if (!parts) return undefined;
	const [, minus = '', whole = '', fraction = '', exponent = '0'] = parts;
	const all = whole + fraction;
	const fromFirst = all.replace(/^0+/, '');
	if (fromFirst === '') return { sign: 0, digits: '', magnitude: 0 };
	return {
		sign: minus === '' ? 1 : -1,
		digits: withoutTrailingZeros(fromFirst),
		magnitude: fromFirst.length - fraction.length + Number(exponent),
	};
}

/** Below zero where the first is less, above zero where it is greater, zero where they are equal. */
export function compareDecimals(one: Decimal, other: Decimal): number {
	if (one.sign !== other.sign) return one.sign - other.sign;
	if (one.magnitude !== other.magnitude) return one.sign * (one.magnitude - other.magnitude);
	if (one.digits === other.digits) return 0;
	return one.digits < other.digits ? -one.sign : one.sign;
}

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
	if (text.length <= MOST_DIGITS) return false;
	const [mantissa] = text.split(/e/i, 1);
	return (readDecimal(mantissa)?.digits.length ?? 0) > MOST_DIGITS;
}

/** A pattern for this would look at each run of zeros from each of its zeros. */
function withoutTrailingZeros(digits: string): string {
	let end = digits.length;
	while (digits.endsWith('0', end)) end--;
	return digits.slice(0, end);
}
