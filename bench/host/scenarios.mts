import { randomUUID } from 'node:crypto';

import type { N8nApi } from '../../host/n8n-api.mjs';
import { requestOf } from '../../host/sender/post.mjs';
import {
	inOneDelivery,
	newEvent,
	setupFor,
	triggerNode,
	type VendorSetup,
} from '../../host/vendor-setup.mjs';
import { inARow, nodeOf, type WorkflowNode } from '../../host/workflow.mjs';
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

const BATCH = 100;
export const WANTED = 'order.completed';
const UNWANTED = 'order.refunded';

const appcharge = setupFor('appcharge');
const gamanza = setupFor('gamanza-engage');

export const wanted = () => requestOf(appcharge, { body: newEvent(appcharge.vendor, WANTED) });
const unwanted = () => requestOf(appcharge, { body: newEvent(appcharge.vendor, UNWANTED) });
const forged = () => {
	const body = newEvent(appcharge.vendor, WANTED);
	return requestOf(appcharge, { body, credential: appcharge.wrongCredential });
};

/** Makes a vendor's trigger with these parameters. */
type MakeTrigger = (parameters?: Readonly<Record<string, unknown>>) => WorkflowNode;

export interface Triggers {
	readonly ofAppcharge: MakeTrigger;
	readonly ofGamanza: MakeTrigger;
}

/** The triggers that the scenarios begin with, with the credentials that they need in n8n. */
export async function makeTriggers(api: N8nApi): Promise<Triggers> {
	const triggerFor = async (setup: VendorSetup): Promise<MakeTrigger> => {
		const { displayName: name, credential: type } = setup.vendor;
		const id = await api.createCredential({ name, type, data: setup.credential });
		return (parameters) => triggerNode(setup, `${name} Trigger`, { id, name }, parameters);
	};
	return { ofAppcharge: await triggerFor(appcharge), ofGamanza: await triggerFor(gamanza) };
}

/** A scenario; unless it is said, each delivery is one event and is answered 200. */
export function scenario(
	name: string,
	nodes: readonly WorkflowNode[],
	next: () => LoadRequest,
	{ status = 200, events = 1 } = {},
): Scenario {
	return { name, nodes, next, status, events };
}

/** One delivery, one execution: what the triggers cost beside n8n's own nodes. */
export function singleScenarios({ ofAppcharge, ofGamanza }: Triggers): Scenario[] {
	return [
		scenario('Webhook node alone', [webhook()], wanted),
		webhookAndCode(),
		scenario('Appcharge Trigger', [ofAppcharge()], wanted),
		scenario('Webhook and Filter, 90 % unwanted', [webhook(), filter()], mostlyUnwanted()),
		scenario(
			'Appcharge Trigger, 90 % unwanted',
			[ofAppcharge({ events: [WANTED] })],
			mostlyUnwanted(),
		),
		scenario('Appcharge Trigger, wrong signatures', [ofAppcharge()], forged, { status: 401 }),
		...[1, BATCH].map((events) =>
			scenario(
				`Gamanza Engage Trigger, ${events === 1 ? 'one event' : `${events} events`} a delivery`,
				[ofGamanza()],
				() => batch(events),
				{ status: 202, events },
			),
		),
	];
}

/** Puts a scenario's workflow into n8n and publishes it. */
export async function publish(api: N8nApi, scenario: Scenario): Promise<LiveScenario> {
	const { name, nodes } = scenario;
	const draft = inARow(name, nodes);
	const workflowId = await api.createWorkflow(draft);
	const publication = await api.activate(workflowId);
	if (!publication.active) throw new Error(`${name}: ${publication.reason}`);
	const [first] = nodes;
	const path = first?.parameters.path ?? `${first?.webhookId}/webhook`;
	return { ...scenario, workflowId, url: `${api.url}/webhook/${String(path)}` };
}

/** Every tenth delivery is wanted. */
export function mostlyUnwanted(): () => LoadRequest {
	let count = 0;
	return () => (count++ % 10 === 0 ? wanted() : unwanted());
}

export function batch(size: number): LoadRequest {
	const events = Array.from({ length: size }, () => newEvent(gamanza.vendor, 'level_up'));
	return requestOf(gamanza, { body: inOneDelivery(gamanza.vendor, events) });
}

function webhook(options: Readonly<Record<string, unknown>> = {}): WorkflowNode {
	const parameters = { httpMethod: 'POST', path: randomUUID(), options };
	return { ...nodeOf('Webhook', 'n8n-nodes-base.webhook', 2, parameters), webhookId: randomUUID() };
}

/** The trigger's job, done by n8n's own nodes. */
export function webhookAndCode(): Scenario {
	const name = 'Webhook and Code node, same job';
	return scenario(name, [webhook({ rawBody: true }), code()], wanted);
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
return ${codeNodeFlatEvent.name}(json.headers.signature, body, event, ${JSON.stringify(appcharge.credential.signingSecret)}, ['*']);`;
	return nodeOf('Code', 'n8n-nodes-base.code', 2, { jsCode });
}

function filter(): WorkflowNode {
	const condition = {
		id: randomUUID(),
		leftValue: '={{ $json.body.eventName }}',
		rightValue: WANTED,
		operator: { type: 'string', operation: 'equals' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return nodeOf('Filter', 'n8n-nodes-base.filter', 2.2, {
		conditions: { options, conditions: [condition], combinator: 'and' },
		options: {},
	});
}
