import { randomUUID } from 'node:crypto';

import type { Vendor } from '../../vendors/vendor';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { komo } from '../../vendors/komo/delivery';
import { seed } from '../../host/sender/example.mjs';

type Event = Readonly<Record<string, unknown>>;

/** A vendor with what its trigger is tried with. */
export interface VendorUnderTest {
	readonly vendor: Vendor;
	/** The trigger's type, without the package's name. */
	readonly trigger: string;
	/** The value of `authentication` with which the credential counts. */
	readonly authentication: 'signature' | 'header';
	readonly credential: Readonly<Record<string, string>>;
	/** The same credential with its secret blank. */
	readonly blankCredential: Readonly<Record<string, string>>;
	/** What the sender of a wrong secret is told. */
	readonly refusal: 'signature' | 'secret';
	/** The type of `event()`. */
	readonly eventType: string;
	/** Another event of the catalogue. */
	readonly otherEventType: string;
	/** An example event of the vendor's page, made unlike all others. */
	readonly event: () => Event;
	/** A delivery of several events. */
	readonly batch: (events: readonly unknown[]) => unknown;
	/** Fields of the item that `event()` becomes, beside those that make it unlike others. */
	readonly item: Readonly<Record<string, unknown>>;
}

export const VENDORS: readonly VendorUnderTest[] = [
	{
		vendor: appcharge,
		trigger: 'appchargeTrigger',
		authentication: 'signature',
		credential: { signingSecret: 'key-1', publisherToken: 'token-1', projectId: 'project-1' },
		blankCredential: { signingSecret: '', publisherToken: '', projectId: '' },
		refusal: 'signature',
		eventType: 'webstore.offers.progress_bar.mission.started',
		otherEventType: 'order.completed',
		event: () =>
			eventOf('appcharge', 'webstore.offers.progress_bar.mission.started', {
				eventId: randomUUID(),
			}),
		batch: (events) => events,
		item: {
			eventType: 'webstore.offers.progress_bar.mission.started',
			eventTime: '2025-08-04T11:36:01.396Z',
			playerId: '671e81bb-55ef-428b-97ba-f67783971e0d',
			timestamp: 1754307361396,
			customer_name: 'John Doe',
			progressBar_missionIndex: 2,
			progressBar_products: [{ productExternalId: 'treasure-12', productQuantity: '200' }],
		},
	},
	{
		vendor: komo,
		trigger: 'komoTrigger',
		authentication: 'header',
		credential: { sharedSecret: 'secret-1', headerName: 'x-komo-secret' },
		blankCredential: { sharedSecret: '', headerName: 'x-komo-secret' },
		refusal: 'secret',
		eventType: 'InstantWinStarted',
		otherEventType: 'SignUpSuccess',
		event: () => eventOf('komo', 'InstantWinStarted', { submission_id: randomUUID() }),
		batch: (events) => events,
		item: {
			eventType: 'InstantWinStarted',
			eventTime: '2000-01-01T00:00:00.000Z',
			playerId: '0fdbb943-511c-4220-9266-31465374f43b',
			card_name: 'card name',
			card_type: 'WatchToWin',
		},
	},
	{
		vendor: gamanzaEngage,
		trigger: 'gamanzaEngageTrigger',
		authentication: 'signature',
		credential: { signingSecret: 'key-2' },
		blankCredential: { signingSecret: '' },
		refusal: 'signature',
		eventType: 'level_up',
		otherEventType: 'mission_completed',
		event: () => eventOf('gamanza-engage', 'level_up', { requestId: randomUUID() }),
		batch: (events) => ({ events }),
		item: {
			eventType: 'level_up',
			eventTime: '2024-06-24T21:28:41.939Z',
			playerId: 'd4a9bbb4-576b-4c29-8f8d-e03c427265c9',
			CurrentLevel: 9,
			XpBalance: 5000,
			RewardExternalDescription: {
				languages: [
					{ language: 'EN', value: '100 Coins' },
					{ language: 'ES', value: '100 Monedas' },
				],
			},
			Timestamp: '2024-06-24T21:28:41.938Z',
		},
	},
];

function eventOf(vendor: string, name: string, unique: Event): Event {
	const event = seed(vendor, name);
	if (typeof event !== 'object' || event === null) throw new Error(`${name} is no object`);
	return { ...event, ...unique };
}
