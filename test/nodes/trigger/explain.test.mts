import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { NodeOperationError, type INodeParameters } from 'n8n-workflow';

import { AppchargeTrigger } from '../../../nodes/Appcharge/AppchargeTrigger.node';
import { KomoTrigger } from '../../../nodes/Komo/KomoTrigger.node';
import { CREDENTIAL, fromAppcharge } from '../../n8n/signed-request.mjs';
import {
	startTrigger,
	type StartedTrigger,
	type TriggerSetup,
} from '../../n8n/webhook-harness.mjs';

/** What a person is told of a delivery that starts nothing, and when. */

let trigger: StartedTrigger;

beforeEach(() => {
	// HTTP goes on by Node's own clock; sleep() of n8n waits for this one.
	jest.useFakeTimers({
		doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'],
	});
});
afterEach(async () => {
	await jest.advanceTimersByTimeAsync(60_000);
	jest.useRealTimers();
	await trigger.stop();
	expect(trigger.errors).toEqual([]);
});

async function listen(parameters: INodeParameters = {}, setup: TriggerSetup = {}): Promise<void> {
	trigger = await startTrigger(new AppchargeTrigger(), {
		credential: CREDENTIAL,
		mode: 'manual',
		...setup,
		parameters,
	});
}

const told = () =>
	trigger.failures.map((failure) => {
		const { message, description } = failure as NodeOperationError;
		return [message, description];
	});

const event = (eventName: string, more: object = {}) =>
	fromAppcharge(JSON.stringify({ eventName, eventId: Math.random(), ...more }));

const wait = async (seconds: number) => await jest.advanceTimersByTimeAsync(seconds * 1000);

describe('in a test run', () => {
	test('a refused delivery is told at once, and answered as in production', async () => {
		await listen();
		const answer = await trigger.send(fromAppcharge('{}', { secret: 'another' }));
		expect(answer).toMatchObject({ status: 401, body: { error: 'signature' } });
		expect(told()).toEqual([
			[
				'A delivery was refused with 401. Its signature does not fit the body with the Main Key.',
				expect.stringMatching(/^Compare the Main Key .* Then click Execute step again\.$/),
			],
		]);
	});

	test('each refused delivery is told', async () => {
		await listen();
		for (let count = 1; count <= 3; count++) await trigger.send({ body: '{}' });
		expect(told()).toHaveLength(3);
	});

	test('a filtered event is answered at once and told after five seconds', async () => {
		await listen({ events: ['order.completed'] });
		expect(await trigger.send(event('order.created'))).toMatchObject({
			status: 200,
			body: { accepted: 0, filtered: 1, duplicates: 0 },
		});
		await wait(4.9);
		expect(told()).toEqual([]);
		await wait(0.1);
		expect(told()).toEqual([
			[
				'Order: Created came, but only Order: Completed or Failed is chosen under Trigger On',
				'Choose Order: Created there as well if it is to start the workflow, then click Execute step again.',
			],
		]);
	});

	test('a filtered event is not told where a chosen one follows', async () => {
		await listen({ events: ['order.completed'] });
		await trigger.send(event('order.created'));
		await wait(4);
		expect(await trigger.send(event('order.completed'))).toMatchObject({ items: [{}] });
		await wait(10);
		expect(told()).toEqual([]);
	});

	test('of many filtered events one is told', async () => {
		await listen({ events: ['order.completed'] });
		for (let count = 1; count <= 20; count++) await trigger.send(event('order.created'));
		await wait(10);
		expect(told()).toHaveLength(1);
	});

	test('nothing is told once the node has stopped listening', async () => {
		await listen({ events: ['order.completed'] });
		await trigger.send(event('order.created'));
		await trigger.deactivate();
		await wait(10);
		expect(told()).toEqual([]);
	});

	const filtered: Array<[string, INodeParameters, body: unknown, message: string]> = [
		[
			'an event that the catalogue lacks',
			{ events: ['order.completed', 'order.refunded'] },
			{ eventName: 'order.new' },
			'order.new came, but only Order: Completed or Failed and Order: Refunded are chosen under Trigger On',
		],
		[
			'several events',
			{ events: ['order.completed'], options: { otherEvents: 'a.*, b, c, d' } },
			[{ eventName: 'order.created' }, { eventName: 'order.created' }],
			'Order: Created came, the first of 2 events, but only Order: Completed or Failed, a.*, b and 2 more are chosen under Trigger On',
		],
		[
			'another outcome',
			{ events: ['*'], outcome: 'success' },
			{ eventName: 'order.completed', result: 'failed' },
			'Order: Completed or Failed came, but Outcome lets only success and events without an outcome pass',
		],
		[
			'a condition that does not hold',
			{
				events: ['*'],
				conditions: { values: [{ field: 'order_currencyCode', operator: 'equals', value: 'EUR' }] },
			},
			{ eventName: 'order.completed', order: { currencyCode: 'CAD' } },
			'Order: Completed or Failed came, but condition 1 of Only Start If does not hold',
		],
		['no event at all', { events: ['*'] }, [], 'A delivery without any event came'],
		[
			'a name that no database takes',
			{ events: ['order.completed'] },
			{ eventName: 'order.\0new\ud800' },
			'order.\ufffdnew\ufffd came, but only Order: Completed or Failed is chosen under Trigger On',
		],
		[
			'a name of any length',
			{ events: ['order.completed'] },
			{ eventName: 'x'.repeat(100_000) },
			`${'x'.repeat(100)}… came, but only Order: Completed or Failed is chosen under Trigger On`,
		],
	];
	test.each(filtered)('it is told what came: %s', async (_name, parameters, body, message) => {
		await listen(parameters);
		await trigger.send(fromAppcharge(JSON.stringify(body)));
		await wait(5);
		expect(told()).toEqual([[message, expect.any(String)]]);
	});
});

