import { readFileSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { RELEASES } from '../../../host/releases.mjs';
import { isSuccess, type Measured } from './measure.mjs';

const FILE = new URL('results.json', import.meta.url);

const resultsSchema = z.object({
	date: z.string(),
	n8n: z.string(),
	deliveries: z.number(),
	duplicates: z.number(),
	forged: z.number(),
	/** Tries after an error or no answer. */
	retries: z.number(),
	events: z.number(),
	/** From the first delivery to the end of the last execution. */
	seconds: z.number(),
	/** Deliveries taken or refused, until the last was answered. */
	deliveriesPerSecond: z.number(),
	runAgain: z.number(),
	measures: z.array(
		z.object({
			name: z.string(),
			once: z.number(),
			moreThanOnce: z.number(),
			never: z.number(),
		}),
	),
});

/** The numbers that the queue mode test prints, and that stand in docs/scaling.md. */
export type QueueResults = z.infer<typeof resultsSchema>;

export function resultsOf(measured: Measured): QueueResults {
	const { sent, nothing, removeDuplicates, example, key } = measured;
	const count = (kind: string): number =>
		sent.filter(({ delivery }) => delivery.kind === kind).length;
	return {
		date: new Date().toISOString(),
		n8n: RELEASES.newest.version,
		deliveries: sent.length,
		duplicates: count('duplicate'),
		forged: count('forged'),
		retries: sent.reduce((sum, { tries }) => sum + tries - 1, 0),
		events: measured.events,
		seconds: Math.round(measured.seconds),
		deliveriesPerSecond: Number((sent.length / measured.sendingSeconds).toPrecision(2)),
		runAgain: measured.runAgain,
		measures: [
			{ name: 'Nothing', ...nothing },
			{ name: 'Remove Duplicates', ...removeDuplicates },
			{ name: 'Remove Duplicates, then a key in PostgreSQL', ...example },
			{ name: 'A key in PostgreSQL, in the statement that acts', ...key },
		],
	};
}

/** The results as people read them. */
export function reportOf(results: QueueResults): string {
	const { measures, ...numbers } = results;
	const width = Math.max(...measures.map(({ name }) => name.length));
	return [
		'n8n in queue mode: one main process, two webhook processors, two workers',
		...Object.entries(numbers).map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
		`  ${''.padEnd(width)}  once  more  never`,
		...measures.map(({ name, once, moreThanOnce, never }) => {
			const columns = [once, moreThanOnce, never].map((number) => String(number).padStart(4));
			return `  ${name.padEnd(width)}  ${columns.join('  ')}`;
		}),
	].join('\n');
}

/** How many deliveries ended with which status, by kind. */
export function answersOf({ sent }: Measured): Record<string, Record<string, number>> {
	const answers: Record<string, Record<string, number>> = {};
	for (const { delivery, status } of sent) {
		const ofKind = (answers[delivery.kind] ??= {});
		const answer = isSuccess(status) ? '2xx' : String(status);
		ofKind[answer] = (ofKind[answer] ?? 0) + 1;
	}
	return answers;
}

export function writeQueueResults(results: QueueResults): void {
	writeFileSync(FILE, `${JSON.stringify(results, undefined, '\t')}\n`);
}

export function readQueueResults(): QueueResults {
	return resultsSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}
