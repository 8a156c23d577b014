import { describe, expect, test } from '@jest/globals';
import { CloudEvent } from 'cloudevents';

import { vendors } from '../../../vendors';
import { harbour } from '../made-up-vendor.mjs';
import { itemOf } from '../../../host/without-n8n.mjs';

const settings = { output: 'cloudEvents' } as const;

describe('a CloudEvent', () => {
	test('carries the event typed, and not flattened', async () => {
		const event = {
			id: 'e-1',
			name: 'ship_docked',
			at: '2025-06-02T19:45:20.913+02:00',
			ship: { id: 's-7' },
			berth: '14',
			agent: { fee: '5000.00' },
		};
		expect(await itemOf(harbour, event, { settings })).toEqual({
			specversion: '1.0',
			id: 'e-1',
			source: 'https://harbour.example',
			type: 'example.harbour.ship.docked',
			subject: 's-7',
			time: '2025-06-02T17:45:20.913Z',
			datacontenttype: 'application/json',
			data: { ...event, berth: 14, agent: { fee: 5000 } },
		});
	});

	test('carries what stands beside the list of events too', async () => {
		const item = await itemOf(harbour, { v: { a: 1 }, calls: [{ b: 2 }] }, { settings });
		expect(item.data).toEqual({ b: 2, v: { a: 1 } });
	});

	test.each<[string, object]>([
		['nothing', {}],
		['an empty player', { shipId: '' }],
		['a player of another type', { shipId: [] }],
	])('has no subject for %s', async (_what, event) => {
		expect(await itemOf(harbour, event, { settings })).not.toHaveProperty('subject');
	});

	test.each<[string, object]>([
		['nothing', {}],
		['text that is no time', { at: 'soon' }],
		['a number that is no time', { at: -1.5 }],
		['a day that does not exist', { at: '2025-02-30T00:00:00.000Z' }],
		['a time without a zone', { at: '2025-06-02T17:45:20' }],
	])('has no time for %s', async (_what, event) => {
		expect(await itemOf(harbour, event, { settings })).not.toHaveProperty('time');
	});

	test('has text for a subject that was sent as a number', async () => {
		expect((await itemOf(harbour, { shipId: 7 }, { settings })).subject).toBe('7');
	});
});

/** Throws unless the official SDK takes it for a valid CloudEvent. */
const validate = (item: Record<string, unknown>) => new CloudEvent(item).validate();

describe('the official SDK takes for valid', () => {
	test.each<[string, object]>([
		['an event without anything', {}],
		['odd values everywhere', { id: 0, name: ' ', at: '', shipId: '\u0000' }],
		['names that every object inherits', JSON.parse('{"__proto__":1,"constructor":{"a":1}}')],
	])('%s', async (_what, event) => {
		expect(validate(await itemOf(harbour, event, { settings }))).toBe(true);
	});

	test('an event with what options add', async () => {
		const added = { checkAgainstCatalogue: true, includeOriginal: true, includeHeaders: true };
		const item = await itemOf(harbour, { berth: 'quay' }, { settings: { ...settings, ...added } });
		expect(Object.keys(item)).toEqual(
			expect.arrayContaining(['schemaissues', 'original', 'headers']),
		);
		expect(new CloudEvent(item, true).validate()).toBe(true);
	});

	test.each(
		vendors.flatMap((vendor) =>
			vendor.catalogue.map((row) => [vendor.displayName, row.name, vendor, row] as const),
		),
	)('%s %s', async (_vendor, _name, vendor, row) => {
		const item = await itemOf(vendor, vendor.sampleDelivery(row), { settings });
		expect(validate(item)).toBe(true);
		expect(item.type).toBe(`${vendor.reverseDomain}.${row.name}`);
	});
});
