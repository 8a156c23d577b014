import { newEvent } from '../../host/vendor-setup.mjs';
import type { JsonObject } from '../../json/object';
import type { Vendor } from '../../vendors/vendor';

/** The sample of a vendor's first event, with another name in the place of its own. */
export function renamedEvent(vendor: Vendor, name: string): JsonObject {
	const text = JSON.stringify(newEvent(vendor));
	const own = JSON.stringify(vendor.catalogue[0]?.name);
	return JSON.parse(text.replaceAll(own, () => JSON.stringify(name))) as JsonObject;
}
