/** Where a value lies in a JSON text: from `start` up to, not including, `end`, in bytes. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export interface JsonOutline {
	/** Levels of objects and lists inside each other; 0 for a text, number, boolean or null. */
	readonly depth: number;
	/** The whole value, without the white space around it. */
	readonly root: Span;
	/** The elements of the list at the top, or of the list in the top object's member `wrapper`. */
	readonly elements: readonly Span[];
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
	const root = trim(text, startsWithMark(text) ? 3 : 0, text.length);
	const isList = text[root.start] === OPEN_LIST;
	const wrappedDepth = text[root.start] === OPEN_OBJECT && wrapper !== undefined ? 2 : -1;
	const wrapperName = Buffer.from(JSON.stringify(wrapper ?? ''));

	let depth = 0;
	let deepest = 0;
	/** The depth inside the list that is meant, while the pass is in it. */
	let listDepth = isList ? 1 : -1;
	let elements: Span[] = [];
	let elementStart = root.start + 1;
	let stringStart = 0;
	let stringEnd = 0;

	let index = root.start;
	while (index < root.end) {
		const byte = text[index++]!;
		if (byte === QUOTE) {
			stringStart = index - 1;
			while (index < root.end) {
				const character = text[index++];
				if (character === QUOTE) break;
				if (character === BACKSLASH) index++;
			}
			stringEnd = index;
		} else if (byte === COMMA) {
			if (depth !== listDepth) continue;
			elements.push(trim(text, elementStart, index - 1));
			elementStart = index;
		} else if ((byte | BRACE_BIT) === OPEN_OBJECT) {
			depth++;
			if (depth > deepest) deepest = depth;
			if (depth !== wrappedDepth || byte !== OPEN_LIST) continue;
			// Of a list in the top object, the string before it is the name.
			if (!isSameString(text, stringStart, stringEnd, wrapperName)) continue;
			listDepth = depth;
			elements = [];
			elementStart = index;
		} else if ((byte | BRACE_BIT) === CLOSE_OBJECT) {
			if (depth === listDepth) {
				const last = trim(text, elementStart, index - 1);
				if (last.end > last.start) elements.push(last);
				listDepth = -1;
			}
			depth--;
		}
	}
	return { depth: deepest, root, elements };
}

function startsWithMark(text: Uint8Array): boolean {
	return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
}

/** The span without the white space at its ends. */
function trim(text: Uint8Array, start: number, end: number): Span {
	while (start < end && text[start]! <= SPACE) start++;
	while (end > start && text[end - 1]! <= SPACE) end--;
	return { start, end };
}

/** Whether the string that lies there is the one given, which is written without escapes. */
function isSameString(text: Uint8Array, start: number, end: number, string: Buffer): boolean {
	// An escape only makes it longer.
	if (end - start < string.length) return false;
	const bytes = Buffer.from(text.buffer, text.byteOffset + start, end - start);
	if (!bytes.includes(BACKSLASH)) return bytes.equals(string);
	try {
		return JSON.stringify(JSON.parse(bytes.toString())) === string.toString();
	} catch {
		return false;
	}
}
