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
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

/** Set in a brace and not in the bracket of the same kind: `[` becomes `{`, and `]` becomes `}`. */
const BRACE_BIT = 0x20;

/**
 * Reads the outline of a JSON text in one pass, without building anything and without recursion, so
 * that neither depth nor size can hurt. What counts here is the time a byte takes: one test is all
 * that a character inside a string gets, and what surrounds an element is cut off when it ends.
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

	const view = new DataView(text.buffer, text.byteOffset, end);
	let index = start;
	while (index < end) {
		const byte = text[index++]!;
		if (byte === QUOTE) {
			stringStart = index - 1;
			index = endOfString(view, index, end);
			stringEnd = index;
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
		}
	}
	return { depth: deepest, root: [start, end], elements };
}

/**
 * The index behind the quote that closes a string, four bytes at a time: strings are most of a body.
 *
 * @param index that behind the quote which opens it
 */
function endOfString(view: DataView, index: number, end: number): number {
	while (index <= end - 4) {
		const special = bytesLike(view.getInt32(index, true));
		if (special === 0) {
			index += 4;
		} else {
			index += (31 - Math.clz32(special & -special)) >> 3;
			if (view.getUint8(index) === QUOTE) return index + 1;
			index += 2;
		}
	}
	while (index < end) {
		const byte = view.getUint8(index++);
		if (byte === QUOTE) return index;
		if (byte === BACKSLASH) index++;
	}
	return index;
}

/**
 * Has bits set where four bytes have a quote or backslash; the lowest bit set is the first of them.
 *
 * @see https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
 */
function bytesLike(four: number): number {
	const quotes = four ^ 0x22222222;
	const backslashes = four ^ 0x5c5c5c5c;
	return (
		(((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)) & 0x80808080
	);
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
	const json = Buffer.from(text.buffer, text.byteOffset + start, end - start).toString();
	if (!json.includes('\\')) return json === `"${string}"`;
	try {
		return JSON.parse(json) === string;
	} catch {
		return false;
	}
}
