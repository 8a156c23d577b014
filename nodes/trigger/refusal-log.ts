import { sleep, type IWebhookFunctions, type Logger } from 'n8n-workflow';

import { readSender } from '../../delivery/ip-address';
import type { Refusal } from '../../delivery/refusal';

const SUMMARY_MILLISECONDS = 60_000;

/** Refusals of one kind since the last line about them. */
const unloggedByKind = new Map<string, number>();

/**
 * Writes a refusal to n8n's log: what was refused, why, and what to do. Of those that have the same
 * remedy the first is written at once, and the others are summed up once a minute.
 *
 * @param sender the address the delivery came from, which may be anything a proxy has passed on
 */
export function logRefusal(context: IWebhookFunctions, refusal: Refusal, sender: string): void {
	const workflow = context.getWorkflow();
	const node = context.getNode();
	const kind = JSON.stringify([workflow.id, node.id, refusal.category, refusal.remedy]);
	const unlogged = unloggedByKind.get(kind);
	if (unlogged !== undefined) {
		unloggedByKind.set(kind, unlogged + 1);
		return;
	}

	const { category, status, reason, remedy } = refusal;
	const address = readSender(sender)?.toString() ?? 'an unknown address';
	const details = {
		workflowId: workflow.id,
		nodeName: node.name,
		category,
		status,
		sender: address,
	};
	context.logger.warn(
		`${node.name}: refused a delivery from ${address} with ${status} (${category}). ${reason} ${remedy}`,
		details,
	);
	unloggedByKind.set(kind, 0);
	const summary = `with ${status} (${category}) in the last minute, for the same reason as the one from ${address}.`;
	void sumUp(context.logger, kind, node.name, summary, details);
}

/**
 * Writes the sum a minute later. It is given all that it needs, and not the context: whatever a timer
 * can reach is kept until then, and with the context that would be the whole request.
 */
async function sumUp(
	logger: Logger,
	kind: string,
	nodeName: string,
	summary: string,
	details: object,
): Promise<void> {
	await sleep(SUMMARY_MILLISECONDS);
	const count = unloggedByKind.get(kind) ?? 0;
	unloggedByKind.delete(kind);
	if (count > 0)
		logger.warn(`${nodeName}: refused ${count} more ${summary}`, { ...details, count });
}
