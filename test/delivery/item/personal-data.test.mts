import { describe, expect, test } from '@jest/globals';

import { withoutPersonalData, type PersonalData } from '../../../delivery/item/personal-data';
import { appcharge } from '../../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import { komo } from '../../../vendors/komo/delivery';
import type { JsonObject } from '../../../json/object';
import type { Vendor } from '../../../vendors/vendor';
import { harbour } from '../made-up-vendor.mjs';

const without = (how: PersonalData, event: JsonObject, vendor: Vendor = harbour) =>
	withoutPersonalData({ event, envelope: undefined }, vendor, how).event;

const EVENT = {
	name: 'ship.docked',
	captain: 'Ines Farrow',
	berth: '14',
	cargo: [{ owner: 'Ines Farrow', label: 'x' }, 'x', null],
	agent: { name: 'Ines Farrow', fee: '1' },
	notes: { captain: 'x' },
};

test('personal data is kept unless asked otherwise', () => {
	const inBody = { event: EVENT, envelope: undefined };
	expect(withoutPersonalData(inBody, harbour, 'keep')).toBe(inBody);
});

test('masking puts *** in place of each personal field, at any depth', () => {
	expect(without('mask', EVENT)).toEqual({
		name: 'ship.docked',
		captain: '***',
		berth: '14',
		cargo: [{ owner: '***', label: 'x' }, 'x', null],
		agent: { name: '***', fee: '1' },
		notes: { captain: 'x' },
	});
});

test('removing leaves them out', () => {
	expect(without('remove', EVENT)).toEqual({
		name: 'ship.docked',
		berth: '14',
		cargo: [{ label: 'x' }, 'x', null],
		agent: { fee: '1' },
		notes: { captain: 'x' },
	});
});

test.each<[string, unknown, unknown]>([
	['null, which tells nothing', null, null],
	['a number', 7, '***'],
	['an object', { first: 'Ines' }, '***'],
	['a list', ['Ines'], '***'],
	['an empty text', '', '***'],
])('a personal field that is %s', (_what, captain, masked) => {
	expect(without('mask', { captain })).toEqual({ captain: masked });
	expect(without('remove', { captain })).toEqual({});
});

test('an event that no catalogue knows has the personal fields of all events', () => {
	expect(without('mask', { name: 'ship.sunk', captain: 'x' }).captain).toBe('***');
});

test('what stands beside the list of events is treated alike', () => {
	const envelope = { captain: 'Ines Farrow', v: 1 };
	const masked = withoutPersonalData({ event: {}, envelope }, harbour, 'mask');
	expect(masked.envelope).toEqual({ captain: '***', v: 1 });
});

test('what is sent is never changed', () => {
	const copy = structuredClone(EVENT);
	without('mask', EVENT);
	without('remove', EVENT);
	expect(EVENT).toEqual(copy);
});

test('names that every object inherits are plain data', () => {
	const event = JSON.parse('{"__proto__":{"captain":"x"},"constructor":"y"}') as JsonObject;
	expect(Object.entries(without('mask', event))).toEqual(Object.entries(event));
});

describe('the vendors', () => {
	test('Appcharge: the customer, and the address the request came from', () => {
		const { customer, geolocation } = without(
			'mask',
			{
				eventName: 'order.completed',
				customer: { id: 'c-1', email: 'ines@example.com', name: 'Ines Farrow' },
				geolocation: { countryCode2: 'US', ipAddress: '203.0.113.7' },
			},
			appcharge,
		);
		expect(customer).toEqual({ id: 'c-1', email: '***', name: '***' });
		expect(geolocation).toMatchObject({ countryCode2: 'US', ipAddress: '***' });
	});

	test('Komo: everything that is not documented was typed in by a person', () => {
		const event = {
			event: 'SignUpSuccess',
			site_id: 's-1',
			user_profile_id: 'u-1',
			email: 'ines@example.com',
			favourite_team: 'Copper Rays',
		};
		expect(without('mask', event, komo)).toEqual({
			...event,
			email: '***',
			favourite_team: '***',
		});
		expect(without('remove', event, komo)).toEqual({
			event: 'SignUpSuccess',
			site_id: 's-1',
			user_profile_id: 'u-1',
		});
	});

	test('Gamanza Engage: the items of the payload', () => {
		const item = (key: string, value: string) => ({
			key,
			type: 'string',
			value,
			displayValue: value,
		});
		const event = {
			eventName: 'product_purchase',
			payload: [item('RecipientName', 'Ines'), item('Suppliers', 'Lumen'), 'x'],
		};
		expect(without('mask', event, gamanzaEngage).payload).toEqual([
			item('RecipientName', '***'),
			item('Suppliers', 'Lumen'),
			'x',
		]);
		expect(without('remove', event, gamanzaEngage).payload).toEqual([
			item('Suppliers', 'Lumen'),
			'x',
		]);
		const odd = { playerId: 'p', payload: 'text' };
		expect(without('mask', odd, gamanzaEngage)).toEqual(odd);
	});
});
