import { readFileSync } from 'node:fs';

import { z } from 'zod';

import type { N8nApi } from '../../../host/n8n-api.mjs';
import type { WorkflowDraft } from '../../../host/workflow.mjs';
import type { StoredCredential } from '../examples/example.mjs';

const FILE = new URL(
	'../../../docs/scaling/run-interrupted-executions-again.json',
	import.meta.url,
);
const SCOPES = ['execution:retry', 'execution:stop'];

const draftSchema = z.object({
	name: z.string(),
	nodes: z.array(
		z
			.object({
				id: z.string(),
				name: z.string(),
				type: z.string(),
				typeVersion: z.number(),
				position: z.tuple([z.number(), z.number()]),
				parameters: z.record(z.unknown()),
			})
			.passthrough(),
	),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()),
});

/** What is filled in in the workflow's node "Settings". */
export interface InterruptedExecutionsSettings {
	readonly workflowId: string;
	readonly longestRunInSeconds: number;
	readonly longestWaitInSeconds: number;
	readonly everySeconds: number;
}

/**
 * Puts the workflow of docs/scaling.md into n8n that runs interrupted executions again, set up as its
 * note says, and publishes it.
 *
 * @param postgres the credential of n8n's own database
 * @returns the workflow's id
 */
export async function runInterruptedExecutionsAgain(
	api: N8nApi,
	postgres: StoredCredential,
	settings: InterruptedExecutionsSettings,
): Promise<string> {
	const apiKey = await api.createApiKey(`interrupted executions of ${settings.workflowId}`, SCOPES);
	const n8nApi = await api.createCredential({
		name: 'n8n',
		type: 'n8nApi',
		data: { apiKey, baseUrl: `${api.url}/api/v1` },
	});
	const id = await api.createWorkflow(
		readyFor(settings, api.url, { n8nApi: { id: n8nApi, name: 'n8n' }, postgres }),
	);
	const publication = await api.activate(id);
	if (!publication.active) throw new Error(publication.reason);
	return id;
}

function readyFor(
	{ everySeconds, ...filledIn }: InterruptedExecutionsSettings,
	n8nUrl: string,
	{ n8nApi, postgres }: Readonly<Record<'n8nApi' | 'postgres', { id: string; name: string }>>,
): WorkflowDraft {
	const draft = draftSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
	const nodes = draft.nodes.map((node) => {
		const type = node.type.replace('n8n-nodes-base.', '');
		if (type === 'httpRequest') return { ...node, credentials: { n8nApi } };
		if (type === 'postgres') return { ...node, credentials: { postgres } };
		if (type === 'scheduleTrigger') {
			const interval = [{ field: 'seconds', secondsInterval: everySeconds }];
			return { ...node, parameters: { rule: { interval } } };
		}
		if (type === 'set')
			return { ...node, parameters: filled(node.parameters, { ...filledIn, n8nUrl }) };
		return node;
	});
	return { ...draft, nodes };
}

const assignmentsSchema = z.object({
	assignments: z.object({ assignments: z.array(z.object({ name: z.string() }).passthrough()) }),
});

function filled(
	parameters: Readonly<Record<string, unknown>>,
	values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const { assignments } = assignmentsSchema.parse(parameters).assignments;
	return {
		...parameters,
		assignments: {
			assignments: assignments.map((assignment) =>
				Object.hasOwn(values, assignment.name)
					? { ...assignment, value: values[assignment.name] }
					: assignment,
			),
		},
	};
}
