import { composeBody } from '../../../host/sender/compose.mjs';
import { VENDORS, type VendorUnderTest } from '../vendor-under-test.mjs';

/** The body of a request. */
export type Body = Record<string, unknown>;

/** The vendor of an id, such as `gamanza-engage`. */
export function vendorUnderTest(id: string): VendorUnderTest {
	const known = VENDORS.find(({ vendor }) => vendor.id === id);
	if (known === undefined) throw new Error(`There is no vendor ${id}.`);
	return known;
}

/**
 * The body of a delivery as the vendor would send it, with an id and a time of its own.
 *
 * @param changes by path, such as `customer.id`
 */
export function sampleDelivery(
	vendorId: string,
	event: string,
	changes: Readonly<Record<string, unknown>> = {},
): Body {
	const { vendor } = vendorUnderTest(vendorId);
	const row = vendor.catalogue.find(({ name }) => name === event);
	if (row === undefined) throw new Error(`${vendorId} has no event ${event}.`);
	return { ...composeBody(vendor, row, Object.entries(changes), new Date()) };
}

/** One delivery of the events of several, for a vendor that wraps them in a list. */
export function together(...bodies: readonly Body[]): Body {
	return { events: bodies.flatMap(({ events }) => (Array.isArray(events) ? events : [])) };
}
