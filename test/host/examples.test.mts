import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import type { Execution, N8nApi } from '../../host/n8n-api.mjs';
import { LOOPBACK } from '../../host/port.mjs';
import { createDataTable } from './examples/data-table.mjs';
import {
	addressed,
	EXAMPLES,
	isOurTrigger,
	oneExecution,
	productionUrl,
	readExample,
	runByHand,
	withParameters,
	type Example,
	type StoredCredential,
} from './examples/example.mjs';
import { accepted, ExampleUser, succeeded } from './examples/example-user.mjs';
import { HubspotStandIn } from './examples/hubspot.mjs';
import { startOutsideWorld, type OutsideWorld } from '../../host/outside-world.mjs';
import { expectPinnedShape } from './examples/pinned-shape.mjs';
import { startPostgres, type Postgres } from '../../host/postgres.mjs';
import { sampleDelivery, together, type Body } from './examples/sample-delivery.mjs';
import { SlackStandIn } from './examples/slack.mjs';
import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from '../../host/sender/post.mjs';
import { setupFor, SETUPS } from '../../host/vendor-setup.mjs';

/** The players of the examples' pinned data, and one that nobody knows. */
const ANNA = '3f0c7a52-9d1e-4b6f-a2c8-5e71d94b0c36';
const BEN = 'b81d6c0e-2f47-4d3a-8c55-09e6a7f31d24';
const NOBODY = '00000000-0000-4000-8000-000000000000';

const DAY = 24 * 60 * 60 * 1000;

const slack = new SlackStandIn();
const hubspot = new HubspotStandIn([
	{ gamanza_player_id: ANNA, email: 'anna@example.com' },
	{ gamanza_player_id: BEN, email: 'ben@example.com' },
]);

let world: OutsideWorld;
let postgres: Postgres;
let host: Host;
let api: N8nApi;
let user: ExampleUser;

beforeAll(async () => {
	world = await startOutsideWorld({
		[SlackStandIn.host]: slack.service,
		[HubspotStandIn.host]: hubspot.service,
	});
	postgres = await startPostgres();
	host = await openHost(world.env);
	({ api } = host);
	user = new ExampleUser(api, await storeCredentials());
}, START_TIMEOUT);

afterAll(async () => {
	await host?.close();
	await postgres?.stop();
	await world?.stop();
}, START_TIMEOUT);

afterEach(() => {
	slack.takeMessages();
	hubspot.takeContacts();
});

describe.each(EXAMPLES)('%s', (name) => {
	const example = readExample(name);

	test('carries no credential and no webhook of anybody', () => {
		for (const node of example.nodes) {
			expect(node.credentials).toBeUndefined();
			expect(node.webhookId).toBeUndefined();
		}
	});

	test.each(pinnedTriggers(example))('runs as imported, from "%s"', async (trigger) => {
		const id = await api.createWorkflow(example);
		const { status, error, outputs } = await runByHand(api, id, trigger);
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		expect(outputs.get(trigger)?.[0]).toEqual(example.pinData[trigger]?.map(({ json }) => json));
		expect(slack.takeMessages()).toEqual([]);
		expect(hubspot.takeContacts()).toEqual([]);
	});
});

const samples = EXAMPLES.flatMap((name) =>
	readExample(name)
		.nodes.filter(({ type }) => isOurTrigger(type))
		.map((node) => [name, node.name, node.parameters['testEvent']] as const),
);

test.each(samples)('%s, with "%s" unpinned, takes a sample of %s', async (name, trigger, event) => {
	const { pinData, ...example } = addressed(readExample(name));
	const { [trigger]: _, ...others } = pinData;
	const id = await api.createWorkflow({ ...example, pinData: others });
	const execution = await oneExecution(api, id, async () => await api.run(id, trigger));
	const [item] = succeeded(execution).outputs.get(trigger)?.[0] ?? [];
	expect(String(item?.['eventType'] ?? item?.['type'])).toContain(event);
});

