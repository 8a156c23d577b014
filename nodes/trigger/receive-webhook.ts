import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { receive, type Counts } from '../../delivery/receive';
import { answerToRefusal } from '../../delivery/refusal';
import { whyFiltered } from '../../delivery/selection/why-filtered';
import { answerNow } from './answer';
import { collect } from './collect';
import { filteredInTestRun, refusedInProduction, refusedInTestRun } from './explain';
import { endListening, noneFollows } from './listening';
import { memoryOf } from './memories';
import { nodeKeyOf } from './node-key';
import { readDelivery } from './read-delivery';
import { logRefusal } from './refusal-log';
import { RefusalReports } from './refusal-reports';
import { claimsToBeSample, takeSample } from './sample';
import { authenticationSource } from './secrets';
import type { Trigger } from './trigger';

const reports = new RefusalReports(() => performance.now());

/**
 * Receives a vendor's delivery in n8n: starts the workflow with its events, or answers why not.
 *
 * @throws NodeOperationError once the sender is answered, where a person is to be told why not
 */
export async function receiveWebhook(
	context: IWebhookFunctions,
	trigger: Trigger,
): Promise<IWebhookResponseData> {
	const { vendor } = trigger;
	const settings = trigger.readSettings(context);
	const nodeKey = nodeKeyOf(context);
	const isTestRun = context.getMode() === 'manual';
	const delivery = await readDelivery(context);
	const sample = isTestRun ? takeSample(nodeKey, delivery, settings) : undefined;
	const received = await receive(delivery, {
		vendor,
		settings,
		authentication: authenticationSource(context, nodeKey, vendor, settings),
		...sample,
		memory: settings.dropDuplicates && !isTestRun ? memoryOf(nodeKey) : undefined,
		now: Date.now,
	});
	const response = context.getResponseObject();
	if (received.refusal) {
		const { refusal } = received;
		logRefusal(context, refusal, delivery.address);
		answerNow(response, refusal.status, answerToRefusal(refusal));
		const node = context.getNode();
		if (isTestRun)
			return tell(context, refusedInTestRun(node, refusal, claimsToBeSample(delivery)));
		const hours = settings.reportRefusals ? reports.refused(nodeKey, refusal.category) : undefined;
		if (hours !== undefined) return tell(context, refusedInProduction(node, refusal, hours));
		return { noWebhookResponse: true };
	}
	if (!isTestRun) reports.accepted(nodeKey);

	const { items, counts, settle } = received;
	if (items.length === 0) {
		settle(true);
		if (!isTestRun) return { webhookResponse: counts };
		answerNow(response, vendor.successStatus, counts);
		const { selection } = sample?.settings ?? settings;
		const why = whyFiltered(received, counts.filtered, selection);
		if (!sample && !(await noneFollows(nodeKey))) return { noWebhookResponse: true };
		return tell(context, filteredInTestRun(context.getNode(), why, vendor, settings.selection));
	}
	if (isTestRun) endListening(nodeKey);
	// Unlike `finish`, `prefinish` also comes when the sender has hung up.
	const settleBy = (settleWith: (isAccepted: boolean) => void) =>
		response.once('prefinish', () => {
			settleWith(response.statusCode >= 200 && response.statusCode < 300);
		});
	settleBy(settle);
	if (isTestRun || settings.collect === 0) return started(items, counts);

	const share = { items, bytes: delivery.rawBody.length };
	const turn = await collect(nodeKey, share, settings.collect);
	if (turn.isFirst) {
		settleBy((isAccepted) => turn.settle(isAccepted));
		return started(turn.items, counts);
	}
	if (turn.isAccepted) return { webhookResponse: counts };
	// The one error that n8n shows is that of the delivery which was to start the execution.
	answerNow(response, 503, { error: 'execution' });
	return { noWebhookResponse: true };
}

/** An execution with these items; the sender is told of its own events. */
function started(
	items: ReadonlyArray<Readonly<Record<string, unknown>>>,
	counts: Counts,
): IWebhookResponseData {
	return {
		webhookResponse: counts,
		// Engine 2.0 of n8n finds $('Trigger').item only by it.
		workflowData: [items.map((json) => ({ json: json as IDataObject, pairedItem: { item: 0 } }))],
	};
}

/**
 * Tells a person by an error, which the execution then has. Engine 2.0 of n8n knows no such execution
 * yet: there it would run the workflow, with an empty item, for a delivery that was refused.
 */
function tell(context: IWebhookFunctions, error: Error): IWebhookResponseData {
	const settings: object = context.getWorkflowSettings();
	if ('engineType' in settings && settings.engineType === 'v2') return { noWebhookResponse: true };
	throw error;
}
