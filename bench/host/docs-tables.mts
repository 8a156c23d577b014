import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import { readQueueResults } from '../../test/host/queue/results.mjs';
import { readResults, type HostResults } from './results.mjs';

const PAGE = fileURLToPath(new URL('../../docs/scaling.md', import.meta.url));

/** Writes the tables of docs/scaling.md anew, from the results that are stored beside the code. */
export async function writeTables(): Promise<void> {
	let page = readFileSync(PAGE, 'utf8');
	page = withTable(page, 'bench-host', throughputTable(readResults()));
	page = withTable(page, 'queue-mode', queueTable());
	const config = await resolveConfig(PAGE);
	writeFileSync(PAGE, await format(page, { ...config, filepath: PAGE }));
}

/** The page with what stands between two comments of a name replaced. */
function withTable(page: string, name: string, table: string): string {
	const begin = `<!-- ${name}: begin`;
	const end = `<!-- ${name}: end -->`;
	const from = page.indexOf('-->', page.indexOf(begin)) + '-->'.length;
	const to = page.indexOf(end);
	if (!page.includes(begin) || to < from) throw new Error(`docs/scaling.md has no table ${name}`);
	return `${page.slice(0, from)}\n\n${table}\n\n${page.slice(to)}`;
}

function throughputTable(results: HostResults): string {
	const { rows, date, machine, n8n, rounds, seconds, connections } = results;
	const ids = [...new Set(rows.map(({ id }) => id))];
	const cell = (engine: string, id: string): string => {
		const row = rows.find((one) => one.engine === engine && one.id === id);
		return row === undefined
			? '|'
			: `${row.eventsPerSecond} (${row.least} to ${row.most}) | ${row.cpuPerEvent}`;
	};
	const lines = ids.map((id) => {
		const name = rows.find((row) => row.id === id)?.name ?? id;
		return `| ${name} | ${cell('default', id)} | ${cell('lazy', id)} |`;
	});
	return [
		'| Events a second, and ms of processor time each | as n8n comes | ms | lazy | ms |',
		'| --- | --- | --- | --- | --- |',
		...lines,
		'',
		`n8n ${n8n} in regular mode with SQLite, successful executions not saved, on ${machine.cpus} cores ` +
			`(${machine.cpu}), ${connections} connections; the median of ${rounds} rounds of ${seconds} s ` +
			`(least to most), all in turn in one run; ${date.slice(0, 10)}.`,
	].join('\n');
}

function queueTable(): string {
	const results = readQueueResults();
	const { events, deliveries, duplicates, forged, seconds, runAgain, date, measures } = results;
	return [
		'| What stands between the trigger and the action | acted once | more than once | never |',
		'| --- | --- | --- | --- |',
		...measures.map(
			({ name, once, moreThanOnce, never }) => `| ${name} | ${once} | ${moreThanOnce} | ${never} |`,
		),
		'',
		`${events} events in ${deliveries} deliveries, of which ${duplicates} copies and ${forged} forged; a ` +
			`worker and a webhook processor killed with -9 meanwhile and started again; ${runAgain} ` +
			`executions run again; ${seconds} s in all; n8n ${results.n8n}, ${date.slice(0, 10)}.`,
	].join('\n');
}
