import { readFileSync } from 'node:fs';

import { z } from 'zod';

const nodeSchema = z.object({
	id: z.string(),
	name: z.string(),
	type: z.string(),
	typeVersion: z.number(),
	position: z.tuple([z.number(), z.number()]),
	parameters: z.record(z.unknown()),
	/** Part of a webhook's address; a UUID. */
	webhookId: z.string().optional(),
	/** By the credential's type. */
	credentials: z.record(z.object({ id: z.string(), name: z.string() })).optional(),
});

const workflowSchema = z.object({
	name: z.string(),
	nodes: z.array(nodeSchema),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()).optional(),
	pinData: z.record(z.unknown()).optional(),
});

export type WorkflowNode = z.infer<typeof nodeSchema>;

/** A workflow as n8n exports and imports it. */
export type WorkflowDraft = z.infer<typeof workflowSchema>;

/** Reads a workflow that n8n exported. */
export function readWorkflow(file: URL): WorkflowDraft {
	return workflowSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The workflow with a credential of n8n's chosen in each node that uses one of its type. */
export function withCredential(draft: WorkflowDraft, type: string, id: string): WorkflowDraft {
	const nodes = draft.nodes.map((node) => {
		const used = node.credentials?.[type];
		if (used === undefined) return node;
		return { ...node, credentials: { ...node.credentials, [type]: { ...used, id } } };
	});
	return { ...draft, nodes };
}

/**
 * The address, below n8n's own, of the one trigger of this package in a workflow.
 *
 * @param kind `webhook` for a published workflow, `webhook-test` while the editor listens
 */
export function webhookPath(
	{ nodes }: WorkflowDraft,
	kind: 'webhook' | 'webhook-test' = 'webhook',
): string {
	const trigger = nodes.find(({ webhookId }) => webhookId !== undefined);
	if (trigger?.webhookId === undefined) throw new Error('The workflow has no webhook.');
	return `/${kind}/${trigger.webhookId}/webhook`;
}
