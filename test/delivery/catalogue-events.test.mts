import { describe, expect, test } from '@jest/globals';

import { vendors } from '../../vendors';
import { itemOf, itemsOf } from '../../host/without-n8n.mjs';

const rows = vendors.flatMap((vendor) =>
	vendor.catalogue.map((row) => [`${vendor.displayName} ${row.name}`, vendor, row] as const),
);

describe.each(rows)('%s', (_name, vendor, row) => {
	const body = vendor.sampleDelivery(row);

	test('comes out under its name, typed as documented (docs/events has each item)', async () => {
		const settings = { checkAgainstCatalogue: true };
		const item = await itemOf(vendor, body, { settings });
		expect(item.eventType).toBe(row.name);
		expect(item).not.toHaveProperty('schemaIssues');
		expect(item.eventTime).toEqual(expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/));
	});

	test('starts only workflows that chose it, everything, or its name', async () => {
		const itemsWith = async (events: string[], otherEvents: string[] = []) =>
			(
				await itemsOf(vendor, body, {
					settings: { selection: { events, otherEvents, filters: [] } },
				})
			).length;
		const others = vendor.catalogue.map(({ name }) => name).filter((name) => name !== row.name);
		expect(await itemsWith([row.name])).toBe(1);
		expect(await itemsWith(['*'])).toBe(1);
		expect(await itemsWith([], [row.name])).toBe(1);
		expect(await itemsWith([...others, 'unrecognized'])).toBe(0);
	});
});

const spellings = rows.flatMap(([name, vendor, row]) =>
	(row.spellings ?? []).map((spelling) => [name, spelling, vendor, row] as const),
);

test.each(spellings)('%s sent as %s is the same event', async (_name, spelling, vendor, row) => {
	const body = JSON.stringify(vendor.sampleDelivery(row)).replace(
		JSON.stringify(row.name),
		JSON.stringify(spelling),
	);
	const selection = { events: [row.name], otherEvents: [], filters: [] };
	const item = await itemOf(vendor, body, { settings: { selection } });
	expect(item.eventType).toBe(row.name);
	expect(Object.values(item)).toContain(spelling);
});
