import { sleep, type IWebhookFunctions } from 'n8n-workflow';

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
	void sleep(SUMMARY_MILLISECONDS).then(() => {
		const count = unloggedByKind.get(kind) ?? 0;
		unloggedByKind.delete(kind);
		if (count === 0) return;
		context.logger.warn(
			`${node.name}: refused ${count} more with ${status} (${category}) in the last minute, for the same reason as the one from ${address}.`,
			{ ...details, count },
		);
	});
}
