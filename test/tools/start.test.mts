import { describe, expect, test } from '@jest/globals';

import { itemsOf } from '../../host/without-n8n.mjs';
import { DEMOS } from '../../tools/start/demos.mjs';

describe.each(DEMOS)('npm start shows $vendor.displayName', ({ vendor, deliveries }) => {
	test('at least one delivery', () => {
		expect(deliveries.length).toBeGreaterThan(0);
	});

	test.each(deliveries)('$title', async ({ body, eventTypes }) => {
		const items = await itemsOf(vendor, body);
		expect(items.map(({ eventType }) => eventType)).toEqual(eventTypes);
	});
});
