import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { deliver } from '../../tools/start/deliver.mjs';
import { DEMOS } from '../../tools/start/demos.mjs';
import { setUpDemo } from '../../tools/start/set-up.mjs';
import levelUp from '../../vendors/gamanza-engage/examples/level_up.json';
import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';

let host: Host;

beforeAll(async () => {
	host = await openHost();
}, START_TIMEOUT);

afterAll(async () => await host?.close());

describe.each(DEMOS)('$vendor.displayName, as npm start shows it', (demo) => {
	test('each example of the documentation comes out in two languages', async () => {
		const live = await setUpDemo(host.api, demo);
		for (const delivery of demo.deliveries) {
			const { faults } = await deliver(host.api, live, delivery);
			expect(faults).toEqual([]);
		}
	});
});

test('a reward is described in the language that is asked for, and dates and numbers are typed', async () => {
	const gamanza = DEMOS.find(({ vendor }) => vendor.id === 'gamanza-engage')!;
	const live = await setUpDemo(host.api, gamanza);
	const event = { ...(levelUp as object), eventDate: new Date().toISOString() };
	const levelledUp = { title: 'level up', body: event, eventTypes: ['level_up'] };
	const { english, spanish } = await deliver(host.api, live, levelledUp);
	const common = {
		eventType: 'level_up',
		playerId: 'd4a9bbb4-576b-4c29-8f8d-e03c427265c9',
		CurrentLevel: 9,
		RemainingPendingLevels: 8,
		CurrentRankExternalName: 'Member',
		CurrentRankExternalDescription: 'Member',
		XpBalance: 5000,
		Timestamp: '2024-06-24T21:28:41.938Z',
	};
	expect(english).toMatchObject([{ ...common, RewardExternalDescription: '100 Coins' }]);
	expect(spanish).toMatchObject([{ ...common, RewardExternalDescription: '100 Monedas' }]);
});
