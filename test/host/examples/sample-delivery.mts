import { composeBody } from '../../../host/sender/compose.mjs';
import { rowOf, setupFor } from '../../../host/vendor-setup.mjs';

/** The body of a request. */
export type Body = Record<string, unknown>;

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
	const { vendor } = setupFor(vendorId);
	return composeBody(vendor, rowOf(vendor, event), Object.entries(changes), new Date());
}

/** One delivery of the events of several, for a vendor that wraps them in a list. */
export function together(...bodies: readonly Body[]): Body {
	return { events: bodies.flatMap(({ events }) => (Array.isArray(events) ? events : [])) };
}
