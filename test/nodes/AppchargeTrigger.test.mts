import { afterEach, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { AppchargeTrigger } from '../../nodes/Appcharge/AppchargeTrigger.node';
import { CREDENTIAL, fromAppcharge } from '../n8n/signed-request.mjs';
import { startTrigger, type Answer, type StartedTrigger } from '../n8n/webhook-harness.mjs';

let trigger: StartedTrigger | undefined;

afterEach(async () => await trigger?.stop());

/** Has a trigger with these parameters of its own receive an order. */
async function receive(parameters: INodeParameters, order: object): Promise<Answer> {
	trigger = await startTrigger(new AppchargeTrigger(), { credential: CREDENTIAL, parameters });
	return await trigger.send(
		fromAppcharge(JSON.stringify({ eventName: 'order.completed', ...order })),
	);
}

test.each<[string, object]>([
	['EUR', { order_totalPayment: 25.36, order_currencyCode: 'EUR' }],
	['DOUBLOON', { order_totalPayment: 2536, amountsAsSent: ['order_totalPayment'] }],
])('amounts in %s come in major units where that is chosen', async (currencyCode, item) => {
	const parameters = { options: { amounts: 'majorUnits' } };
	const order = { currencyCode, totalPayment: 2536 };
	expect((await receive(parameters, { order })).items).toMatchObject([{ ...item }]);
});

test.each<[string, object, boolean]>([
	['success', { result: 'success' }, true],
	['failed', { result: 'failed' }, false],
	['none', {}, true],
])('the outcome %s, where success is chosen', async (_outcome, fields, passes) => {
	const { body } = await receive({ outcome: 'success' }, fields);
	expect(body).toMatchObject({ accepted: passes ? 1 : 0 });
});
