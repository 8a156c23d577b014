/**
 * Deliveries a second through a real n8n: our triggers, and what else one could take. All in one run,
 * in turn, with n8n's expression engine as it comes and lazy. Prints a table and writes it into
 * docs/scaling.md: that of single deliveries or, with `--table bursts`, that of bursts.
 */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { writeDocsTable } from '../host/docs-table.mjs';
import { openHost, release, type Host } from '../host/host.mjs';
import { step } from '../host/progress.mjs';
import { burstScenarios, COMPARISONS } from './host/bursts.mjs';
import { ENGINES, engines, type Engine } from './host/engines.mjs';
import { memoryOfWaiting } from './host/memory.mjs';
import { makeTriggers, publish, singleScenarios, type LiveScenario } from './host/scenarios.mjs';
import { comparisonTable, goalsMissed, throughputTable, type Series } from './host/tables.mjs';
import { throughputOf } from './host/throughput.mjs';

/** n8n gets new expression engines ready after it has used some; the next one is not to pay for it. */
const SETTLE = 1_000;

const { values } = parseArgs({
	options: {
		/** `single` or `bursts`. */
		table: { type: 'string', default: 'single' },
		/** How often each is measured, and for how many seconds. */
		rounds: { type: 'string' },
		seconds: { type: 'string', default: '4' },
		/** Prints only. */
		dry: { type: 'boolean', default: false },
	},
});
const areBursts = values.table === 'bursts';
const rounds = Number(values.rounds ?? (areBursts ? 4 : 5));
const seconds = Number(values.seconds);
const connections = areBursts ? 64 : 8;

/** A scenario in an n8n that runs. */
interface LiveSeries extends Series {
	readonly host: Host;
	readonly scenario: LiveScenario;
}

const hosts: Host[] = [];
/** What was measured once, in words. */
const once: string[] = [];
try {
	const all: LiveSeries[] = [];
	for (const engine of engines) {
		all.push(...(await step(`Starting n8n, ${engine}`, async () => await openSeries(engine))));
	}
	await step('Measuring', async (progress) => {
		for (let round = 0; round <= rounds; round++) {
			progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
			// In turn, so that whatever disturbs the machine disturbs all; who is first changes.
			for (const series of [...all.slice(round), ...all.slice(0, round)]) {
				await sleep(SETTLE);
				const { host, scenario, throughputs } = series;
				const throughput = await throughputOf(host, scenario, connections, 1000 * seconds);
				if (round > 0) throughputs.push(throughput);
			}
		}
	});
	const table = [
		...throughputTable(all),
		'',
		...(areBursts ? [...comparisonTable(all, COMPARISONS), ''] : []),
		[...once, howMeasured()].join(' '),
	];
	console.log(table.join('\n'));
	if (areBursts) console.log(['Goals missed:', ...goalsMissed(all, COMPARISONS)].join('\n'));
	if (!values.dry) writeDocsTable(areBursts ? 'bench-host-bursts' : 'bench-host', table);
} finally {
	await Promise.all(hosts.map(async (host) => await host.close()));
}

async function openSeries(engine: Engine): Promise<LiveSeries[]> {
	const host = await openHost({
		...ENGINES[engine],
		// Written down, an execution costs more than it takes; this is about what it takes.
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
		NODE_FUNCTION_ALLOW_BUILTIN: 'crypto',
	});
	hosts.push(host);
	const triggers = await makeTriggers(host.api);
	if (areBursts) {
		const { before, peak } = await memoryOfWaiting(host, triggers, connections);
		once.push(
			`Memory of n8n, ${engine}: ${Math.round(before)} MB, and at most ${Math.round(peak)} MB while ${connections} senders waited.`,
		);
	}
	const series: LiveSeries[] = [];
	for (const scenario of (areBursts ? burstScenarios : singleScenarios)(triggers)) {
		const live = await publish(host.api, scenario);
		series.push({ engine, host, scenario: live, throughputs: [] });
	}
	return series;
}

function howMeasured(): string {
	return (
		`n8n ${release.version} in regular mode with SQLite, successful executions not saved, on ` +
		`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${connections} connections; the ` +
		`median of ${rounds} rounds of ${seconds} s (least to most), all in turn in one run; ` +
		`${new Date().toISOString().slice(0, 10)}.`
	);
}
