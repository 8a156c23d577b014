import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { matchesWildcard } from '../../delivery/selection/wildcard';
import { vendors } from '../../vendors';
import { inOneDelivery } from '../../host/vendor-setup.mjs';
import { itemsOf } from '../../host/without-n8n.mjs';
import { renamedEvent } from '../vendors/renamed-event.mjs';
import { generatedCases } from '../generated-cases.mjs';

/** Deliveries of several events of one vendor, and choices among them. */
const deliveries = fc.constantFrom(...vendors).chain((vendor) => {
	const sent = vendor.catalogue.flatMap(({ name, spellings = [] }) =>
		[name, ...spellings].map((spelling) => ({ eventType: name, spelling })),
	);
	const unknown = ['order.unknown', 'Unheard', 'unrecognized', '*', 'constructor', '__proto__'].map(
		(name) => ({ eventType: name, spelling: name }),
	);
	const choices = [...vendor.catalogue.map(({ name }) => name), 'unrecognized', '*'];
	return fc.record({
		vendor: fc.constant(vendor),
		sent: fc.array(fc.constantFrom(...sent, ...unknown), { minLength: 1, maxLength: 8 }),
		events: fc.subarray(choices, { maxLength: Math.min(12, choices.length) }),
		otherEvents: fc.subarray(['order.*', '*Started', 'Unheard', '__proto__', '*.offers.*'], {
			maxLength: 2,
		}),
	});
});

test('any selection delivers exactly the events selected, in their order', async () => {
	await fc.assert(
		fc.asyncProperty(deliveries, async ({ vendor, sent, events, otherEvents }) => {
			const isKnown = (name: string) => vendor.catalogue.some((row) => row.name === name);
			const expected = sent.filter(
				({ eventType, spelling }) =>
					events.includes('*') ||
					events.includes(isKnown(eventType) ? eventType : 'unrecognized') ||
					otherEvents.some((pattern) =>
						[eventType, spelling].some((name) => matchesWildcard(name, pattern)),
					),
			);
			const body = inOneDelivery(
				vendor,
				sent.map(({ spelling }) => renamedEvent(vendor, spelling)),
			);
			const settings = { selection: { events, otherEvents, filters: [] } };
			const items = await itemsOf(vendor, body, { settings });
			expect(items.map(({ eventType }) => eventType)).toEqual(
				expected.map(({ eventType }) => eventType),
			);
		}),
		generatedCases(500),
	);
});