describe('a rank-up reaches Slack in the player’s language', () => {
	const german = {
		channel: '#vip-deutsch',
		text: `:trophy: *Rangaufstieg*: Stufe *Navigator*\n${ANNA}`,
	};

	test('from the pinned data', async () => {
		const { id } = await user.setUp('gamanza-rank-up-to-slack');
		succeeded(await runByHand(api, id, 'Player Moves Up a Rank'));
		expect(slack.takeMessages()).toEqual([
			german,
			{
				channel: '#vip-english',
				text: `:trophy: *Moved up a rank*: *Captain* tier\n${BEN}`,
			},
		]);
	});

	test('from a delivery of several, for players with and without a known language', async () => {
		await createDataTable(host.n8n.url, 'player_languages', [
			{ player_id: ANNA, language: 'de' },
			{ player_id: BEN, language: 'fr-CH' },
		]);
		const live = await user.publish('gamanza-rank-up-to-slack');
		const rankUp = (player: string): Body =>
			sampleDelivery('gamanza-engage', 'rank_up', { playerId: player, PlayerId: player });
		const body = together(rankUp(ANNA), rankUp(NOBODY), rankUp(BEN));
		const execution = await live.deliver('Player Moves Up a Rank', body, accepted(3));
		expectPinnedShape(live.example, 'Player Moves Up a Rank', execution);
		expect(slack.takeMessages().sort(byText)).toEqual([
			{
				channel: '#vip-english',
				text: `:trophy: *Moved up a rank*: Navigator tier\n${NOBODY}`,
			},
			{
				channel: '#vip-francais',
				text: `:trophy: *Nouveau rang*: Palier Navigateur\n${BEN}`,
			},
			{ ...german, text: `:trophy: *Rangaufstieg*: Stufe Navigator\n${ANNA}` },
		]);
	});

	test('from a delivery, when the look-up finds nobody', async () => {
		const live = await user.publish('gamanza-rank-up-to-slack');
		const body = sampleDelivery('gamanza-engage', 'rank_up', {
			playerId: NOBODY,
			PlayerId: NOBODY,
		});
		await live.deliver('Player Moves Up a Rank', body, accepted(1));
		expect(slack.takeMessages()).toEqual([expect.objectContaining({ channel: '#vip-english' })]);
	});
});

describe('the state of a reward shop order reaches HubSpot in words', () => {
	const trigger = 'Reward Shop Order Changes';
	const jersey = {
		email: 'ben@example.com',
		properties: {
			reward_order_status: 'Waiting for stock',
			reward_order_product: 'Signed jersey',
			reward_order_quantity: '1',
			reward_order_changed_at: String(Date.parse('2026-03-04T21:07:10.315Z')),
		},
	};

	test('from the pinned data', async () => {
		const { id } = await user.setUp('gamanza-order-status-to-hubspot');
		succeeded(await runByHand(api, id, trigger));
		expect(textual(hubspot.takeContacts())).toEqual([
			{
				email: 'anna@example.com',
				properties: {
					reward_order_status: 'Shipped',
					reward_order_product: 'Noise-cancelling headphones',
					reward_order_quantity: '2',
					reward_order_changed_at: String(Date.parse('2026-03-04T21:05:33.871Z')),
				},
			},
			jersey,
		]);
	});

	test('from a delivery, and a player whom HubSpot does not know is left out', async () => {
		const live = await user.publish('gamanza-order-status-to-hubspot');
		const order = (player: string, status: string): Body =>
			sampleDelivery('gamanza-engage', 'product_purchase', {
				playerId: player,
				PlayerId: player,
				OrderStatus: status,
			});
		const body = together(order(NOBODY, 'purchased'), order(BEN, 'out_of_stock'));
		const execution = await live.deliver(trigger, body, accepted(2));
		expectPinnedShape(live.example, trigger, execution);
		expect(textual(hubspot.takeContacts())).toEqual([
			{
				email: 'ben@example.com',
				properties: expect.objectContaining({
					reward_order_status: 'Waiting for stock',
					reward_order_product: 'Noise-cancelling headphones',
				}),
			},
		]);
	});
});

