import { randomUUID } from 'node:crypto';

/** Between two nodes on the canvas. */
const GAP = 320;

export interface WorkflowNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Readonly<Record<string, unknown>>;
	/** Part of a webhook's address; a UUID. */
	readonly webhookId?: string | undefined;
	/** By the credential's type. */
	readonly credentials?:
		| Readonly<Record<string, { readonly id: string; readonly name: string }>>
		| undefined;
}

/** A workflow as n8n exports and imports it. */
export interface WorkflowDraft {
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Readonly<Record<string, unknown>>;
	readonly settings?: Readonly<Record<string, unknown>> | undefined;
	readonly pinData?: Readonly<Record<string, unknown>> | undefined;
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

/** A node with an id of its own. */
export function nodeOf(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Readonly<Record<string, unknown>> = {},
): WorkflowNode {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters };
}

/** A workflow in which each node is followed by the next one. */
export function inARow(
	name: string,
	nodes: readonly WorkflowNode[],
	settings: Readonly<Record<string, unknown>> = {},
): WorkflowDraft {
	return {
		name,
		nodes: nodes.map((node, index) => ({ ...node, position: [GAP * index, 0] })),
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map((next, index) => [
					nodes[index]?.name,
					{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1', ...settings },
	};
}
