import { isJsonObject, type JsonObject } from '../json/object';
import type { CatalogueEvent, Vendor } from '../vendors/vendor';

/**
 * The body of a new delivery of a documented event: the catalogue's sample, with an id and a time of
 * its own.
 */
export function sampleDeliveryOf(
	vendor: Vendor,
	event: CatalogueEvent,
	id: string,
	time: Date,
): JsonObject {
	const body = vendor.sampleDelivery(event);
	const { wrapper } = vendor;
	const events = wrapper === undefined ? undefined : body[wrapper];
	if (wrapper === undefined || !Array.isArray(events)) return vendor.renew(body, id, time);
	return {
		...body,
		[wrapper]: events.filter(isJsonObject).map((one) => vendor.renew(one, id, time)),
	};
}
