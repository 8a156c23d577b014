import { createRequire } from 'node:module';

import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

// As n8n loads them: their ES modules lack what they import from each other
const require = createRequire(import.meta.url);
const { Container } = require('@n8n/di') as typeof import('@n8n/di');
const { ExecuteContext, InstanceSettings } = require('n8n-core') as typeof import('n8n-core');
const { createRunExecutionData, NodeHelpers, Workflow } =
	require('n8n-workflow') as typeof import('n8n-workflow');

/** A node as it is shipped: out of `dist`, which `npm run build` makes. */
export function builtNode(path: string): INodeType {
	const module = require(`../dist/nodes/${path}.node.js`) as Record<string, new () => INodeType>;
	const [Node] = Object.values(module);
	if (Node === undefined) throw new Error(`No node in ${path}`);
	return new Node();
}

/** Runs a node's `execute` on some items, in the context of the published n8n-core. */
export function executor(
	nodeType: INodeType,
	parameters: INodeParameters,
	items: INodeExecutionData[],
): () => Promise<INodeExecutionData[] | undefined> {
	Container.set(InstanceSettings, { instanceId: 'bench' } as never);
	const { description } = nodeType;
	const node = {
		id: '1',
		name: 'Node',
		type: description.name,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	node.parameters = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		node,
		description,
	)!;
	const inputData = { main: [items] };
	return async () => {
		const context = new ExecuteContext(
			workflow,
			workflow.getNode('Node')!,
			{
				webhookWaitingBaseUrl: '',
				formWaitingBaseUrl: '',
				variables: {},
			} as unknown as IWorkflowExecuteAdditionalData,
			'trigger',
			createRunExecutionData(),
			0,
			items,
			inputData,
			{ data: inputData, node, source: null },
			[],
		) as unknown as IExecuteFunctions;
		const [output] = (await nodeType.execute!.call(context)) as INodeExecutionData[][];
		return output;
	};
}
