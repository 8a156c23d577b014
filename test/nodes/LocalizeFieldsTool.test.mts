import { expect, test } from '@jest/globals';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { LocalizeFields } from '../../nodes/LocalizeFields/LocalizeFields.node';

const NAME = {
	languages: [
		{ language: 'EN', value: 'Ship' },
		{ language: 'DE', value: 'Schiff' },
	],
};

interface Tool {
	readonly schema: { readonly shape: object };
	invoke(input: object): Promise<unknown>;
}

/** Hands the node to an agent as n8n does, and calls it as a model would. */
async function callTool(parameters: INodeParameters, input: object) {
	const localizeFields = new LocalizeFields();
	const { description } = localizeFields;
	const common = { typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
	// What n8n makes of a node that is usable as a tool
	const tool: INodeType = {
		execute: localizeFields.execute,
		description: {
			...description,
			name: `${description.name}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
		},
	};
	const agent: INodeType = {
		description: {
			...description,
			name: 'agent',
			properties: [],
			inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
		},
		async execute(this: IExecuteFunctions) {
			const found = await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0);
			const [localize] = (Array.isArray(found) ? found : [found]) as Tool[];
			const answer = await localize?.invoke(input);
			const takes = Object.keys(localize?.schema.shape ?? {});
			return [[{ json: { takes, answer: answer as string } }]];
		},
	};
	const types: Record<string, INodeType> = { agent, localizeFieldsTool: tool };
	const workflowData: IWorkflowBase = {
		id: 'w',
		name: 'test',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: [
			{ ...common, id: '1', name: 'Agent', type: 'agent' },
			{ ...common, id: '2', name: 'Localize', type: 'localizeFieldsTool', parameters },
		],
		connections: {
			Localize: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
		},
	};
	const typeNamed = (name: string) => types[name] ?? agent;
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
		variables: {},
		webhookWaitingBaseUrl: '',
		formWaitingBaseUrl: '',
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	const startNode = workflow.getNode('Agent');
	if (startNode === null) throw new Error('no node to start from');
	const engine = new WorkflowExecute(additionalData, 'manual', createRunExecutionData());
	const run = await engine.run({ workflow, startNode });
	const { error, runData } = run.data.resultData;
	if (error) throw error;
	return runData.Agent?.[0]?.data?.main?.[0]?.[0]?.json;
}

test.each<[string, object, unknown]>([
	['an object', { name: NAME, n: 1 }, [{ name: 'Schiff', n: 1 }]],
	['a list of objects', [{ name: NAME }, { n: 2 }], [{ name: 'Schiff' }, { n: 2 }]],
])('as a tool it localizes the data that a model hands over: %s', async (_what, data, plain) => {
	const called = await callTool({ language: 'de' }, { Data: data });
	expect(called?.takes).toEqual(['Data']);
	expect(JSON.parse(String(called?.answer))).toEqual(plain);
});
