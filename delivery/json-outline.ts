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
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

/**
 * Reads the outline of a JSON text in one pass, without building anything and without recursion, so
 * that neither depth nor size can hurt.
 *
 * @param text a UTF-8 JSON text that JSON.parse has accepted; for anything else the outline is
 * meaningless, but still returned
 * @param wrapper the member of a top object whose list is meant; a repeated member counts as
 * JSON.parse has it: the last one
 */
export function outlineJson(text: Uint8Array, wrapper?: string): JsonOutline {
	const wrapperKey = wrapper === undefined ? undefined : Buffer.from(`"${wrapper}"`);
	const length = text.length;
	let depth = 0;
	let deepest = 0;
	let listDepth = -1;
	let elements: Span[] = [];
	let elementStart = -1;
	let contentEnd = 0;
	let rootStart = -1;
	let keyStart = 0;
	let keyEnd = 0;

	for (let i = 0; i < length; i++) {
		const byte = text[i]!;
		if (byte <= SPACE) continue;
		if (rootStart === -1) {
			if (byte > 0x7f) continue; // a byte order mark
			rootStart = i;
			if (byte === OPEN_LIST) listDepth = 1;
		}

		if (depth === listDepth && byte !== COMMA && byte !== CLOSE_LIST && elementStart === -1) {
			elementStart = i;
		}

		if (byte === QUOTE) {
			const start = i++;
			for (let inside = text[i]; inside !== QUOTE && i < length; inside = text[i]) {
				i += inside === BACKSLASH ? 2 : 1;
			}
			if (depth === 1) {
				keyStart = start;
				keyEnd = i + 1;
			}
		} else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
			depth++;
			if (depth > deepest) deepest = depth;
			if (
				depth === 2 &&
				byte === OPEN_LIST &&
				wrapperKey !== undefined &&
				text[rootStart] === OPEN_OBJECT &&
				wrapperKey.equals(text.subarray(keyStart, keyEnd))
			) {
				listDepth = 2;
				elements = [];
			}
		} else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST || byte === COMMA) {
			if (depth === listDepth && elementStart !== -1) {
				elements.push({ start: elementStart, end: contentEnd });
				elementStart = -1;
			}
			if (byte !== COMMA) {
				if (depth === listDepth && listDepth === 2) listDepth = -1;
				depth--;
			}
		} else if (byte === COLON) {
			continue;
		}
		contentEnd = i + 1;
	}
	return {
		depth: deepest,
		root: { start: Math.max(rootStart, 0), end: Math.min(contentEnd, length) },
		elements,
	};
}
