import { madeUpId } from '../../host/made-up-id.mjs';
import { composeBody } from '../../host/sender/compose.mjs';
import { itemOf } from '../../host/without-n8n.mjs';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';

const OCCURRED_AT = new Date('2026-06-09T12:03:15.456Z');

/** The flattened item that the trigger makes of the event's sample delivery. */
export async function sampleItem(
	vendor: Vendor,
	row: CatalogueEvent,
): Promise<Record<string, unknown>> {
	return await itemOf(vendor, composeBody(vendor, row, [], OCCURRED_AT, madeUpId(row.name)));
}