describe('an Appcharge order takes the route of its outcome', () => {
	const trigger = 'Order Ends or Is Refunded';

	test('from the pinned data', async () => {
		const { id } = await user.setUp('appcharge-orders-by-outcome');
		const { outputs } = succeeded(await runByHand(api, id, trigger));
		const routes = outputs.get('Which Outcome?') ?? [];
		expect(
			routes.map((items) =>
				items.map((item) => [item['order_totalPayment'], item['order_totalPayment_text']]),
			),
		).toEqual([[[25.36, 'CA$25.36']], [[11.89, '€11.89']], [[1200, '¥1,200']]]);
		expect(slack.takeMessages().sort(byText)).toEqual([
			{
				channel: '#payments',
				text:
					':leftwards_arrow_with_hook: Refund of *¥400* for an order of ¥1,200: ' +
					'success, requested_by_customer\nGem Chest, player plr_700663',
			},
			{
				channel: '#sales',
				text:
					':tada: *CA$25.36* for Harbor Supply Crate\n' +
					'Order of plr_480111 in CA, paid by paypal',
			},
			{
				channel: '#payments',
				text: expect.stringMatching(
					/^:warning: An order of \*€11\.89\* failed: insufficient_funds\nGem Chest, player plr_512904, /,
				),
			},
		]);
	});

	const refund = (...amounts: readonly string[]) =>
		amounts.map((amount) => ({ type: 'refund', amount }));

	test.each([
		['order.completed', 'success', 'CAD', 2536, [], 0, 25.36, ':tada: *CA$25.36* for '],
		['order.completed', 'failed', 'JPY', 1200, [], 1, 1200, 'An order of *¥1,200* failed'],
		['order.completed', null, 'KWD', 12345, [], 1, 12.345, 'An order of *KWD 12.345* failed'],
		// Intl would write no decimals.
		['order.completed', 'success', 'COP', 990000, [], 0, 9900, ':tada: *COP 9,900.00* for '],
		['order.completed', 'success', 'nonsense', 999, [], 0, 999, ':tada: *unknown amount* for '],
		['order.completed', 'success', 'USD', null, [], 0, null, ':tada: *unknown amount* for '],
		['order.completed', 'success', 'USD', 'much', [], 0, 'much', ':tada: *unknown amount* for '],
		// prettier-ignore
		['order.refunded', 'success', 'EUR', 1999, refund('5.00', '4.99'), 2, 19.99, 'Refund of *€4.99* for an order of €19.99: success'],
		// prettier-ignore
		['order.refunded', 'failed', 'EUR', 999, [], 2, 9.99, 'Refund of *unknown amount* for an order of €9.99: failed'],
	])(
		'from a delivery: %s, result %s, %s %s, %j',
		async (event, result, currency, minor, transactions, route, amount, message) => {
			const live = await user.publish('appcharge-orders-by-outcome');
			const body = sampleDelivery('appcharge', event, {
				result,
				'order.currencyCode': currency,
				'order.totalPayment': minor,
				transactions,
			});
			const execution = await live.deliver(trigger, body, accepted(1));
			const routes = execution.outputs.get('Which Outcome?') ?? [];
			expect(routes.map((items) => items.length)).toEqual(
				[0, 1, 2].map((index) => (index === route ? 1 : 0)),
			);
			const [item] = routes[route] ?? [];
			expect(item?.['order_totalPayment']).toBe(amount);
			const [sent, ...others] = slack.takeMessages();
			expect(others).toEqual([]);
			expect(sent?.channel).toBe(['#sales', '#payments', '#payments'][route]);
			expect(plainSpaces(sent?.text)).toContain(message);
		},
	);

	test.each(['order.completed', 'order.refunded'])(
		'%s has the fields of the sample',
		async (event) => {
			const live = await user.publish('appcharge-orders-by-outcome');
			const body = sampleDelivery('appcharge', event, { result: 'success' });
			expectPinnedShape(live.example, trigger, await live.deliver(trigger, body, accepted(1)));
		},
	);
});

