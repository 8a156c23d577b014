import { randomUUID } from 'node:crypto';

import type { N8nApi } from '../../host/n8n-api.mjs';
import { webhookPath, type WorkflowDraft } from '../../host/workflow.mjs';
import type { VendorUnderTest } from './vendor-under-test.mjs';

export const TRIGGER = 'Trigger';

/** A workflow of one trigger in n8n. */
export interface TriggerWorkflow {
	readonly id: string;
	readonly url: string;
	readonly testUrl: string;
	readonly credentialId: string;
}

/**
 * Puts a workflow into n8n that consists of a vendor's trigger.
 *
 * @param parameters of the trigger, beside its usual authentication
 */
export async function createTriggerWorkflow(
	api: N8nApi,
	{ vendor, trigger, authentication, credential }: VendorUnderTest,
	parameters: Readonly<Record<string, unknown>> = {},
): Promise<TriggerWorkflow> {
	const name = `${vendor.id} ${randomUUID()}`;
	const credentialId = await api.createCredential({
		name,
		type: vendor.credential,
		data: credential,
	});
	const draft: WorkflowDraft = {
		name,
		nodes: [
			{
				id: randomUUID(),
				name: TRIGGER,
				type: `n8n-nodes-engagement-events.${trigger}`,
				typeVersion: 2,
				position: [0, 0],
				parameters: { events: ['*'], authentication, ...parameters },
				webhookId: randomUUID(),
				credentials: { [vendor.credential]: { id: credentialId, name } },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
	return {
		id: await api.createWorkflow(draft),
		url: api.url + webhookPath(draft),
		testUrl: api.url + webhookPath(draft, 'webhook-test'),
		credentialId,
	};
}
