import type { N8nApi } from '../../host/n8n-api.mjs';
import { HostFailure } from '../../host/failure.mjs';
import { readWorkflow, webhookPath, withCredential } from '../../host/workflow.mjs';
import type { Demo } from './demos.mjs';

/** A demo whose workflow is published. */
export interface LiveDemo extends Demo {
	readonly workflowId: string;
	/** Where deliveries are posted to. */
	readonly webhookUrl: string;
}

/**
 * Puts a demo's credential and workflow into n8n, as they were when they are there already, and
 * publishes the workflow.
 *
 * @throws HostFailure with n8n's words when the workflow cannot be published
 */
export async function setUpDemo(api: N8nApi, demo: Demo): Promise<LiveDemo> {
	const { id, displayName, credential: type } = demo.vendor;
	const credentialId = await api.putCredential({
		name: `${displayName} demo`,
		type,
		data: demo.credential,
	});
	const file = new URL(`../../examples/demo/${id}.json`, import.meta.url);
	const workflow = withCredential(readWorkflow(file), type, credentialId);
	const workflowId = await api.putWorkflow(workflow);
	const publication = await api.activate(workflowId);
	if (!publication.active) {
		throw new HostFailure(`n8n does not publish "${workflow.name}": ${publication.reason}`);
	}
	return { ...demo, workflowId, webhookUrl: api.url + webhookPath(workflow) };
}