describe('in production', () => {
	test('of 1,000 forged deliveries one is a failed execution; each is answered 401', async () => {
		await listen({}, { mode: 'webhook' });
		for (let sent = 0; sent < 1_000; sent++) {
			const forged = fromAppcharge(`{"eventId":"${sent}"}`, { secret: 'forged' });
			expect(await trigger.send(forged)).toMatchObject({ status: 401 });
		}
		expect(told()).toEqual([
			[
				expect.stringMatching(
					/^Appcharge Trigger refused a delivery with 401\. Its signature does not fit .* Compare /,
				),
				expect.stringMatching(/for the next hour\. .* Options > Report Refusals/),
			],
		]);
		expect(trigger.executions).toEqual([]);
	}, 60_000);

	test('a failed execution holds nothing of the request', async () => {
		await listen({}, { mode: 'webhook' });
		await trigger.send(
			fromAppcharge('{"marked":"in the body"}', { headers: { marked: 'header' } }),
		);
		await trigger.send({ body: '{"marked":"in the body"}', headers: { marked: 'in the header' } });
		expect(trigger.failures).toHaveLength(1);
		expect(JSON.stringify(trigger.failures)).not.toMatch(/marked/);
	});

	test('a missing secret is reported as well', async () => {
		await listen({}, { mode: 'webhook', credential: {} });
		expect(await trigger.send(event('order.created'))).toMatchObject({ status: 503 });
		expect(told()).toHaveLength(1);
	});

	test('what was filtered is nobody’s fault, and not reported', async () => {
		await listen({ events: ['order.completed'] }, { mode: 'webhook' });
		await trigger.send(event('order.created'));
		await wait(10);
		expect(told()).toEqual([]);
	});
});

test('Komo: a wrong shared secret is told as what it is', async () => {
	trigger = await startTrigger(new KomoTrigger(), {
		mode: 'manual',
		parameters: { authentication: 'header' },
		credential: { sharedSecret: 'right', headerName: 'x-secret' },
	});
	await trigger.send({ body: '{}', headers: { 'x-secret': 'wrong' } });
	expect(told()).toEqual([
		[expect.stringMatching(/does not hold the shared secret/), expect.any(String)],
	]);
});