describe('a burst of Appcharge orders becomes one message', () => {
	const trigger = 'Orders Are Paid';
	const name = 'appcharge-order-burst-to-slack';

	test('from the pinned data, with a line for each', async () => {
		const { id } = await user.setUp(name);
		succeeded(await runByHand(api, id, trigger));
		expect(slack.takeMessages()).toEqual([
			{
				channel: '#sales',
				text:
					':tada: Orders: 3\n' +
					'25.36 CAD for Harbor Supply Crate, player plr_480111\n' +
					'11.89 EUR for Gem Chest, player plr_512904\n' +
					'1200 JPY for Gem Chest, player plr_700663',
			},
		]);
	});

	test('from a delivery: what was paid, in major units', async () => {
		const live = await user.publish(name);
		const paid = sampleDelivery('appcharge', 'order.completed', {
			result: 'success',
			'order.currencyCode': 'EUR',
			'order.totalPayment': 1999,
		});
		const execution = await live.deliver(trigger, paid, accepted(1));
		expectPinnedShape(live.example, trigger, execution);
		expect(slack.takeMessages()).toEqual([
			{ channel: '#sales', text: expect.stringContaining('Orders: 1\n19.99 EUR for ') },
		]);
	});
});

describe('a Komo visitor reaches HubSpot only with consent', () => {
	const trigger = 'Visitor Signs Up or Enters';

	test('from the pinned data', async () => {
		const { id } = await user.setUp('komo-entries-to-hubspot');
		succeeded(await runByHand(api, id, trigger));
		expect(hubspot.takeContacts()).toEqual([
			{
				email: 'ines.farrow@example.net',
				properties: {
					firstname: 'Ines',
					lastname: 'Farrow',
					komo_hub: 'Copper Rays Summer Hub',
					komo_favourite_team: 'Copper Rays',
					hs_legal_basis: 'Freely given consent from contact',
				},
			},
			expect.objectContaining({ email: 'tomas.reyes@example.net' }),
		]);
	});

	test.each(['SignUpSuccess', 'CompetitionEntrySuccess'])('from a delivery: %s', async (event) => {
		const live = await user.publish('komo-entries-to-hubspot');
		const body = sampleDelivery('komo', event, { optin: 'true', submission_id: randomUUID() });
		const execution = await live.deliver(trigger, body, accepted(1));
		expectPinnedShape(live.example, trigger, execution);
		expect(hubspot.takeContacts()).toEqual([expect.objectContaining({ email: body['email'] })]);
		expect(await live.send(trigger, body)).toMatchObject({ body: { duplicates: 1 } });
	});

	test.each([
		['false', 'ines.farrow@example.net'],
		['maybe', 'ines.farrow@example.net'],
		[null, 'ines.farrow@example.net'],
		['true', ''],
		['true', null],
	])('an entry with optin %s and e-mail %s starts nothing', async (optin, email) => {
		const live = await user.publish('komo-entries-to-hubspot');
		const body = sampleDelivery('komo', 'CompetitionEntrySuccess', { optin, email });
		expect(await live.send(trigger, body)).toMatchObject({ body: { accepted: 0, filtered: 1 } });
	});
});

