import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Delivery } from '../../delivery/delivery';
import { receive, type Counts, type Taken } from '../../delivery/receive';
import { answerToRefusal, type Refusal } from '../../delivery/refusal';
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
import type { Trigger, TriggerSettings } from './trigger';

const reports = new RefusalReports(() => performance.now());

/** One call of a trigger's webhook. */
interface Call {
	readonly context: IWebhookFunctions;
	readonly nodeKey: string;
	readonly settings: TriggerSettings;
	readonly isTestRun: boolean;
}

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
	const call = { context, nodeKey, settings, isTestRun };
	if (received.refusal) return refuse(call, received.refusal, delivery);
	if (!isTestRun) reports.accepted(nodeKey);
	if (received.items.length > 0) return await start(call, received, delivery.rawBody.length);

	const { counts, settle } = received;
	settle(true);
	if (!isTestRun) return { webhookResponse: counts };
	answerNow(context.getResponseObject(), vendor.successStatus, counts);
	const { selection } = sample?.settings ?? settings;
	const why = whyFiltered(received, counts.filtered, selection);
	if (!sample && !(await noneFollows(nodeKey))) return { noWebhookResponse: true };
	return tell(context, filteredInTestRun(context.getNode(), why, vendor, settings.selection));
}

function refuse(
	{ context, nodeKey, settings, isTestRun }: Call,
	refusal: Refusal,
	delivery: Delivery,
): IWebhookResponseData {
	logRefusal(context, refusal, delivery.address);
	answerNow(context.getResponseObject(), refusal.status, answerToRefusal(refusal));
	const node = context.getNode();
	if (isTestRun) return tell(context, refusedInTestRun(node, refusal, claimsToBeSample(delivery)));
	const hours = settings.reportRefusals ? reports.refused(nodeKey, refusal.category) : undefined;
	if (hours !== undefined) return tell(context, refusedInProduction(node, refusal, hours));
	return { noWebhookResponse: true };
}

/** Starts an execution with the items, at once or together with those of a burst. */
async function start(
	{ context, nodeKey, settings, isTestRun }: Call,
	{ items, counts, settle }: Taken,
	bytes: number,
): Promise<IWebhookResponseData> {
	if (isTestRun) endListening(nodeKey);
	const response = context.getResponseObject();
	// Unlike `finish`, `prefinish` also comes when the sender has hung up.
	const settleBy = (settleWith: (isAccepted: boolean) => void) =>
		response.once('prefinish', () => {
			settleWith(response.statusCode >= 200 && response.statusCode < 300);
		});
	settleBy(settle);
	if (isTestRun || settings.collect === 0) return started(items, counts);

	const turn = await collect(nodeKey, { items, bytes }, settings.collect);
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
