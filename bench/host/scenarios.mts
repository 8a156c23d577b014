import { randomUUID } from 'node:crypto';

import type { N8nApi } from '../../host/n8n-api.mjs';
import type { WorkflowDraft, WorkflowNode } from '../../host/workflow.mjs';
import { codeNodeFor } from './code-node.mjs';
import {
	appchargeEvent,
	batchDelivery,
	CREDENTIALS,
	forgedDelivery,
	mostlyUnwanted,
	WANTED,
	wantedDelivery,
} from './deliveries.mjs';
import type { LoadRequest } from './load.mjs';
import { STRIPE_EVENT, stripeDelivery } from './stripe.mjs';

/** One way of taking deliveries in n8n, and what is sent to it. */
export interface Scenario {
	readonly name: string;
	/** Put in a row they are the workflow. */
	readonly nodes: (credentials: Credentials) => readonly WorkflowNode[];
	/** Makes the deliveries of one measurement. */
	readonly deliveries: () => () => LoadRequest;
	/** What each is answered. */
	readonly status: number;
	/** How many events each carries; 1 by default. */
	readonly events?: number;
}

/** The ids of credentials in n8n. */
export interface Credentials {
	readonly appcharge: string;
	readonly gamanzaEngage: string;
	readonly stripe: string;
}

export const BATCH = 100;

/** The letters are those of the goals. */
export const SCENARIOS = {
	a: {
		name: 'Webhook node alone',
		nodes: () => [webhook()],
		deliveries: () => wantedDelivery,
		status: 200,
	},
	b: {
		name: 'Webhook and Code node, same job',
		nodes: () => [
			webhook({ options: { rawBody: true } }),
			node('Code', 'n8n-nodes-base.code', 2, {
				jsCode: codeNodeFor(CREDENTIALS.appcharge.signingSecret),
			}),
		],
		deliveries: () => wantedDelivery,
		status: 200,
	},
	c: {
		name: 'Appcharge Trigger',
		nodes: (credentials) => [appchargeTrigger(['*'], credentials)],
		deliveries: () => wantedDelivery,
		status: 200,
	},
	d: {
		name: 'Webhook and Filter, 90 % unwanted',
		nodes: () => [webhook(), filter()],
		deliveries: mostlyUnwanted,
		status: 200,
	},
	e: {
		name: 'Appcharge Trigger, 90 % unwanted',
		nodes: (credentials) => [appchargeTrigger([WANTED.name], credentials)],
		deliveries: mostlyUnwanted,
		status: 200,
	},
	f: {
		name: 'Stripe Trigger of n8n',
		nodes: (credentials) => [stripeTrigger(['*'], credentials)],
		deliveries: () => () => stripeDelivery(appchargeEvent(WANTED), true),
		status: 200,
	},
	f2: {
		name: 'Stripe Trigger of n8n, its secret in the credential',
		nodes: (credentials) => [stripeTrigger([STRIPE_EVENT], credentials)],
		deliveries: () => () => stripeDelivery(appchargeEvent(WANTED), true),
		status: 200,
	},
	g1: {
		name: 'Appcharge Trigger, wrong signatures',
		nodes: (credentials) => [appchargeTrigger(['*'], credentials)],
		deliveries: () => forgedDelivery,
		status: 401,
	},
	g2: {
		name: 'Stripe Trigger of n8n, wrong signatures',
		nodes: (credentials) => [stripeTrigger(['*'], credentials)],
		deliveries: () => () => stripeDelivery(appchargeEvent(WANTED), false),
		status: 401,
	},
	g3: {
		name: 'Stripe Trigger of n8n, its secret in the credential, wrong signatures',
		nodes: (credentials) => [stripeTrigger([STRIPE_EVENT], credentials)],
		deliveries: () => () => stripeDelivery(appchargeEvent(WANTED), false),
		status: 401,
	},
	h1: {
		name: 'Gamanza Engage Trigger, one event a delivery',
		nodes: (credentials) => [gamanzaEngageTrigger(credentials)],
		deliveries: () => () => batchDelivery(1),
		status: 202,
	},
	h2: {
		name: `Gamanza Engage Trigger, ${BATCH} events a delivery`,
		nodes: (credentials) => [gamanzaEngageTrigger(credentials)],
		deliveries: () => () => batchDelivery(BATCH),
		status: 202,
		events: BATCH,
	},
} as const satisfies Record<string, Scenario>;

export type ScenarioId = keyof typeof SCENARIOS;

/** A scenario whose workflow is published. */
export interface LiveScenario extends Scenario {
	readonly id: ScenarioId;
	readonly workflowId: string;
	readonly url: string;
}

/** Puts a scenario's workflow into n8n and publishes it. */
export async function setUpScenario(
	api: N8nApi,
	id: ScenarioId,
	credentials: Credentials,
): Promise<LiveScenario> {
	const scenario: Scenario = SCENARIOS[id];
	const nodes = [...scenario.nodes(credentials)];
	const draft: WorkflowDraft = {
		name: `${id} ${scenario.name}`,
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, index) => [
					nodes[index]?.name,
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
	};
	const workflowId = await api.createWorkflow(draft);
	const publication = await api.activate(workflowId);
	if (!publication.active) throw new Error(`${draft.name}: ${publication.reason}`);
	const [first] = nodes;
	const path =
		typeof first?.parameters.path === 'string'
			? first.parameters.path
			: `${first?.webhookId}/webhook`;
	return { ...scenario, id, workflowId, url: `${api.url}/webhook/${path}` };
}

/** The appcharge trigger that wants these events. */
export function appchargeTrigger(
	events: readonly string[],
	{ appcharge }: Credentials,
): WorkflowNode {
	return {
		...node('Appcharge Trigger', 'n8n-nodes-engagement-events.appchargeTrigger', 2, {
			events,
			authentication: 'signature',
		}),
		webhookId: randomUUID(),
		credentials: { appchargeWebhookApi: { id: appcharge, name: 'Appcharge' } },
	};
}

function gamanzaEngageTrigger({ gamanzaEngage }: Credentials): WorkflowNode {
	return {
		...node('Gamanza Engage Trigger', 'n8n-nodes-engagement-events.gamanzaEngageTrigger', 2, {
			events: ['*'],
			authentication: 'signature',
		}),
		webhookId: randomUUID(),
		credentials: { gamanzaEngageWebhookApi: { id: gamanzaEngage, name: 'Gamanza Engage' } },
	};
}

function stripeTrigger(events: readonly string[], { stripe }: Credentials): WorkflowNode {
	return {
		...node('Stripe Trigger', 'n8n-nodes-base.stripeTrigger', 1, { events }),
		webhookId: randomUUID(),
		credentials: { stripeApi: { id: stripe, name: 'Stripe' } },
	};
}

function webhook(parameters: Readonly<Record<string, unknown>> = {}): WorkflowNode {
	return {
		...node('Webhook', 'n8n-nodes-base.webhook', 2, {
			httpMethod: 'POST',
			path: randomUUID(),
			...parameters,
		}),
		webhookId: randomUUID(),
	};
}

function filter(): WorkflowNode {
	return node('Filter', 'n8n-nodes-base.filter', 2.2, {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: randomUUID(),
					leftValue: '={{ $json.body.eventName }}',
					rightValue: WANTED.name,
					operator: { type: 'string', operation: 'equals' },
				},
			],
			combinator: 'and',
		},
		options: {},
	});
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Readonly<Record<string, unknown>>,
): WorkflowNode {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters };
}
