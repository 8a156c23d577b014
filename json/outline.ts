import { losesDigits } from './decimal';

/** Where values lie in a JSON text, in bytes. */
export interface JsonOutline {
	/** Levels of objects and lists inside each other; 0 for a text, number, boolean or null. */
	readonly depth: number;
	/** Where the whole value begins and, excluded, ends, without the white space around it. */
	readonly root: readonly [start: number, end: number];
	/**
	 * The same for each element of the list at the top, or of the list in the top object's member
	 * `wrapper`, one after the other: an object for each would take more memory than a small event.
	 */
	readonly elements: readonly number[];
	/** The same for each number of which JSON.parse would change a digit. */
	readonly inexactNumbers: readonly number[];
}

const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

/** Characters of a number without an exponent that a double always holds. */
const EXACT_LENGTH = 15;

const SMALL_E = 0x65;

/** Set in a small letter and not in a capital one. */
const LOWER_CASE_BIT = 0x20;

/** Set in a brace and not in the bracket of the same kind: `[` becomes `{`, and `]` becomes `}`. */
const BRACE_BIT = 0x20;

/**
 * Reads the outline of a JSON text in one pass, without building anything and without recursion, so
 * that neither depth nor size can hurt.
 *
 * JSON.parse does not do: it loses the digits of a number that a double cannot hold, so that two
 * events that differ only there would be one; it tells no depth before it has gone there; and it does
 * not tell how long an event was.
 *
 * @param text a UTF-8 JSON text that JSON.parse has accepted, which may begin with a byte order mark;
 * for anything else the outline is meaningless, but still returned
 * @param wrapper the member of a top object whose list is meant; of a repeated member the last one
 * counts, as in JSON.parse
 */
export function outlineJson(text: Uint8Array, wrapper?: string): JsonOutline {
	const start = startIn(text, startsWithMark(text) ? 3 : 0, text.length);
	const end = endIn(text, start, text.length);
	const wrappedDepth = text[start] === OPEN_OBJECT ? 2 : -1;

	let depth = 0;
	let deepest = 0;
	/** The depth inside the list that is meant, while the pass is in it. */
	let listDepth = text[start] === OPEN_LIST ? 1 : -1;
	let elements: number[] = [];
	let elementStart = start + 1;
	let stringStart = 0;
	let stringEnd = 0;
	const inexactNumbers: number[] = [];

	let index = start;
	while (index < end) {
		const byte = text[index++]!;
		if (byte === QUOTE) {
			stringStart = index - 1;
			index = endOfString(text, index, end);
			stringEnd = index;
			// Behind a name nothing but a value comes, which is mostly a string, too.
			if (text[index] !== COLON) continue;
			index++;
			if (text[index] === QUOTE) index = endOfString(text, index + 1, end);
		} else if (byte === COMMA) {
			if (depth !== listDepth) continue;
			pushElement(elements, text, elementStart, index - 1);
			elementStart = index;
		} else if ((byte | BRACE_BIT) === OPEN_OBJECT) {
			depth++;
			if (depth > deepest) deepest = depth;
			if (depth !== wrappedDepth || byte !== OPEN_LIST) continue;
			// Of a list in the top object, the string before it is the name.
			if (wrapper === undefined || !isString(text, stringStart, stringEnd, wrapper)) continue;
			listDepth = depth;
			elements = [];
			elementStart = index;
		} else if ((byte | BRACE_BIT) === CLOSE_OBJECT) {
			if (depth === listDepth) {
				pushElement(elements, text, elementStart, index - 1);
				listDepth = -1;
			}
			depth--;
		} else if (byte === MINUS || (byte >= ZERO && byte <= NINE)) {
			const numberStart = index - 1;
			let hasExponent = false;
			while (index < end && isInNumber(text[index]!)) {
				if ((text[index++]! | LOWER_CASE_BIT) === SMALL_E) hasExponent = true;
			}
			if (!hasExponent && index - numberStart <= EXACT_LENGTH) continue;
			if (losesDigits(asText(text, numberStart, index))) inexactNumbers.push(numberStart, index);
		}
	}
	return { depth: deepest, root: [start, end], elements, inexactNumbers };
}

/** Whether a byte behind the first one of a number belongs to it. */
function isInNumber(byte: number): boolean {
	return (byte >= PLUS && byte <= NINE && byte !== COMMA) || (byte | LOWER_CASE_BIT) === SMALL_E;
}

/**
 * The index behind the quote that closes a string.
 *
 * @param start the index behind the quote which opens it
 */
function endOfString(text: Uint8Array, start: number, end: number): number {
	let index = start;
	while (index < end) {
		const byte = text[index++];
		if (byte === QUOTE) return index;
		if (byte === BACKSLASH) index++;
	}
	return end;
}

function startsWithMark(text: Uint8Array): boolean {
	return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
}

/** Adds what lies there to the elements; nothing does in an empty list. */
function pushElement(elements: number[], text: Uint8Array, from: number, until: number): void {
	const start = startIn(text, from, until);
	if (start < until) elements.push(start, endIn(text, start, until));
}

/** Where the white space at the beginning ends. */
function startIn(text: Uint8Array, from: number, until: number): number {
	while (from < until && text[from]! <= SPACE) from++;
	return from;
}

/** Where the white space at the end begins. */
function endIn(text: Uint8Array, from: number, until: number): number {
	while (until > from && text[until - 1]! <= SPACE) until--;
	return until;
}

/** Whether the string that lies there, quotes and escapes included, is the one given. */
function isString(text: Uint8Array, start: number, end: number, string: string): boolean {
	// Neither UTF-8 nor an escape makes it shorter.
	if (end - start < string.length + 2) return false;
	const json = asText(text, start, end);
	if (!json.includes('\\')) return json === `"${string}"`;
	try {
		return JSON.parse(json) === string;
	} catch {
		return false;
	}
}

function asText(text: Uint8Array, start: number, end: number): string {
	return Buffer.from(text.buffer, text.byteOffset + start, end - start).toString();
}
