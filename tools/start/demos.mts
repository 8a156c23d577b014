import type { Vendor } from '../../vendors/vendor';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { komo } from '../../vendors/komo/delivery';
import { seed } from '../../host/sender/example.mjs';

/** A vendor in the demo: its workflow in `examples/demo`, and what is sent to it. */
export interface Demo {
	readonly vendor: Vendor;
	/** The trigger's credential, filled in: secrets for n8n on the loopback address only. */
	readonly credential: Readonly<Record<string, string>>;
	readonly deliveries: readonly DemoDelivery[];
}

export interface DemoDelivery {
	readonly title: string;
	/** The request's body before it is written as JSON. */
	readonly body: unknown;
	/** The `eventType` of each item that has to come out, in this order. */
	readonly eventTypes: readonly string[];
}

/** The deliveries are the example events of the vendors' own pages. */
export const DEMOS: readonly Demo[] = [
	{
		vendor: appcharge,
		credential: {
			signingSecret: 'demo-main-key',
			publisherToken: 'demo-publisher-token',
			projectId: 'demo-project',
		},
		deliveries: [
			{
				title: 'Progress Bar mission started',
				body: seed('appcharge', 'webstore.offers.progress_bar.mission.started'),
				eventTypes: ['webstore.offers.progress_bar.mission.started'],
			},
		],
	},
	{
		vendor: komo,
		credential: { sharedSecret: 'demo-secret', headerName: 'x-komo-secret' },
		deliveries: [
			{
				title: 'Watch to Win started',
				body: seed('komo', 'InstantWinStarted'),
				eventTypes: ['InstantWinStarted'],
			},
			{
				title: 'Watch to Win finished',
				body: seed('komo', 'InstantWinFinished'),
				eventTypes: ['InstantWinFinished'],
			},
		],
	},
	{
		vendor: gamanzaEngage,
		credential: { signingSecret: 'demo-signature-key' },
		deliveries: [
			{
				title: 'level up',
				body: seed('gamanza-engage', 'level_up'),
				eventTypes: ['level_up'],
			},
			{
				title: 'product purchase',
				body: seed('gamanza-engage', 'product_purchase'),
				eventTypes: ['product_purchase'],
			},
			{
				title: 'four events in one delivery',
				body: {
					events: [
						seed('gamanza-engage', 'rank_up'),
						seed('gamanza-engage', 'on_player_downgrade'),
						seed('gamanza-engage', 'mission_completed'),
						seed('gamanza-engage', 'virtualCurrency_on_walletUpdate'),
					],
				},
				eventTypes: [
					'rank_up',
					'on_player_downgrade',
					'mission_completed',
					'virtualCurrency_on_walletUpdate',
				],
			},
		],
	},
];
