import { isJsonObject } from '../json/object';
import { outlineJson, type JsonOutline } from '../json/outline';
import { utf8Of, type Delivery } from './delivery';
import { UniqueFields } from './unique-fields';

/** A body nested deeper is refused: no vendor sends one, and n8n's own nodes break on it. */
export const DEEPEST_BODY = 100;

/** The JSON of a delivery. */
export interface Body {
	/** A number that a double cannot hold is text; U+0000 and lone surrogates are U+FFFD. */
	readonly value: unknown;
	/** In UTF-8. */
	readonly text: Buffer;
	readonly outline: JsonOutline;
}

/**
 * Reads the body of a delivery.
 *
 * @param wrapper the member that holds the list of events
 * @returns undefined where it is nested too deep, so that nothing behind this can overflow
 */
export function readBody(delivery: Delivery, wrapper: string | undefined): Body | undefined {
	const text = utf8Of(delivery.rawBody);
	const outline = outlineJson(text, wrapper);
	if (outline.depth > DEEPEST_BODY) return undefined;
	const { inexactNumbers } = outline;
	const value =
		inexactNumbers.length === 0 ? delivery.body : JSON.parse(withQuotes(text, inexactNumbers));
	return { value: hasIllFormedText(text) ? wellFormed(value) : value, text, outline };
}

const QUOTE = 0x22;

/** The text with quotes around what lies at these places: JSON.parse would lose their digits. */
function withQuotes(text: Buffer, places: readonly number[]): string {
	const quoted = Buffer.alloc(text.length + places.length, QUOTE);
	let passed = 0;
	// Byte by byte: to copy each piece takes five times as long where there are millions.
	for (let index = 0; index < text.length; index++) {
		if (index === places[passed]) passed++;
		quoted[index + passed] = text[index]!;
	}
	return quoted.toString().replace(/^\ufeff/, '');
}

/** In UTF-8, only an escape makes U+0000 or half of a surrogate pair. */
function hasIllFormedText(text: Buffer): boolean {
	return text.includes('\\u') && /\\u(?:0000|d[89a-f])/i.test(text.toString('latin1'));
}

/** A copy whose names and values databases and n8n's own stores take. */
function wellFormed(value: unknown): unknown {
	if (typeof value === 'string') return wellFormedText(value);
	if (Array.isArray(value)) return value.map(wellFormed);
	if (!isJsonObject(value)) return value;
	const copy = new UniqueFields();
	for (const name of Object.keys(value)) copy.put(wellFormedText(name), wellFormed(value[name]));
	return copy.values;
}

function wellFormedText(text: string): string {
	return text.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd');
}
