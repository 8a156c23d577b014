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
	const { resultData } = runDataSchema.parse(unflatten(stored));
	const outputs = Object.entries(resultData.runData).map(([node, runs]) => {
		const main = runs.at(-1)?.data?.main ?? [];
		return [node, main.map((items) => (items ?? []).map(({ json }) => json))] as const;
	});
	const error = resultData.error?.message;
	return { outputs: new Map(outputs), ...(error === undefined ? {} : { error }) };
}

/**
 * Decodes n8n's storage format, that of the package "flatted": a list of values, in which a text
 * inside an object or list is the index of the value that stands there. The first value is the whole.
 */
function unflatten(stored: string): unknown {
	const values = z.array(z.unknown()).min(1).parse(JSON.parse(stored));
	const done = new Map<number, unknown>();
	const resolve = (index: number): unknown => {
		if (done.has(index)) return done.get(index);
		const value = values[index];
		if (Array.isArray(value)) {
			const list: unknown[] = [];
			done.set(index, list);
			for (const member of value) list.push(follow(member));
			return list;
		}
		if (typeof value !== 'object' || value === null) return value;
		const object: Record<string, unknown> = {};
		done.set(index, object);
		for (const [name, member] of Object.entries(value)) {
			// A field may be called __proto__, so it is defined and not assigned.
			Object.defineProperty(object, name, {
				value: follow(member),
				enumerable: true,
				configurable: true,
				writable: true,
			});
		}
		return object;
	};
	const follow = (member: unknown): unknown =>
		typeof member === 'string' ? resolve(Number(member)) : member;
	return resolve(0);
}
