import { randomUUID } from 'node:crypto';

import type { N8nApi } from '../../host/n8n-api.mjs';
import { triggerNode, type VendorSetup } from '../../host/vendor-setup.mjs';
import { inARow, webhookPath, type WorkflowNode } from '../../host/workflow.mjs';

export const TRIGGER = 'Trigger';

/** A workflow that begins with a trigger, in n8n. */
export interface TriggerWorkflow {
	readonly id: string;
	readonly url: string;
	readonly testUrl: string;
	readonly credentialId: string;
}

/**
 * Puts a workflow into n8n that begins with a vendor's trigger.
 *
 * @param parameters of the trigger, beside its usual authentication
 * @param next the nodes behind it, each followed by the next one
 * @param settings of the workflow
 */
export async function createTriggerWorkflow(
	api: N8nApi,
	setup: VendorSetup,
	parameters: Readonly<Record<string, unknown>> = {},
	next: readonly WorkflowNode[] = [],
	settings: Readonly<Record<string, unknown>> = {},
): Promise<TriggerWorkflow> {
	const { vendor, credential: data } = setup;
	const name = `${vendor.id} ${randomUUID()}`;
	const id = await api.createCredential({ name, type: vendor.credential, data });
	const trigger = triggerNode(setup, TRIGGER, { id, name }, parameters);
	const draft = inARow(name, [trigger, ...next], settings);
	return {
		id: await api.createWorkflow(draft),
		url: api.url + webhookPath(draft),
		testUrl: api.url + webhookPath(draft, 'webhook-test'),
		credentialId: id,
	};
}
