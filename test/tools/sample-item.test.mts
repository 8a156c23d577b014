import { expect, test } from '@jest/globals';

import { sampleItem } from '../../tools/generate/sample-item.mjs';
import { vendors } from '../../vendors';

test.each(vendors.map((vendor) => [vendor.displayName, vendor] as const))(
	'the documented items of %s are no copies of each other, and stay the same',
	async (_name, vendor) => {
		const keysOf = async () => {
			const items = vendor.catalogue.map(async (row) => await sampleItem(vendor, row));
			return (await Promise.all(items)).map(({ eventKey }) => eventKey);
		};
		const keys = await keysOf();
		expect(new Set(keys).size).toBe(vendor.catalogue.length);
		expect(await keysOf()).toEqual(keys);
	},
);
