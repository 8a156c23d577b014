import { createHash } from 'node:crypto';

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

/** The same for an event each time, and another one for each event. */
function madeUpId(name: string): string {
	const digest = createHash('sha256').update(name).digest('hex');
	return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
