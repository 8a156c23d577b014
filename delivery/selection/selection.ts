import type { EventFilter } from '../../vendors/vendor';
import { UNRECOGNIZED, type Classified } from '../classify';
import { matchesWildcard } from './wildcard';

/** Stands for every event in the Trigger On list. */
export const ALL_EVENTS = '*';

export interface Selection {
	/** Chosen in the Trigger On list: event types, `*` or `unrecognized`. */
	readonly events: readonly string[];
	/** Names typed by hand; `*` in one stands for any characters. */
	readonly otherEvents: readonly string[];
	/** The vendor's own filters, each with the values that pass; an empty list lets everything pass. */
	readonly filters: ReadonlyArray<{
		/** The option that sets it. */
		readonly option: string;
		readonly valueOf: EventFilter;
		readonly values: readonly string[];
	}>;
}

/** Builds the test that decides which events start the workflow. */
export function createSelector(selection: Selection): (event: Classified) => boolean {
	const { events, otherEvents } = selection;
	const filters = selection.filters.filter(({ values }) => values.length > 0);
	const isEverythingChosen = events.includes(ALL_EVENTS);
	return (classified) =>
		(isEverythingChosen || isInList(classified, events) || isTyped(classified, otherEvents)) &&
		filters.every(({ valueOf, values }) => {
			const value = valueOf(classified.event, classified.eventType);
			return value !== undefined && values.includes(value);
		});
}

function isInList({ eventType, known }: Classified, events: readonly string[]): boolean {
	return events.includes(known ? eventType : UNRECOGNIZED);
}

function isTyped({ eventType, nameSent }: Classified, otherEvents: readonly string[]): boolean {
	return otherEvents.some(
		(pattern) =>
			matchesWildcard(eventType, pattern) ||
			(nameSent !== undefined && matchesWildcard(nameSent, pattern)),
	);
}
