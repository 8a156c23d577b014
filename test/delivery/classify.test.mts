import { describe, expect, test } from '@jest/globals';

import { classify, UNRECOGNIZED } from '../../delivery/classify';
import { harbour } from './made-up-vendor.mjs';

describe('an event is classified', () => {
	test.each<[string, unknown, string, boolean]>([
		['by the catalogue’s name', { name: 'ship.docked' }, 'ship.docked', true],
		['by a spelling', { name: 'ship_docked' }, 'ship.docked', true],
		['by another spelling', { name: 'ShipDocked' }, 'ship.docked', true],
		['by the name sent, where no catalogue has it', { name: 'ship.sunk' }, 'ship.sunk', false],
		['exactly: case counts', { name: 'SHIP.DOCKED' }, 'SHIP.DOCKED', false],
		['exactly: blanks count', { name: 'ship.docked ' }, 'ship.docked ', false],
		['as unrecognized without a name', { at: 1 }, UNRECOGNIZED, false],
		['as unrecognized with an empty name', { name: '' }, UNRECOGNIZED, false],
		['as unrecognized with a name that is no text', { name: ['ship.docked'] }, UNRECOGNIZED, false],
		['by a name that every object inherits', { name: 'constructor' }, 'constructor', false],
		['by the name __proto__', { name: '__proto__' }, '__proto__', false],
	])('%s', (_what, event, eventType, isKnown) => {
		const classified = classify(event, harbour);
		expect(classified.eventType).toBe(eventType);
		expect(classified.known?.name).toBe(isKnown ? eventType : undefined);
		expect(classified.event).toBe(event);
	});

	test('with the name as sent beside the catalogue’s', () => {
		expect(classify({ name: 'ShipDocked' }, harbour).nameSent).toBe('ShipDocked');
		expect(classify({}, harbour).nameSent).toBeUndefined();
	});
});

test.each([null, 7, 'text', true, [{ name: 'ship.docked' }]])(
	'%j in a list of events is an unrecognized event with that value',
	(value) => {
		expect(classify(value, harbour)).toEqual({
			event: { value },
			eventType: UNRECOGNIZED,
			nameSent: undefined,
			known: undefined,
		});
	},
);
