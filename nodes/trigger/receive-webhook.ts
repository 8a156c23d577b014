import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Vendor } from '../../vendors/vendor';
import { receive } from '../../delivery/receive';
import { answerToRefusal, type Refusal } from '../../delivery/refusal';
import { memoryOf } from './memories';
import { readDelivery } from './read-delivery';
import { logRefusal } from './refusal-log';
import { authenticationSource } from './secrets';
import { readSettings } from './settings';

/** Receives a vendor's delivery in n8n: starts the workflow with its events, or answers why not. */
export async function receiveWebhook(
	context: IWebhookFunctions,
	vendor: Vendor,
): Promise<IWebhookResponseData> {
	const settings = readSettings(context, vendor);
	const nodeKey = `${context.getWorkflow().id}/${context.getNode().id}`;
	const isTestRun = context.getMode() === 'manual';
	const delivery = await readDelivery(context);
	const received = await receive(delivery, {
		vendor,
		settings,
		authentication: authenticationSource(context, nodeKey, vendor, settings),
		memory: settings.dropDuplicates && !isTestRun ? memoryOf(nodeKey) : undefined,
		now: Date.now,
	});
	if (received.refusal) {
		logRefusal(context, received.refusal, delivery.address);
		return refuse(context, received.refusal);
	}

	const { items, counts, settle } = received;
	if (items.length === 0) {
		settle(true);
		return { webhookResponse: counts };
	}
	// Unlike `finish`, `prefinish` also comes when the sender has hung up.
	const response = context.getResponseObject();
	response.once('prefinish', () => settle(response.statusCode >= 200 && response.statusCode < 300));
	return {
		webhookResponse: counts,
		// Engine 2.0 of n8n finds $('Trigger').item only by it.
		workflowData: [items.map((json) => ({ json: json as IDataObject, pairedItem: { item: 0 } }))],
	};
}

/** n8n has no way to return a status, so the answer is written to the response itself. */
function refuse(context: IWebhookFunctions, refusal: Refusal): IWebhookResponseData {
	context.getResponseObject().status(refusal.status).json(answerToRefusal(refusal));
	return { noWebhookResponse: true };
}
