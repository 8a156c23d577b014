import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import type { Execution, N8nApi } from '../../../host/n8n-api.mjs';

const FOLDER = new URL('../../../examples/', import.meta.url);

const WEBHOOK = 'n8n-nodes-base.webhook';

const nodeSchema = z
	.object({
		id: z.string(),
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		position: z.tuple([z.number(), z.number()]),
		parameters: z.record(z.unknown()),
		disabled: z.boolean().optional(),
		webhookId: z.string().optional(),
		credentials: z.record(z.object({ id: z.string(), name: z.string() })).optional(),
	})
	.passthrough();

const exampleSchema = z.strictObject({
	name: z.string(),
	nodes: z.array(nodeSchema),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()),
	pinData: z.record(z.array(z.object({ json: z.record(z.unknown()) }))),
});

export type ExampleNode = z.infer<typeof nodeSchema>;

/** A workflow of the folder `examples`. */
export type Example = z.infer<typeof exampleSchema>;

/** A credential that exists in n8n. */
export interface StoredCredential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
}

/** The types of the credentials that the examples' nodes take, by the type of the node. */
const CREDENTIAL_TYPES: Readonly<Record<string, string>> = {
	'n8n-nodes-engagement-events.appchargeTrigger': 'appchargeWebhookApi',
	'n8n-nodes-engagement-events.komoTrigger': 'komoWebhookApi',
	'n8n-nodes-engagement-events.gamanzaEngageTrigger': 'gamanzaEngageWebhookApi',
	'n8n-nodes-base.slack': 'slackApi',
	'n8n-nodes-base.hubspot': 'hubspotAppToken',
	'n8n-nodes-base.postgres': 'postgres',
};

/** The examples' names: those of their files. */
export const EXAMPLES = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length));

/** Reads an example as a user imports it; throws where it has more than a workflow needs. */
export function readExample(name: string): Example {
	return exampleSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
}

/**
 * The example after what its notes ask for: credentials chosen, nodes that were off switched on.
 */
export function readyToUse(example: Example, credentials: readonly StoredCredential[]): Example {
	const nodes = addressed(example).nodes.map(({ disabled: _, ...node }) => {
		const type = CREDENTIAL_TYPES[node.type];
		if (type === undefined) return node;
		const credential = credentials.find((stored) => stored.type === type);
		if (credential === undefined) throw new Error(`The test has no credential of type ${type}.`);
		const { id, name } = credential;
		return { ...node, credentials: { [type]: { id, name } } };
	});
	return { ...example, nodes };
}

/** The example with an address of its own for each trigger, as n8n's editor gives it on import. */
export function addressed(example: Example): Example {
	const nodes = example.nodes.map((node) =>
		isWebhook(node.type) ? { ...node, webhookId: randomUUID() } : node,
	);
	return { ...example, nodes };
}

/** Whether deliveries can be sent to a node of this type. */
export function isWebhook(type: string): boolean {
	return isOurTrigger(type) || type === WEBHOOK;
}

/** Whether a node of this type is a trigger of this package. */
export function isOurTrigger(type: string): boolean {
	return /^n8n-nodes-engagement-events\..*Trigger$/.test(type);
}

/** The example with a node's parameters changed. */
export function withParameters(
	example: Example,
	type: string,
	change: (parameters: ExampleNode['parameters']) => ExampleNode['parameters'],
): Example {
	const nodes = example.nodes.map((node) =>
		node.type.endsWith(type) ? { ...node, parameters: change(node.parameters) } : node,
	);
	return { ...example, nodes };
}

/** The production URL of one of this package's triggers, or of n8n's Webhook node. */
export function productionUrl(api: N8nApi, { nodes }: Example, node: string): string {
	const { webhookId, parameters } = nodes.find(({ name }) => name === node) ?? missing(node);
	const path = typeof parameters['path'] === 'string' ? parameters['path'] : `${webhookId}/webhook`;
	return `${api.url}/webhook/${path}`;
}

/** Runs a workflow by hand, from a trigger with pinned data, and waits for its end. */
export async function runByHand(api: N8nApi, id: string, trigger: string): Promise<Execution> {
	return await oneExecution(api, id, async () => {
		if ((await api.run(id, trigger)) === undefined) {
			throw new Error(`"${trigger}" waits for a delivery: it has no pinned data.`);
		}
	});
}

/** Does what starts an execution, and waits for its end. */
export async function oneExecution(
	api: N8nApi,
	workflowId: string,
	start: () => Promise<unknown>,
): Promise<Execution> {
	const before = new Set((await api.executions(workflowId)).map(({ id }) => id));
	await start();
	const [execution] = await api.newExecutions(workflowId, before, 1);
	if (execution === undefined) throw new Error('No execution was started within 30 seconds.');
	return execution;
}

function missing(node: string): never {
	throw new Error(`The example has no node "${node}".`);
}
