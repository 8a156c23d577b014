import type { CatalogueEvent, JsonObject } from '../vendors/vendor';

/**
 * What differs between an event and its documentation, one line each, such as
 * `customer.id: Expected string, received number`. Undocumented fields do not count.
 *
 * @param data the event's fields once they are typed
 */
export function differencesFromCatalogue(
	data: JsonObject,
	known: CatalogueEvent | undefined,
): string[] {
	if (!known) return ['The event is not in the catalogue'];
	const result = known.fields.safeParse(data);
	if (result.success) return [];
	return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
