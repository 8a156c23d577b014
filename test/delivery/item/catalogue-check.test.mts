import { describe, expect, test } from '@jest/globals';

import {
	COMPARED_ELEMENTS,
	differencesFromCatalogue as differencesIn,
	MOST_DIFFERENCES,
} from '../../../delivery/item/catalogue-check';
import type { JsonObject } from '../../../json/object';
import type { CatalogueEvent } from '../../../vendors/vendor';
import { Room } from '../../../delivery/item/room';
import { harbour } from '../made-up-vendor.mjs';

const docked = harbour.catalogue[0];
const differencesFromCatalogue = (data: JsonObject, row: CatalogueEvent | undefined, size = 1e6) =>
	differencesIn(data, row, new Room(size));

describe('an event is compared with its documentation', () => {
	test.each<[string, JsonObject, readonly string[]]>([
		['and is as documented', { berth: 14, cargo: [{ tons: 1 }], agent: { fee: 1 } }, []],
		['and may lack fields', {}, []],
		['and may have others', { tide: 3, agent: { tide: 3 } }, []],
		['a field of another type', { berth: 'x' }, ['berth: Expected number, received string']],
		['a field deeper', { agent: { fee: 'x' } }, ['agent.fee: Expected number, received string']],
		[
			'a field in a list',
			{ cargo: [{}, { tons: 'x' }] },
			['cargo.1.tons: Expected number, received string'],
		],
		['a group that is none', { agent: 7 }, ['agent: Expected object, received number']],
		[
			'several',
			{ berth: 'x', customs: 'x' },
			['berth: Expected number, received string', 'customs: Expected boolean, received string'],
		],
	])('%s', (_what, data, differences) => {
		expect(differencesFromCatalogue(data, docked)).toEqual(differences);
	});

	test('and is not in the catalogue at all', () => {
		expect(differencesFromCatalogue({}, undefined)).toEqual(['The event is not in the catalogue']);
	});
});

describe('of a long list', () => {
	test('the first elements are compared', () => {
		const cargo = Array.from({ length: COMPARED_ELEMENTS + 1 }, (_, tons) => ({ tons }));
		const wrongAt = (index: number) => cargo.with(index, { tons: 'x' as unknown as number });
		const last = COMPARED_ELEMENTS - 1;
		expect(differencesFromCatalogue({ cargo: wrongAt(last) }, docked)).toEqual([
			`cargo.${last}.tons: Expected number, received string`,
		]);
		expect(differencesFromCatalogue({ cargo: wrongAt(last + 1) }, docked)).toEqual([]);
	});

	test('no more differences are told than anybody reads', () => {
		const cargo = Array(100_000).fill({ tons: 'x', label: 7 });
		const differences = differencesFromCatalogue({ cargo }, docked);
		expect(differences).toHaveLength(MOST_DIFFERENCES + 1);
		expect(differences.at(-1)).toBe('… and 100 more');
	});

	test('no more differences are told than a small event has room for', () => {
		const differences = differencesFromCatalogue({ cargo: Array(100).fill(7) }, docked, 0);
		expect(JSON.stringify(differences).length).toBeLessThan(600);
		expect(differences.at(-1)).toMatch(/^… and \d+ more$/);
	});
});

test('what no documentation names is not even looked at, or a million members would be copied', () => {
	const tide = {
		get tide(): never {
			throw new Error('It was looked at.');
		},
	};
	const data = Object.defineProperties(
		{ agent: Object.defineProperties({ fee: 'x' }, Object.getOwnPropertyDescriptors(tide)) },
		Object.getOwnPropertyDescriptors(tide),
	);
	expect(differencesFromCatalogue(data, docked)).toEqual([
		'agent.fee: Expected number, received string',
	]);
});

test('what is compared is not changed', () => {
	const data = { cargo: [{ tons: 'x' }], agent: { fee: 1 } };
	const copy = structuredClone(data);
	differencesFromCatalogue(data, docked);
	expect(data).toEqual(copy);
});
