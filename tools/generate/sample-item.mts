import { createHash } from 'node:crypto';

import { receive } from '../../delivery/receive';
import { composeBody } from '../../host/sender/compose.mjs';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';

const OCCURRED_AT = new Date('2026-06-09T12:03:15.456Z');

/** The flattened item that the trigger makes of the event's sample delivery. */
export async function sampleItem(
	vendor: Vendor,
	row: CatalogueEvent,
): Promise<Record<string, unknown>> {
	const body = composeBody(vendor, row, [], OCCURRED_AT, madeUpId(row.name));
	const received = await receive(
		{
			headers: {},
			query: {},
			address: '',
			rawBody: Buffer.from(JSON.stringify(body)),
			isJson: true,
			body,
		},
		{
			vendor,
			settings: {
				selection: { events: ['*'], otherEvents: [], filters: [] },
				output: 'flattened',
				separator: '_',
				ipAllowlist: [],
				personalData: 'keep',
				checkAgainstCatalogue: false,
				includeOriginal: false,
				includeHeaders: false,
			},
			authentication: {
				current: async () => ({ kind: 'none' }),
				renewed: async () => undefined,
			},
			memory: undefined,
			now: Date.now,
		},
	);
	const [item] = received.refusal ? [] : received.items;
	if (!item) throw new Error(`The sample of ${row.name} is not taken by its own trigger`);
	return item;
}

/** The same for an event each time, and another one for each event. */
function madeUpId(name: string): string {
	const digest = createHash('sha256').update(name).digest('hex');
	return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