describe('a player’s own words reach Slack as words', () => {
	const trigger = 'Visitor Answers a Question';
	const name = 'komo-player-text-to-slack';

	test('from the pinned data', async () => {
		const { id } = await user.setUp(name);
		succeeded(await runByHand(api, id, trigger));
		const title = ':speech_balloon: Round 4, before the game';
		expect(slack.takeMessages()).toEqual([
			{ channel: '#fan-voices', text: `${title}\n> Harbor Gulls` },
			{
				channel: '#fan-voices',
				text: `${title}\n> &lt;!channel&gt; Free gems: https[:]//gems[.]example/?from=slack`,
			},
		]);
	});

	test.each([
		['Copper Rays & 3.5 more', 'Copper Rays &amp; 3.5 more'],
		['<!here> <@U012345>', '&lt;!here&gt; &lt;@U012345&gt;'],
		['<https://evil.example|your bank>', '&lt;https[:]//evil[.]example|your bank&gt;'],
		['www.evil.example or me@evil.example', 'www[.]evil[.]example or me@evil[.]example'],
		['one\r\n\ntwo\u2028three', 'one\n> two\n> three'],
		['x'.repeat(10_000), 'x'.repeat(500)],
	])('from a delivery: %j', async (answer, quoted) => {
		const live = await user.publish(name);
		const body = sampleDelivery('komo', 'CompetitionEntrySuccess', { favourite_team: answer });
		const execution = await live.deliver(trigger, body, accepted(1));
		expectPinnedShape(live.example, trigger, execution);
		const [sent] = slack.takeMessages();
		expect(sent?.text.split('\n> ').slice(1).join('\n> ')).toBe(quoted);
	});

	test('an entry without an answer starts nothing', async () => {
		const live = await user.publish(name);
		const body = sampleDelivery('komo', 'CompetitionEntrySuccess', { favourite_team: ' ' });
		expect(await live.send(trigger, body)).toMatchObject({ body: { accepted: 0, filtered: 1 } });
	});
});

describe('each campaign’s revenue reaches Slack', () => {
	const trigger = 'Visits and Orders';
	const name = 'appcharge-revenue-by-campaign';

	test('from the pinned data, the order has the campaign of its session', async () => {
		const id = await api.createWorkflow(readExample(name));
		const { outputs } = succeeded(await runByHand(api, id, trigger));
		expect(outputs.get('Keep What Counts')?.[0]).toEqual([
			expect.objectContaining({ campaign: 'harvest_event', amount: 2536, currency: 'CAD' }),
		]);
	});

	test('from deliveries of a week', async () => {
		const withoutPins = (example: Example): Example => ({ ...example, pinData: {} });
		const live = await user.publish(name, withoutPins);
		for (let times = 1; times <= 2; times++) {
			succeeded(await runByHand(api, live.id, 'Make the Tables'));
		}
		const pinned = readExample(name);
		const visit = async (sessionId: string, utmCampaign: string, event: string) => {
			const changes = { sessionId, 'utm.utmCampaign': utmCampaign };
			return await live.deliver(trigger, sampleDelivery('appcharge', event, changes), accepted(1));
		};
		const order = async (changes: Readonly<Record<string, unknown>>) => {
			const body = sampleDelivery('appcharge', 'order.completed', {
				result: 'success',
				...changes,
			});
			return await live.deliver(trigger, body, accepted(1));
		};
		const [one, other, third] = [randomUUID(), randomUUID(), randomUUID()];
		const displayed = await visit(one, 'spring', 'webstore.store.displayed');
		expectPinnedShape(pinned, trigger, displayed);
		await visit(one, 'harvest', 'webstore.store.displayed');
		await visit(other, '<!channel>', 'webstore.login.completed');

		const euro = { 'order.currencyCode': 'EUR', 'order.totalPayment': 1010 };
		expectPinnedShape(pinned, trigger, await order({ sessionId: one, ...euro }));
		await order({ sessionId: one, ...euro, 'order.totalPayment': 2020 });
		await order({ sessionId: one, 'order.currencyCode': 'JPY', 'order.totalPayment': 1200 });
		await order({ sessionId: other, ...euro });
		await order({ sessionId: third, ...euro });
		await order({ sessionId: one, ...euro, timestamp: Date.now() - 8 * DAY });

		const nothing = { accepted: 0, filtered: 1 };
		for (const [event, changes] of [
			['webstore.store.displayed', { 'utm.utmCampaign': '' }],
			['order.completed', { result: 'failed' }],
		] as const) {
			const body = sampleDelivery('appcharge', event, changes);
			expect(await live.send(trigger, body)).toMatchObject({ body: nothing });
		}

		succeeded(await runByHand(api, live.id, 'Each Monday'));
		const [report, ...others] = slack.takeMessages();
		expect(others).toEqual([]);
		expect(report?.channel).toBe('#marketing');
		const [title, ...lines] = report!.text.split('\n');
		expect(title).toBe(':bar_chart: Revenue of the last 7 days');
		expect(lines.sort()).toEqual([
			'&lt;!channel&gt;: €10.10, orders: 1',
			'harvest: ¥1,200, orders: 1',
			'harvest: €30.30, orders: 2',
			'none: €10.10, orders: 1',
		]);
	});
});

