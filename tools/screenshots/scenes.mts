import { randomUUID } from 'node:crypto';

import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { komo } from '../../vendors/komo/delivery';
import type { Vendor } from '../../vendors/vendor';
import type { CredentialDraft } from '../../host/n8n-api.mjs';
import type { WorkflowDraft, WorkflowNode } from '../../host/workflow.mjs';

/** A workflow, an event that runs through it, and the pictures that are taken of it. */
export interface Scene {
	readonly vendor: Vendor;
	/** The catalogue's name of the event that is sent. */
	readonly event: string;
	/** The name of the trigger's node. */
	readonly trigger: string;
	readonly credential: CredentialDraft & { readonly data: Readonly<Record<string, string>> };
	/** How many nodes the workflow has. */
	readonly nodes: number;
	/** File names in docs/images, without their ending. */
	readonly pictures: {
		readonly trigger: string;
		readonly workflow?: string;
		readonly localizeFields?: string;
	};
	workflow(credentialId: string): WorkflowDraft;
}

const PACKAGE = 'n8n-nodes-engagement-events';
const GAP = 320;

export const SCENES: readonly Scene[] = [
	sceneOf({
		vendor: appcharge,
		event: 'order.completed',
		type: 'appchargeTrigger',
		data: { signingSecret: 'main-key-of-the-store' },
		parameters: { events: ['order.completed', 'order.refunded'] },
		pictures: { trigger: 'appcharge-trigger' },
	}),
	sceneOf({
		vendor: komo,
		event: 'CompetitionEntrySuccess',
		type: 'komoTrigger',
		data: { sharedSecret: 'copper-rays-summer-hub', headerName: 'x-webhook-secret' },
		parameters: {
			events: ['CompetitionEntrySuccess', 'SignUpSuccess'],
			authentication: 'header',
		},
		pictures: { trigger: 'komo-trigger' },
	}),
	sceneOf({
		vendor: gamanzaEngage,
		event: 'product_purchase',
		type: 'gamanzaEngageTrigger',
		data: { signingSecret: 'signature-key-of-the-hub' },
		parameters: { events: ['product_purchase'] },
		next: [
			{
				name: 'Localize Fields',
				type: `${PACKAGE}.localizeFields`,
				typeVersion: 1,
				parameters: { language: 'de' },
			},
			{
				name: 'Message to the Player',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: {
					assignments: {
						assignments: [
							{
								id: randomUUID(),
								name: 'text',
								value: '={{ $json.ProductExternalName }}: {{ $json.OrderStatus }}',
								type: 'string',
							},
						],
					},
				},
			},
		],
		pictures: {
			trigger: 'gamanza-engage-trigger',
			workflow: 'workflow',
			localizeFields: 'localize-fields',
		},
	}),
];

type Step = Pick<WorkflowNode, 'name' | 'type' | 'typeVersion' | 'parameters'>;

function sceneOf({
	vendor,
	event,
	type,
	data,
	parameters,
	next = [],
	pictures,
}: Pick<Scene, 'vendor' | 'event' | 'pictures'> & {
	readonly type: string;
	readonly data: Readonly<Record<string, string>>;
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly next?: readonly Step[];
}): Scene {
	const trigger = `${vendor.displayName} Trigger`;
	const credential = {
		name: `${vendor.displayName} Webhook account`,
		type: vendor.credential,
		data,
	};
	const steps = [
		{ name: trigger, type: `${PACKAGE}.${type}`, typeVersion: 2, parameters },
		...next,
	];
	return {
		vendor,
		event,
		trigger,
		credential,
		pictures,
		nodes: steps.length,
		workflow: (id) => ({
			name: `${vendor.displayName}: ${event}`,
			nodes: steps.map((node, index) => ({
				...node,
				id: randomUUID(),
				position: [index * GAP, 0],
				...(index === 0
					? {
							webhookId: randomUUID(),
							credentials: { [vendor.credential]: { id, name: credential.name } },
						}
					: {}),
			})),
			connections: Object.fromEntries(
				steps
					.slice(1)
					.map(({ name }, index) => [
						steps[index]!.name,
						{ main: [[{ node: name, type: 'main', index: 0 }]] },
					]),
			),
			settings: { executionOrder: 'v1' },
		}),
	};
}
