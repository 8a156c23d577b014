import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Tells a node of a workflow from all others; it survives edits and publishing. */
export function nodeKeyOf(context: IHookFunctions | IWebhookFunctions): string {
	return `${context.getWorkflow().id}/${context.getNode().id}`;
}
