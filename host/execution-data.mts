import { parse } from 'flatted';
import { z } from 'zod';

/** What each node of an execution put out, by the node's name: a list of items for each output. */
export type NodeOutputs = ReadonlyMap<string, ReadonlyArray<readonly Item[]>>;

/** The JSON of an n8n item. */
export type Item = Readonly<Record<string, unknown>>;

const itemSchema = z.object({ json: z.record(z.unknown()) });

const runDataSchema = z.object({
	resultData: z.object({
		error: z.object({ message: z.string() }).passthrough().optional(),
		runData: z.record(
			z.array(
				z.object({
					data: z.object({ main: z.array(z.array(itemSchema).nullable()) }).optional(),
				}),
			),
		),
	}),
});

export interface ExecutionData {
	readonly outputs: NodeOutputs;
	/** Why the execution failed. */
	readonly error?: string;
}

/** Reads the run data that n8n stores with an execution: of each node, its last run. */
export function readExecutionData(stored: string): ExecutionData {
	const { resultData } = runDataSchema.parse(parse(stored));
	const outputs = Object.entries(resultData.runData).map(([node, runs]) => {
		const main = runs.at(-1)?.data?.main ?? [];
		return [node, main.map((items) => (items ?? []).map(({ json }) => json))] as const;
	});
	const error = resultData.error?.message;
	return { outputs: new Map(outputs), ...(error === undefined ? {} : { error }) };
}
