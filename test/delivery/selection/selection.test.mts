import { describe, expect, test } from '@jest/globals';

import { classify } from '../../../delivery/classify';
import { createSelector, type Selection } from '../../../delivery/selection/selection';
import type { EventFilter } from '../../../vendors/vendor';
import { harbour } from '../made-up-vendor.mjs';

const NOTHING: Selection = { events: [], otherEvents: [], filters: [] };

/** Whether an event of that name passes. */
function passes(selection: Partial<Selection>, name: unknown, fields: object = {}): boolean {
	return createSelector({ ...NOTHING, ...selection })(classify({ ...fields, name }, harbour));
}

describe('events chosen in the list', () => {
	test.each<[string, readonly string[], unknown, boolean]>([
		['nothing chosen', [], 'ship.docked', false],
		['[All] with a known event', ['*'], 'ship.docked', true],
		['[All] with an unknown event', ['*'], 'ship.sunk', true],
		['[All] with a nameless event', ['*'], undefined, true],
		['[All] beside others', ['ship.left', '*'], 'ship.docked', true],
		['the event itself', ['ship.docked'], 'ship.docked', true],
		['a spelling of it', ['ship.docked'], 'ship_docked', true],
		['another event', ['ship.left'], 'ship.docked', false],
		['several', ['ship.left', 'ship.docked'], 'ship.docked', true],
		['[Unrecognized] with an unknown event', ['unrecognized'], 'ship.sunk', true],
		['[Unrecognized] with a nameless event', ['unrecognized'], undefined, true],
		['[Unrecognized] with a known event', ['unrecognized'], 'ship.docked', false],
		['a known event with an unknown one', ['ship.docked'], 'ship.sunk', false],
		['an unknown event that is called *', ['ship.docked'], '*', false],
		['an unknown event that is called unrecognized', ['ship.docked'], 'unrecognized', false],
	])('%s', (_what, events, name, isSelected) => {
		expect(passes({ events }, name)).toBe(isSelected);
	});
});

describe('names typed by hand', () => {
	test.each<[string, readonly string[], unknown, boolean]>([
		['the event type', ['ship.docked'], 'ship.docked', true],
		['the event type, sent in another spelling', ['ship.docked'], 'ShipDocked', true],
		['the spelling that is sent', ['ShipDocked'], 'ShipDocked', true],
		['a spelling that is not sent', ['ShipDocked'], 'ship.docked', false],
		['a name that no catalogue knows', ['ship.sunk'], 'ship.sunk', true],
		['a wildcard', ['ship.*'], 'ship.sunk', true],
		['a wildcard that does not fit', ['boat.*'], 'ship.sunk', false],
		['one of several', ['boat.*', '*.sunk'], 'ship.sunk', true],
		['unrecognized, for events without a name', ['unrecognized'], undefined, true],
		['nothing', [], 'ship.sunk', false],
	])('%s', (_what, otherEvents, name, isSelected) => {
		expect(passes({ otherEvents }, name)).toBe(isSelected);
	});

	test('add to the list', () => {
		const selection = { events: ['ship.left'], otherEvents: ['ship.docked'] };
		expect(passes(selection, 'ship.left')).toBe(true);
		expect(passes(selection, 'ship.docked')).toBe(true);
		expect(passes(selection, 'ship.sunk')).toBe(false);
	});
});

describe('the vendor’s own filters', () => {
	const berths: EventFilter = harbour.filters.berths!;
	const crane: EventFilter = (_event, eventType) => eventType;

	test.each<[string, object, readonly string[], boolean]>([
		['let everything pass without a value', {}, [], true],
		['let one of the values pass', { berth: '7' }, ['6', '7'], true],
		['stop another value', { berth: '8' }, ['6', '7'], false],
		['stop an event without the field', {}, ['6'], false],
		['do not take a missing field for a value of that name', {}, ['undefined'], false],
	])('%s', (_what, fields, values, isSelected) => {
		const selection = { events: ['*'], filters: [{ option: 'berths', valueOf: berths, values }] };
		expect(passes(selection, 'ship.docked', fields)).toBe(isSelected);
	});

	test('must all be met, and do not select by themselves', () => {
		const filters = [
			{ option: 'berths', valueOf: berths, values: ['7'] },
			{ option: 'crane', valueOf: crane, values: ['ship.docked'] },
		];
		expect(passes({ events: ['*'], filters }, 'ship.docked', { berth: '7' })).toBe(true);
		expect(passes({ events: ['*'], filters }, 'ship.left', { berth: '7' })).toBe(false);
		expect(passes({ filters }, 'ship.docked', { berth: '7' })).toBe(false);
	});
});
