import { describe, expect, test } from '@jest/globals';

import type { ReceiveSettings } from '../../delivery/receive';
import { itemOf } from '../../host/without-n8n.mjs';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { isJsonObject, type JsonObject } from '../../json/object';
import levelUp from '../../vendors/gamanza-engage/examples/level_up.json';
import missionCompleted from '../../vendors/gamanza-engage/examples/mission_completed.json';
import productPurchase from '../../vendors/gamanza-engage/examples/product_purchase.json';
import { localize, settings } from './localized.mjs';

const EVENTS = [levelUp, missionCompleted, productPurchase] as const;

/** The plain values of an event's localized fields in German, with English behind it. */
const PLAIN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	level_up: { RewardExternalDescription: '100 Coins', CurrentRankExternalDescription: 'Member' },
	mission_completed: { RewardExternalName: '', MissionBundleExternalName: 'Mission One' },
	product_purchase: {
		OrderStatus: 'Kauf abgeschlossen',
		ProductExternalName: '(H3) spaceX moon travel',
		ProductExternalDescription:
			'The Moon is one of Earth’s closest habitable neighbors and provides an opportunity to gain valuable experience for missions to Mars and beyond.',
		ProductType: 'Externes Produkt',
		ProductStatus: 'Gekauft',
	},
};

const GERMAN = settings({ language: 'de' });

const itemIn = async (event: JsonObject, output: ReceiveSettings['output']) =>
	await itemOf(gamanzaEngage, event, { settings: { output } });

describe.each(EVENTS)('$eventName', (event) => {
	const plain = PLAIN[event.eventName] ?? {};

	test('flattened', async () => {
		const item = await itemIn(event, 'flattened');
		expect(localize(item, GERMAN)).toEqual({ ...item, ...plain });
	});

	test('as a CloudEvent', async () => {
		const item = await itemIn(event, 'cloudEvents');
		const data = isJsonObject(item.data) ? { ...item.data, ...plain } : {};
		expect(localize(item, GERMAN)).toEqual({ ...item, data });
	});

	test('as sent: payload items become texts', async () => {
		const item = await itemIn(event, 'asSent');
		expect(localize(item, GERMAN)).toEqual({ ...item, event: inPlace(event, plain) });
	});

	test('in the raw body of n8n’s Webhook node', () => {
		const item = { headers: {}, params: {}, query: {}, body: { events: [event] } };
		expect(localize(item, GERMAN)).toEqual({
			...item,
			body: { events: [inPlace(event, plain)] },
		});
	});

	test('as one item for each payload item, after a Split Out', () => {
		const items = event.payload.map((item) => localize({ ...item }, GERMAN));
		expect(items).toEqual(inPlace(event, plain).payload);
	});

	test('with only one field selected by the payload item’s key', () => {
		const [field = ''] = Object.keys(plain);
		const wish = settings({ language: 'de', fields: [field] });
		expect(localize({ event }, wish)).toEqual({
			event: inPlace(event, { [field]: plain[field] ?? '' }),
		});
	});
});

/** The event with plain payload items: valid items of the vendor's own grammar. */
function inPlace<E extends (typeof EVENTS)[number]>(
	event: E,
	plain: Readonly<Record<string, string>>,
) {
	return {
		...event,
		payload: event.payload.map((item) =>
			item.key in plain ? { key: item.key, type: 'string', value: plain[item.key] } : item,
		),
	};
}