describe('a refused delivery is told in Slack', () => {
	const name = 'alert-refused-deliveries-to-slack';

	test('from the pinned data', async () => {
		const { id } = await user.setUp(name);
		succeeded(await runByHand(api, id, 'Something Failed'));
		expect(slack.takeMessages()).toEqual([
			{
				channel: '#alerts',
				text: expect.stringMatching(
					/^:warning: \*Orders to the CRM\* failed\nAppcharge Trigger refused .*\nhttps:/,
				),
			},
		]);
	});

	test('as the Error Workflow of another', async () => {
		const alert = await user.publish(name);
		const live = await user.publish('gamanza-rank-up-to-slack', (example) => ({
			...example,
			settings: { ...example.settings, errorWorkflow: alert.id },
		}));
		const url = productionUrl(api, live.example, 'Player Moves Up a Rank');
		const setup = setupFor('gamanza-engage');
		const body = sampleDelivery('gamanza-engage', 'rank_up');
		const execution = await oneExecution(api, alert.id, async () => {
			expect(await post(url, setup, { body, credential: setup.wrongCredential })).toMatchObject({
				status: 401,
			});
		});
		succeeded(execution);
		const [sent, ...others] = slack.takeMessages();
		expect(others).toEqual([]);
		expect(sent?.text).toContain(
			'failed\nPlayer Moves Up a Rank refused a delivery with 401. Its signature',
		);
		expect(sent?.text).toContain(`${api.url}/workflow/${live.id}/executions/`);
	});
});

