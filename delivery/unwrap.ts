import { isJsonObject, type JsonObject } from '../vendors/vendor';
import type { Span, JsonOutline } from './json-outline';

/** The events of a delivery, in the order sent. */
export interface Unwrapped {
	/** Objects, but for the odd other value in a list, which is an event that nobody recognises. */
	readonly events: readonly unknown[];
	/** Where each event lies in the JSON text. */
	readonly spans: readonly Span[];
	/** What stands beside the list of events, and so belongs to each of them. */
	readonly envelope: JsonObject | undefined;
}

/**
 * Takes the events out of a body: one bare event, a list of events, or an object that wraps a list.
 *
 * @returns undefined for JSON that is neither an object nor a list with objects in it
 */
export function unwrap(
	body: unknown,
	outline: JsonOutline,
	wrapper: string | undefined,
): Unwrapped | undefined {
	if (isListOfEvents(body)) return { events: body, spans: outline.elements, envelope: undefined };
	if (!isJsonObject(body)) return undefined;
	if (wrapper !== undefined && Object.hasOwn(body, wrapper)) {
		const wrapped = body[wrapper];
		if (isListOfEvents(wrapped)) {
			return { events: wrapped, spans: outline.elements, envelope: besides(body, wrapper) };
		}
	}
	return { events: [body], spans: [outline.root], envelope: undefined };
}

function isListOfEvents(value: unknown): value is readonly unknown[] {
	return Array.isArray(value) && (value.length === 0 || value.some(isJsonObject));
}

function besides(body: JsonObject, wrapper: string): JsonObject | undefined {
	const members = Object.entries(body).filter(([name]) => name !== wrapper);
	return members.length === 0 ? undefined : Object.fromEntries(members);
}
