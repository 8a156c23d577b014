import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type INode,
	type INodeType,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/**
 * Runs a workflow by n8n's own engine, from its first node on.
 *
 * @param types the nodes' types by their names
 */
export async function runWorkflow(
	types: Readonly<Record<string, INodeType>>,
	nodes: ReadonlyArray<Pick<INode, 'name' | 'type'> & Partial<INode>>,
	connections: IWorkflowBase['connections'],
): Promise<IRun> {
	const workflowData: IWorkflowBase = {
		id: 'w',
		name: 'test',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		settings: { executionOrder: 'v1', timezone: 'Europe/Zurich' },
		nodes: nodes.map((node, index) => ({
			id: String(index),
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			...node,
		})),
		connections,
	};
	const typeNamed = (name: string) => types[name]!;
	const workflow = new Workflow({
		...workflowData,
		nodeTypes: {
			getByName: typeNamed,
			getByNameAndVersion: typeNamed,
			getKnownTypes: () => ({}),
		},
	});
	const additionalData = {
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData),
		webhookWaitingBaseUrl: '',
		formWaitingBaseUrl: '',
		variables: {},
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	const engine = new WorkflowExecute(additionalData, 'manual', createRunExecutionData());
	return await engine.run({ workflow, startNode: workflow.getNode(nodes[0]!.name)! });
}
