import { writeDocsTable } from '../../../host/docs-table.mjs';
import { RELEASES } from '../../../host/releases.mjs';
import { isSuccess, type Measured } from './measure.mjs';

/** The numbers that the queue mode test prints, and that stand in docs/scaling.md. */
export interface QueueResults {
	readonly date: string;
	/** The triggers' option, in seconds. */
	readonly collect: number;
	readonly n8n: string;
	readonly deliveries: number;
	readonly duplicates: number;
	readonly forged: number;
	/** Tries after an error or no answer. */
	readonly retries: number;
	readonly events: number;
	/** From the first delivery to the end of the last execution. */
	readonly seconds: number;
	/** Deliveries taken or refused, until the last was answered. */
	readonly deliveriesPerSecond: number;
	readonly executions: number;
	readonly runAgain: number;
	readonly measures: ReadonlyArray<{
		readonly name: string;
		readonly once: number;
		readonly moreThanOnce: number;
		readonly never: number;
	}>;
}

export function resultsOf(measured: Measured, collect: number): QueueResults {
	const { sent, nothing, removeDuplicates, example, key } = measured;
	const count = (kind: string): number =>
		sent.filter(({ delivery }) => delivery.kind === kind).length;
	return {
		date: new Date().toISOString(),
		collect,
		n8n: RELEASES.newest.version,
		deliveries: sent.length,
		duplicates: count('duplicate'),
		forged: count('forged'),
		retries: sent.reduce((sum, { tries }) => sum + tries - 1, 0),
		events: measured.events,
		seconds: Math.round(measured.seconds),
		deliveriesPerSecond: Number((sent.length / measured.sendingSeconds).toPrecision(2)),
		executions: measured.executions,
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

/** Writes the table of docs/scaling.md anew: the columns of each run beside one another. */
export function writeQueueResults(runs: readonly QueueResults[]): void {
	const heads = runs.map(({ collect }) => {
		const suffix = collect === 0 ? '' : `, Collect ${collect} s`;
		return `acted once${suffix} | more than once | never`;
	});
	const names = runs[0]?.measures.map(({ name }) => name) ?? [];
	writeDocsTable('queue-mode', [
		`| What stands between the trigger and the action | ${heads.join(' | ')} |`,
		`| --- |${' --- | --- | --- |'.repeat(runs.length)}`,
		...names.map((name, row) => {
			const cells = runs.map(({ measures }) => {
				const { once, moreThanOnce, never } = measures[row]!;
				return `${once} | ${moreThanOnce} | ${never}`;
			});
			return `| ${name} | ${cells.join(' | ')} |`;
		}),
		'',
		runs.map(inWords).join(' '),
	]);
}

function inWords(run: QueueResults): string {
	const { collect, events, deliveries, duplicates, forged, executions, runAgain, seconds } = run;
	return (
		`${collect === 0 ? 'Without Collect' : `With Collect at ${collect} s`}: ${events} events in ` +
		`${deliveries} deliveries, of which ${duplicates} copies and ${forged} forged, in ${executions} ` +
		`executions; a worker and a webhook processor killed with -9 meanwhile and started again; ` +
		`${runAgain} executions run again; ${seconds} s in all; n8n ${run.n8n}, ${run.date.slice(0, 10)}.`
	);
}