describe('three vendors fill one table, each event once', () => {
	const triggers = {
		appcharge: 'Appcharge Sends an Event',
		komo: 'Komo Sends an Event',
		'gamanza-engage': 'Gamanza Engage Sends an Event',
	} as const;
	const name = 'three-vendors-to-postgresql';

	beforeAll(async () => {
		const note = readExample(name).nodes.find((node) => node.name === 'About this workflow');
		const sql = /```sql\n([^`]+)```/.exec(String(note?.parameters['content']))?.[1];
		await postgres.query(sql ?? '');
	});

	afterEach(async () => {
		await postgres.query('TRUNCATE engagement_events');
	});

	test.each(Object.values(triggers))('from the pinned data of "%s"', async (trigger) => {
		const { id, example } = await user.setUp(name);
		const [event] = example.pinData[trigger] ?? [];
		succeeded(await runByHand(api, id, trigger));
		const again = succeeded(await runByHand(api, id, trigger));
		expect(again.outputs.get('Store the Event')).toBeUndefined();
		expect(await storedEvents()).toEqual([event?.json]);
	});

	test('from deliveries of all three, and a copy changes nothing', async () => {
		const live = await user.publish(name);
		const deliveries = [
			['appcharge', 'order.completed', triggers.appcharge],
			['komo', 'CompetitionEntrySuccess', triggers.komo],
			['gamanza-engage', 'product_purchase', triggers['gamanza-engage']],
		] as const;
		for (const [vendor, event, trigger] of deliveries) {
			const body = sampleDelivery(vendor, event);
			const execution = await live.deliver(trigger, body, accepted(1));
			expect(newEventsOf(execution)).toEqual([execution.outputs.get(trigger)?.[0]?.[0]?.['id']]);
			expectPinnedShape(live.example, trigger, execution);
			expect(await live.send(trigger, body)).toMatchObject({ body: { duplicates: 1 } });
		}
		const stored = await storedEvents();
		expect(stored.map(({ type }) => type)).toEqual([
			'com.appcharge.order.completed',
			'tech.komo.CompetitionEntrySuccess',
			'com.gamanzaengage.product_purchase',
		]);
	});

	test.each([
		['without a time', 'appcharge', 'order.completed', { timestamp: undefined }],
		['with an impossible time', 'appcharge', 'order.completed', { timestamp: 'yesterday' }],
		['without a player', 'appcharge', 'order.completed', { customer: undefined }],
		['of an unknown kind', 'komo', 'CompetitionEntrySuccess', { event: 'Prize.Won' }],
		['with a long id', 'appcharge', 'order.completed', { eventId: longId() }],
		// prettier-ignore
		['with what databases refuse', 'komo', 'CompetitionEntrySuccess', { favourite_team: 'a\u0000b\ud800' }],
	])('an event %s is stored', async (_what, vendor, event, changes) => {
		const live = await user.publish(name);
		const trigger = triggers[vendor as 'appcharge' | 'komo'];
		const body = { ...sampleDelivery(vendor, event), ...changes };
		const execution = await live.deliver(trigger, body, accepted(1));
		const [item] = execution.outputs.get(trigger)?.[0] ?? [];
		expect(await storedEvents()).toEqual([
			{ subject: null, time: null, ...item, id: String(item?.['id']).slice(0, 500) },
		]);
	});

	describe('where the triggers remember nothing, as in several processes', () => {
		const forgetful = (example: Example): Example =>
			withParameters(example, 'Trigger', (parameters) => ({
				...parameters,
				options: { dropDuplicates: false },
			}));

		test('copies one after the other, also after the keys were forgotten', async () => {
			const live = await user.publish(name, forgetful);
			const body = sampleDelivery('appcharge', 'order.completed', { 'customer.id': "O'Brien, $1" });
			await live.deliver(triggers.appcharge, body, accepted(1));
			const copy = await live.deliver(triggers.appcharge, body, accepted(1));
			expect(copy.outputs.get('Store the Event')).toBeUndefined();

			succeeded(await runByHand(api, live.id, 'Each Night'));
			const late = await live.deliver(triggers.appcharge, body, accepted(1));
			expect(late.outputs.get('Store the Event')).toBeDefined();
			expect(newEventsOf(late)).toEqual([]);
			expect(await storedEvents()).toMatchObject([{ subject: "O'Brien, $1" }]);
		});

		test('copies at the same time', async () => {
			const live = await user.publish(name, forgetful);
			const bodies = Array.from({ length: 10 }, () =>
				sampleDelivery('appcharge', 'order.completed'),
			);
			const twice = [...bodies, ...bodies];
			await Promise.all(twice.map(async (body) => await live.send(triggers.appcharge, body)));
			const executions = await api.newExecutions(live.id, new Set(), twice.length);
			expect(executions.map(({ status }) => status)).toEqual(twice.map(() => 'success'));
			const ids = bodies.map(({ eventId }) => eventId).sort();
			expect((await storedEvents()).map(({ id }) => id).sort()).toEqual(ids);
			expect(executions.flatMap(newEventsOf).sort()).toEqual(ids);
		});
	});
});

describe('a raw body of n8n’s own Webhook node becomes plain text', () => {
	const trigger = 'A Vendor Calls This URL';

	test('from the pinned data', async () => {
		const id = await api.createWorkflow(readExample('any-webhook-through-localize-fields'));
		const { outputs } = succeeded(await runByHand(api, id, trigger));
		expect(outputs.get('Pick What You Need')?.[0]).toEqual([
			{
				player: ANNA,
				status: 'Expédiée',
				product: 'Casque à réduction de bruit',
				description: 'Casque circum-aural, 30 h d’écoute.',
				quantity: 2,
			},
		]);
	});

	test('from a request, with English where there is no French', async () => {
		const live = await user.publish('any-webhook-through-localize-fields');
		const body = sampleDelivery('gamanza-engage', 'product_purchase', { OrderStatus: 'cancelled' });
		const execution = await live.deliver(trigger, body, { status: 202 });
		const [request] = execution.outputs.get(trigger)?.[0] ?? [];
		const [pinned] = live.example.pinData[trigger] ?? [];
		expect(Object.keys(request ?? {}).sort()).toEqual(Object.keys(pinned?.json ?? {}).sort());
		expect(execution.outputs.get('Pick What You Need')?.[0]).toMatchObject([
			{ status: 'Annulée', product: 'Noise-cancelling headphones', quantity: 2 },
		]);
	});
});

test('nothing but Slack and HubSpot was called, but for what n8n itself asks its maker', () => {
	expect(world.refused.filter((host) => host !== 'api.n8n.io')).toEqual([]);
});

async function storeCredentials(): Promise<StoredCredential[]> {
	const { port, user, database } = postgres;
	const drafts = [
		...SETUPS.map(({ vendor, credential }) => ({
			name: vendor.displayName,
			type: vendor.credential,
			data: credential,
		})),
		SlackStandIn.credential,
		HubspotStandIn.credential,
		{
			name: 'PostgreSQL',
			type: 'postgres',
			data: { host: LOOPBACK, port, user, database, password: 'none', ssl: 'disable' },
		},
	];
	return await Promise.all(
		drafts.map(async (draft) => ({
			id: await api.createCredential(draft),
			name: draft.name,
			type: draft.type,
		})),
	);
}

function pinnedTriggers({ nodes, pinData }: Example): string[] {
	return nodes
		.filter(({ name, type }) => /(trigger|webhook)$/i.test(type) && pinData[name])
		.map(({ name }) => name);
}

/** The keys of the events that the example lets its user's own nodes act on. */
function newEventsOf({ outputs }: Execution): unknown[] {
	return (outputs.get('Only What Was New')?.[0] ?? []).map(({ id }) => id);
}

async function storedEvents(): Promise<Array<Record<string, unknown>>> {
	const rows = await postgres.query(
		`SELECT json_build_object('specversion', '1.0', 'id', id, 'source', source, 'type', type,
			'subject', subject, 'time', to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
			'datacontenttype', 'application/json', 'data', data)
		FROM engagement_events ORDER BY received`,
	);
	return rows.map((row) => JSON.parse(row) as Record<string, unknown>);
}

/** Of characters that do not compress. */
function longId(): string {
	return Array.from({ length: 200 }, () => randomUUID()).join('');
}

/** Whether a number goes out as a number or as text is HubSpot's node's own affair. */
function textual(contacts: ReturnType<HubspotStandIn['takeContacts']>): object[] {
	return contacts.map(({ email, properties }) => ({
		email,
		properties: Object.fromEntries(
			Object.entries(properties).map(([name, value]) => [name, String(value)]),
		),
	}));
}

function byText(one: { readonly text: string }, other: { readonly text: string }): number {
	return one.text < other.text ? -1 : 1;
}

/** Intl puts spaces that do not break between a currency's code and the amount. */
function plainSpaces(text: unknown): string {
	return String(text).replace(/\s/g, ' ');
}
