import { describe, expect, test } from '@jest/globals';

import { vendors } from '../../vendors';
import { isJsonObject } from '../../json/object';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';
import { itemOf, itemsOf } from '../../host/without-n8n.mjs';

const rows = vendors.flatMap((vendor) =>
	vendor.catalogue.map((row) => [`${vendor.displayName} ${row.name}`, vendor, row] as const),
);

/** The values at the ends of a JSON value, as text: what a field says whatever its type. */
function leavesOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(leavesOf);
	if (isJsonObject(value)) return Object.values(value).flatMap(leavesOf);
	return [said(value)];
}

/** `"5000.00"` and 5000 say the same, and so do `"True"` and true. */
function said(value: unknown): string {
	if (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))) {
		return String(Number(value));
	}
	return String(value).toLowerCase();
}

/** What a vendor sends beside the values of an event: the form of Gamanza Engage's payload items. */
function sentLeaves(vendor: Vendor, row: CatalogueEvent): string[] {
	const body = vendor.sampleDelivery(row);
	const events = vendor.wrapper === undefined ? [body] : (body[vendor.wrapper] as unknown[]);
	return events.flatMap((event) =>
		isJsonObject(event) && Array.isArray(event.payload)
			? leavesOf({ ...event, payload: event.payload.filter(isOwn).map(valueOfItem) })
			: leavesOf(event),
	);

	function isOwn({ key }: { key: string }): boolean {
		return key !== vendor.playerRepeatedIn;
	}
}

const valueOfItem = (item: { key: string; type: string; value: unknown }) => {
	const { key: _key, type, ...value } = item;
	return type === 'enum' ? { type, ...value } : value;
};

describe.each(rows)('%s', (_name, vendor, row) => {
	const body = vendor.sampleDelivery(row);

	test('comes out under its name, with every value, typed as documented', async () => {
		const settings = { checkAgainstCatalogue: true };
		const item = await itemOf(vendor, body, { settings });
		expect(item.eventType).toBe(row.name);
		expect(item).not.toHaveProperty('schemaIssues');
		expect(item.eventTime).toEqual(expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/));
		const { eventType: _type, eventTime: _time, playerId: _player, eventKey: _key, ...own } = item;
		const missing = without(sentLeaves(vendor, row), [
			...leavesOf(own),
			...commonLeaves(item, vendor),
		]);
		expect(missing).toEqual([]);
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

/** What is left of a list when each of the others has taken one equal text out. */
function without(texts: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
	return texts.filter((text) => {
		const count = left.get(text) ?? 0;
		left.set(text, count - 1);
		return count <= 0;
	});
}

/** Those of the common fields that are one with a field of the vendor's. */
function commonLeaves(
	{ eventType, eventTime, playerId }: Record<string, unknown>,
	{ playerRepeatedIn }: Vendor,
): string[] {
	const players = playerRepeatedIn === undefined ? [playerId] : [playerId, playerId];
	return [eventType, eventTime, ...players].map(said);
}
