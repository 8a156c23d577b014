import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import type { Refusal } from '../refusal';

const SUMMARY_MILLISECONDS = 60_000;

/** Refusals of one kind since the last line about them. */
const unloggedByKind = new Map<string, number>();

/**
 * Writes a refusal to n8n's log: what was refused, why, and what to do. Of many alike the first is
 * written at once and the others are summed up once a minute.
 *
 * @param sender the address the delivery came from
 */
export function logRefusal(context: IWebhookFunctions, refusal: Refusal, sender: string): void {
	const workflow = context.getWorkflow();
	const node = context.getNode();
	const kind = `${workflow.id}/${node.id}/${refusal.category}`;
	const unlogged = unloggedByKind.get(kind);
	if (unlogged !== undefined) {
		unloggedByKind.set(kind, unlogged + 1);
		return;
	}

	const from = sender === '' ? 'an unknown address' : sender;
	const details = {
		workflowId: workflow.id,
		nodeName: node.name,
		category: refusal.category,
		status: refusal.status,
		sender,
	};
	context.logger.warn(
		`${node.name}: refused a delivery from ${from} with ${refusal.status} (${refusal.category}). ${refusal.reason} ${refusal.remedy}`,
		details,
	);
	unloggedByKind.set(kind, 0);
	void sleep(SUMMARY_MILLISECONDS).then(() => {
		const count = unloggedByKind.get(kind) ?? 0;
		unloggedByKind.delete(kind);
		if (count === 0) return;
		context.logger.warn(
			`${node.name}: refused ${count} more deliveries with ${refusal.status} (${refusal.category}) in the last minute, the first of them from ${from}.`,
			{ ...details, count },
		);
	});
}
