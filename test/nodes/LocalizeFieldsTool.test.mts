import { expect, test } from '@jest/globals';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';

import { LocalizeFields } from '../../nodes/LocalizeFields/LocalizeFields.node';
import { runWorkflow } from '../n8n/run-workflow.mjs';

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
	const run = await runWorkflow(
		{ agent, localizeFieldsTool: tool },
		[
			{ name: 'Agent', type: 'agent' },
			{ name: 'Localize', type: 'localizeFieldsTool', parameters },
		],
		{ Localize: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] } },
	);
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
