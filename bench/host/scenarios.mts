import { randomUUID } from 'node:crypto';

import type { N8nApi } from '../../host/n8n-api.mjs';
import { composeBody } from '../../host/sender/compose.mjs';
import { proofFor } from '../../host/sender/proof.mjs';
import type { WorkflowDraft, WorkflowNode } from '../../host/workflow.mjs';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';
import { codeNodeFlatEvent, flattenInto } from '../peers/code-node-flat-event.mjs';

/** A request of a load: what it carries. */
export interface LoadRequest {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** A way of taking deliveries in n8n, and what is sent to it. */
export interface Scenario {
	readonly name: string;
	/** Put in a row they are the workflow. */
	readonly nodes: readonly WorkflowNode[];
	readonly next: () => LoadRequest;
	/** What each delivery is answered. */
	readonly status: number;
	/** How many events each carries. */
	readonly events: number;
}

/** A scenario whose workflow is published. */
export interface LiveScenario extends Scenario {
	readonly workflowId: string;
	readonly url: string;
}

const KEY = 'bench-key';
const BATCH = 100;
const WANTED = 'order.completed';
const UNWANTED = 'order.refunded';

/** The scenarios that docs/scaling.md speaks of, with the credentials that they need in n8n. */
export async function makeScenarios(api: N8nApi): Promise<Scenario[]> {
	const ofAppcharge = await credentialOf(api, appcharge);
	const ofGamanza = await credentialOf(api, gamanzaEngage);
	const all = (vendor: Vendor, credential: string) => [trigger(vendor, ['*'], credential)];
	const scenario = (
		name: string,
		nodes: readonly WorkflowNode[],
		next: () => LoadRequest,
		{ status = 200, events = 1 } = {},
	): Scenario => ({ name, nodes, next, status, events });
	const wanted = () => signed(appcharge, bodyOf(appcharge, WANTED));
	const forged = () => signed(appcharge, bodyOf(appcharge, WANTED), 'guessed');
	return [
		scenario('Webhook node alone', [webhook()], wanted),
		scenario('Webhook and Code node, same job', [webhook({ rawBody: true }), code()], wanted),
		scenario('Appcharge Trigger', all(appcharge, ofAppcharge), wanted),
		scenario('Webhook and Filter, 90 % unwanted', [webhook(), filter()], mostlyUnwanted()),
		scenario(
			'Appcharge Trigger, 90 % unwanted',
			[trigger(appcharge, [WANTED], ofAppcharge)],
			mostlyUnwanted(),
		),
		scenario('Appcharge Trigger, wrong signatures', all(appcharge, ofAppcharge), forged, {
			status: 401,
		}),
		...[1, BATCH].map((events) =>
			scenario(
				`Gamanza Engage Trigger, ${events === 1 ? 'one event' : `${events} events`} a delivery`,
				all(gamanzaEngage, ofGamanza),
				() => batch(events),
				{ status: 202, events },
			),
		),
	];
}

/** Puts a scenario's workflow into n8n and publishes it. */
export async function publish(api: N8nApi, scenario: Scenario): Promise<LiveScenario> {
	const { name, nodes } = scenario;
	const draft: WorkflowDraft = {
		name,
		nodes: [...nodes],
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map((node, index) => [
					nodes[index]?.name,
					{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
	};
	const workflowId = await api.createWorkflow(draft);
	const publication = await api.activate(workflowId);
	if (!publication.active) throw new Error(`${name}: ${publication.reason}`);
	const [first] = nodes;
	const path = first?.parameters.path ?? `${first?.webhookId}/webhook`;
	return { ...scenario, workflowId, url: `${api.url}/webhook/${String(path)}` };
}

async function credentialOf(api: N8nApi, { credential, displayName }: Vendor): Promise<string> {
	const data = { signingSecret: KEY };
	return await api.createCredential({ name: displayName, type: credential, data });
}

/** A new event, as the vendor sends it. */
function bodyOf(vendor: Vendor, event: string): Record<string, unknown> {
	const row = vendor.catalogue.find(({ name }) => name === event) as CatalogueEvent;
	// Where the vendor gives its events no id, this makes them differ.
	return composeBody(vendor, row, [['requestId', randomUUID()]], new Date());
}

/** Every tenth delivery is wanted. */
function mostlyUnwanted(): () => LoadRequest {
	let count = 0;
	return () => signed(appcharge, bodyOf(appcharge, count++ % 10 === 0 ? WANTED : UNWANTED));
}

function batch(size: number): LoadRequest {
	const events = Array.from(
		{ length: size },
		() => (bodyOf(gamanzaEngage, 'level_up').events as unknown[])[0],
	);
	return signed(gamanzaEngage, { events });
}

function signed(vendor: Vendor, content: object, signingSecret = KEY): LoadRequest {
	const body = Buffer.from(JSON.stringify(content));
	const { headers } = proofFor(vendor, { signingSecret }, 'header', body, new Date());
	return { headers: { 'content-type': 'application/json', ...headers }, body };
}

function trigger(vendor: Vendor, events: readonly string[], id: string): WorkflowNode {
	const type = vendor.credential.replace('WebhookApi', 'Trigger');
	return {
		...node(`${vendor.displayName} Trigger`, `n8n-nodes-engagement-events.${type}`, 2, {
			events,
			authentication: 'signature',
		}),
		webhookId: randomUUID(),
		credentials: { [vendor.credential]: { id, name: vendor.displayName } },
	};
}

function webhook(options: Readonly<Record<string, unknown>> = {}): WorkflowNode {
	const parameters = { httpMethod: 'POST', path: randomUUID(), options };
	return { ...node('Webhook', 'n8n-nodes-base.webhook', 2, parameters), webhookId: randomUUID() };
}

/** The trigger's job, by the code that the benchmark of one delivery compares with. */
function code(): WorkflowNode {
	const jsCode = `const { createHash, createHmac, timingSafeEqual } = require('crypto');
const __name = (made) => made;
${flattenInto}
${codeNodeFlatEvent}
const { json, binary } = $input.first();
const body = Buffer.from(binary.data.data, 'base64');
const event = JSON.parse(body.toString('utf8'));
return ${codeNodeFlatEvent.name}(json.headers.signature, body, event, ${JSON.stringify(KEY)}, ['*']);`;
	return node('Code', 'n8n-nodes-base.code', 2, { jsCode });
}

function filter(): WorkflowNode {
	const condition = {
		id: randomUUID(),
		leftValue: '={{ $json.body.eventName }}',
		rightValue: WANTED,
		operator: { type: 'string', operation: 'equals' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return node('Filter', 'n8n-nodes-base.filter', 2.2, {
		conditions: { options, conditions: [condition], combinator: 'and' },
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
