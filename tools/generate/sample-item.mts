import { receive } from '../../delivery/receive';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';

/** The flattened item that the trigger makes of the event's sample delivery. */
export async function sampleItem(
	vendor: Vendor,
	row: CatalogueEvent,
): Promise<Record<string, unknown>> {
	const body = vendor.sampleDelivery(row);
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
