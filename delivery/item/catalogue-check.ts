import { isJsonObject, mapMembers, type JsonObject } from '../../json/object';
import type { CatalogueEvent } from '../../vendors/vendor';
import { bytesInJson, type Room } from './room';

/** Elements of a list that are compared: a vendor that changes a list changes its first elements. */
export const COMPARED_ELEMENTS = 100;

/** Differences that are told: who reads more of them learns nothing new. */
export const MOST_DIFFERENCES = 100;

/**
 * What differs between an event and its documentation, one line each, such as
 * `customer.id: Expected string, received number`. Undocumented fields do not count.
 *
 * @param data the event's fields once they are typed
 * @param room what they may take; the others are counted
 */
export function differencesFromCatalogue(
	data: JsonObject,
	known: CatalogueEvent | undefined,
	room: Room,
): string[] {
	if (!known) return ['The event is not in the catalogue'];
	const result = known.fields.safeParse(withShortLists(data));
	if (result.success) return [];
	const { issues } = result.error;
	const differences: string[] = [];
	for (const { path, message } of issues.slice(0, MOST_DIFFERENCES)) {
		const difference = `${path.join('.')}: ${message}`;
		if (!room.take(bytesInJson(difference))) break;
		differences.push(difference);
	}
	const more = issues.length - differences.length;
	return more > 0 ? [...differences, `… and ${more} more`] : differences;
}

/** For zod notes each wrong element: a million of them would take gigabytes. */
function withShortLists(value: unknown): unknown {
	if (Array.isArray(value)) return value.slice(0, COMPARED_ELEMENTS).map(withShortLists);
	if (!isJsonObject(value)) return value;
	return mapMembers(value, (_name, member) => withShortLists(member));
}
