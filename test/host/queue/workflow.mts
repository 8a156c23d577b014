import { randomUUID } from 'node:crypto';

import {
	isWebhook,
	readExample,
	readyToUse,
	withParameters,
	type Example,
	type ExampleNode,
	type StoredCredential,
} from '../examples/example.mjs';
import { TABLES } from './databases.mjs';

const EXAMPLE = 'three-vendors-to-postgresql';
const REMOVE_DUPLICATES = 'n8n-nodes-base.removeDuplicates';

/**
 * The example "three vendors to PostgreSQL", ready to use, with two more nodes that act for what comes
 * by: one behind Remove Duplicates, one behind the triggers, which writes down every item and acts
 * where a key in PostgreSQL lets it.
 *
 * @param collect the triggers' option, in seconds
 */
export function workflowUnderTest(
	credentials: readonly StoredCredential[],
	collect: number,
): Example {
	const ready = readyToUse(readExample(EXAMPLE), credentials);
	const example = withParameters(ready, 'Trigger', ({ options, ...parameters }) => ({
		...parameters,
		options: { ...(options as object | undefined), collect },
	}));
	const triggers = example.nodes.filter(({ type }) => isWebhook(type)).map(({ name }) => name);
	const removeDuplicates = example.nodes.find(
		({ type, parameters }) =>
			type === REMOVE_DUPLICATES && parameters.operation === 'removeItemsSeenInPreviousExecutions',
	)!;
	const credential = credentials.find(({ type }) => type === 'postgres')!;
	const row = (name: string, query: string, y: number) => sqlNode(name, query, y, credential);

	// n8n runs branches from top to bottom.
	const actOnce = row(
		'Act Once by a Key',
		`WITH noted AS (
			INSERT INTO ${TABLES.arrived} (id) VALUES ($1)
		), claimed AS (
			INSERT INTO ${TABLES.claims} (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id
		) INSERT INTO ${TABLES.afterClaim} (id) SELECT id FROM claimed`,
		-900,
	);
	const act = row(
		'Act',
		`INSERT INTO ${TABLES.afterRemoveDuplicates} (id) VALUES ($1)`,
		removeDuplicates.position[1] - 100,
	);
	return {
		...example,
		nodes: [...example.nodes, actOnce, act],
		connections: [
			...triggers.map((trigger) => [trigger, actOnce.name] as const),
			[removeDuplicates.name, act.name] as const,
		].reduce(withConnection, example.connections),
		pinData: {},
	};
}

function sqlNode(
	name: string,
	query: string,
	y: number,
	{ id, name: credentialName }: StoredCredential,
): ExampleNode {
	return {
		id: randomUUID(),
		name,
		type: 'n8n-nodes-base.postgres',
		typeVersion: 2.6,
		position: [1200, y],
		parameters: {
			resource: 'database',
			operation: 'executeQuery',
			query,
			options: { queryReplacement: '={{ [$json.id] }}' },
		},
		credentials: { postgres: { id, name: credentialName } },
	};
}

type Connections = Readonly<Record<string, unknown>>;

/** Connects the first output of a node with another node, beside what it is connected with. */
function withConnection(
	connections: Connections,
	[from, to]: readonly [string, string],
): Connections {
	const { main = [] } = (connections[from] ?? {}) as { main?: ReadonlyArray<readonly unknown[]> };
	const [first = [], ...others] = main;
	const target = { node: to, type: 'main', index: 0 };
	return { ...connections, [from]: { main: [[...first, target], ...others] } };
}
