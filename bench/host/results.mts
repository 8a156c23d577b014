import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

import { z } from 'zod';

const FILE = new URL('../host-results.json', import.meta.url);

const resultsSchema = z.object({
	date: z.string(),
	machine: z.object({ cpu: z.string(), cpus: z.number() }),
	n8n: z.string(),
	rounds: z.number(),
	/** How long each measurement sends, in seconds. */
	seconds: z.number(),
	connections: z.number(),
	rows: z.array(
		z.object({
			engine: z.enum(['default', 'lazy']),
			id: z.string(),
			name: z.string(),
			/** The median of the rounds. */
			eventsPerSecond: z.number(),
			least: z.number(),
			most: z.number(),
			/** Processor time of n8n, in ms; the median of the rounds. */
			cpuPerEvent: z.number(),
		}),
	),
	ratios: z.array(
		z.object({
			engine: z.enum(['default', 'lazy']),
			ours: z.string(),
			other: z.string(),
			meaning: z.string(),
			ratio: z.number(),
			/** The same of the processor time that each takes. */
			cpuRatio: z.number(),
			goal: z.number(),
		}),
	),
	/** Executions started by 100 unwanted deliveries, by engine. */
	executionsForUnwanted: z.record(z.number()),
});

/** What `npm run bench:host` has measured. */
export type HostResults = z.infer<typeof resultsSchema>;

export function machine(): HostResults['machine'] {
	const all = cpus();
	return { cpu: all[0]?.model ?? 'unknown', cpus: all.length };
}

export function writeResults(results: HostResults): void {
	writeFileSync(FILE, `${JSON.stringify(results, undefined, '\t')}\n`);
}

export function readResults(): HostResults {
	return resultsSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}
