import { z } from 'zod';

import { isJsonObject, type JsonObject, type PlainObject } from '../../json/object';
import { innerType } from '../../vendors/field';
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
	const result = known.fields.safeParse(documentedPart(data, known.fields));
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

/**
 * What the documentation says something of: zod copies all other members, too, and notes each element
 * that is wrong, and a million of either would take gigabytes.
 */
function documentedPart(value: unknown, type: z.ZodTypeAny): unknown {
	const inner = innerType(type);
	if (inner instanceof z.ZodArray && Array.isArray(value)) {
		return value
			.slice(0, COMPARED_ELEMENTS)
			.map((element: unknown) => documentedPart(element, inner.element));
	}
	if (!isJsonObject(value)) return value;
	if (inner instanceof z.ZodRecord) return {};
	if (!(inner instanceof z.ZodObject)) return value;
	const part: PlainObject = {};
	for (const [name, member] of Object.entries<z.ZodTypeAny>(inner.shape)) {
		if (Object.hasOwn(value, name)) part[name] = documentedPart(value[name], member);
	}
	return part;
}
