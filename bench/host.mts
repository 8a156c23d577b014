/**
 * Deliveries a second through a real n8n: our triggers, and what else one could take. All in one run,
 * in turn, with n8n's expression engine as it comes and lazy. Prints the table and writes it into
 * docs/scaling.md.
 */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { writeDocsTable } from '../host/docs-table.mjs';
import { openHost, release, type Host } from '../host/host.mjs';
import { step } from '../host/progress.mjs';
import { makeScenarios, publish, type LiveScenario } from './host/scenarios.mjs';
import { throughputOf, type Throughput } from './host/throughput.mjs';
import { median, rounded } from './measure.mjs';

const CONNECTIONS = 8;
/** n8n gets new expression engines ready after it has used some; the next one is not to pay for it. */
const SETTLE = 1_000;

/** How n8n's expression engine is set. */
const ENGINES = {
	'as n8n comes': {},
	lazy: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
} as const;

const { values } = parseArgs({
	options: {
		/** How often each is measured, and for how many seconds. */
		rounds: { type: 'string', default: '5' },
		seconds: { type: 'string', default: '4' },
		/** Prints only. */
		dry: { type: 'boolean', default: false },
	},
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

/** A scenario in one n8n, and its throughput round by round. */
interface Series {
	readonly host: Host;
	readonly scenario: LiveScenario;
	readonly throughputs: Throughput[];
}

const hosts: Host[] = [];
try {
	const all: Series[] = [];
	for (const [name, env] of Object.entries(ENGINES)) {
		all.push(...(await step(`Starting n8n, ${name}`, async () => await openSeries(env))));
	}
	await step('Measuring', async (progress) => {
		for (let round = 0; round <= rounds; round++) {
			progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
			// In turn, so that whatever disturbs the machine disturbs all; who is first changes.
			for (const series of [...all.slice(round), ...all.slice(0, round)]) {
				await sleep(SETTLE);
				const { host, scenario, throughputs } = series;
				const throughput = await throughputOf(host, scenario, CONNECTIONS, 1000 * seconds);
				if (round > 0) throughputs.push(throughput);
			}
		}
	});
	const table = tableOf(all);
	console.log(table.join('\n'));
	if (!values.dry) writeDocsTable('bench-host', table);
} finally {
	await Promise.all(hosts.map(async (host) => await host.close()));
}

async function openSeries(env: NodeJS.ProcessEnv): Promise<Series[]> {
	const host = await openHost({
		...env,
		// Written down, an execution costs more than it takes; this is about what it takes.
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
		NODE_FUNCTION_ALLOW_BUILTIN: 'crypto',
	});
	hosts.push(host);
	const series: Series[] = [];
	for (const scenario of await makeScenarios(host.api)) {
		series.push({ host, scenario: await publish(host.api, scenario), throughputs: [] });
	}
	return series;
}

function tableOf(all: readonly Series[]): string[] {
	const names = [...new Set(all.map(({ scenario }) => scenario.name))];
	const cells = ({ throughputs }: Series): string => {
		const perSecond = throughputs.map(({ eventsPerSecond }) => eventsPerSecond);
		const [least, most] = [Math.min(...perSecond), Math.max(...perSecond)].map(rounded);
		const cpu = rounded(median(throughputs.map(({ cpuPerEvent }) => cpuPerEvent)));
		return `${rounded(median(perSecond))} (${least} to ${most}) | ${cpu}`;
	};
	const engines = Object.keys(ENGINES);
	return [
		`| Events a second, and ms of processor time each | ${engines.join(' | ms | ')} | ms |`,
		`| --- |${' --- | --- |'.repeat(engines.length)}`,
		...names.map((name) => {
			const row = all.filter(({ scenario }) => scenario.name === name);
			return `| ${name} | ${row.map(cells).join(' | ')} |`;
		}),
		'',
		`n8n ${release.version} in regular mode with SQLite, successful executions not saved, on ` +
			`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${CONNECTIONS} connections; the ` +
			`median of ${rounds} rounds of ${seconds} s (least to most), all in turn in one run; ` +
			`${new Date().toISOString().slice(0, 10)}.`,
	];
}
