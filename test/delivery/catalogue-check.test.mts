import { describe, expect, test } from '@jest/globals';

import { differencesFromCatalogue } from '../../delivery/catalogue-check';
import type { JsonObject } from '../../vendors/vendor';
import { harbour } from './made-up-vendor.mjs';

const docked = harbour.catalogue[0];

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
