/** Numbers as JSON writes them (RFC 8259, section 6). */
const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

/** Characters of a number that are read: more are never needed to write a double. */
const LONGEST_NUMBER = 1_000;

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
	if (typeof text !== 'string' || text.length > LONGEST_NUMBER) return undefined;
	const parts = DECIMAL.exec(text);
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

/** A pattern for this would look at each run of zeros from each of its zeros. */
function withoutTrailingZeros(digits: string): string {
	let end = digits.length;
	while (digits.endsWith('0', end)) end--;
	return digits.slice(0, end);
}
