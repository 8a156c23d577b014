import { isJsonObject, type JsonObject } from '../json/object';

/** More are refused: each becomes an item and a key, which cost more than the event itself. */
export const MOST_EVENTS = 10_000;

/** The events of a delivery, in the order sent. */
export interface Unwrapped {
	/** Objects, but for the odd other value in a list, which is an event that nobody recognises. */
	readonly events: readonly unknown[];
	/** Whether the body is one bare event, and no list of events. */
	readonly isBare: boolean;
	/** What stands beside the list of events, and so belongs to each of them. */
	readonly envelope: JsonObject | undefined;
}

/** An event, and what stands beside it in its body. */
export interface EventInBody {
	readonly event: JsonObject;
	readonly envelope: JsonObject | undefined;
}

/**
 * Takes the events out of a body: one bare event, a list of events, or an object that wraps a list.
 *
 * @returns undefined for JSON that is neither an object nor a list with objects in it
 */
export function unwrap(body: unknown, wrapper: string | undefined): Unwrapped | undefined {
	if (isListOfEvents(body)) return { events: body, isBare: false, envelope: undefined };
	if (!isJsonObject(body)) return undefined;
	if (wrapper !== undefined && Object.hasOwn(body, wrapper)) {
		const events = body[wrapper];
		if (isListOfEvents(events)) {
			return { events, isBare: false, envelope: besides(body, wrapper) };
		}
	}
	return { events: [body], isBare: true, envelope: undefined };
}

function isListOfEvents(value: unknown): value is readonly unknown[] {
	return Array.isArray(value) && (value.length === 0 || value.some(isJsonObject));
}

function besides(body: JsonObject, wrapper: string): JsonObject | undefined {
	const members = Object.entries(body).filter(([name]) => name !== wrapper);
	return members.length === 0 ? undefined : Object.fromEntries(members);
}
