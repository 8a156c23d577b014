/**
 * Deliveries a second through a real n8n: our triggers, and what else one could take. All in one run,
 * in turn, with n8n's expression engine as it comes and lazy. Prints the table, writes
 * `bench/host-results.json` and the tables of docs/scaling.md.
 */
import { parseArgs } from 'node:util';

import { startOutsideWorld } from '../test/host/examples/outside-world.mjs';
import { buildPackage } from '../host/community-package.mjs';
import { step } from '../host/progress.mjs';
import { RELEASES } from '../host/releases.mjs';
import { writeTables } from './host/docs-tables.mjs';
import { ALL_SCENARIOS, ENGINES, openEngine, type LiveEngine } from './host/engines.mjs';
import { GOALS } from './host/goals.mjs';
import { measureInTurn, type Series } from './host/interleave.mjs';
import { machine, writeResults, type HostResults } from './host/results.mjs';
import { STRIPE_HOST, stripeApi } from './host/stripe.mjs';
import { executionsForUnwanted } from './host/unwanted.mjs';
import { median, rounded } from './measure.mjs';

const USAGE = `npm run bench:host
npm run bench:host -- --rounds 5 --seconds 4   how often, and how long each is measured
npm run bench:host -- --built                  takes the package as it is built already
npm run bench:host -- --dry                    prints only, writes no file`;

const CONNECTIONS = 8;
const MOST_REQUESTS = 20_000;

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '5' },
		seconds: { type: 'string', default: '4' },
		built: { type: 'boolean', default: false },
		dry: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) {
	console.log(USAGE);
	process.exit();
}
const rounds = positive('--rounds', values.rounds);
const seconds = positive('--seconds', values.seconds);

if (!values.built) await step('Building the package', buildPackage);
const world = await startOutsideWorld({ [STRIPE_HOST]: stripeApi });
const engines: LiveEngine[] = [];
try {
	for (const id of ['default', 'lazy'] as const) {
		const name = `Starting n8n ${RELEASES.newest.version}, expression engine ${ENGINES[id].name}`;
		engines.push(await step(name, async () => await openEngine(id, world, ALL_SCENARIOS)));
	}
	const series = await step('Measuring', async (progress) => {
		const size = {
			connections: CONNECTIONS,
			requests: MOST_REQUESTS,
			milliseconds: 1000 * seconds,
		};
		return await measureInTurn(engines, rounds, size, (round) => {
			progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
		});
	});
	const unwanted: Record<string, number> = {};
	for (const engine of engines) unwanted[engine.id] = await executionsForUnwanted(engine);
	const results = resultsOf(series, unwanted);
	print(results);
	if (!values.dry) {
		writeResults(results);
		await writeTables();
	}
} finally {
	await Promise.all(engines.map(async ({ host }) => await host.close()));
	await world.stop();
}

function resultsOf(all: readonly Series[], unwanted: Record<string, number>): HostResults {
	const rows = all.map(({ engine, scenario, rounds: throughputs }) => {
		const perSecond = throughputs.map(({ eventsPerSecond }) => eventsPerSecond);
		return {
			engine: engine.id,
			id: scenario.id,
			name: scenario.name,
			eventsPerSecond: rounded(median(perSecond)),
			least: rounded(Math.min(...perSecond)),
			most: rounded(Math.max(...perSecond)),
			cpuPerEvent: rounded(median(throughputs.map(({ cpuPerEvent }) => cpuPerEvent))),
		};
	});
	const find = (engine: string, id: string) =>
		rows.find((row) => row.engine === engine && row.id === id);
	const ratio = (one = NaN, other = NaN): number => rounded(one / other);
	return {
		date: new Date().toISOString(),
		machine: machine(),
		n8n: RELEASES.newest.version,
		rounds,
		seconds,
		connections: CONNECTIONS,
		rows,
		ratios: GOALS.map(({ engine, ours, other, meaning, ratio: goal }) => ({
			engine,
			ours,
			other,
			meaning,
			ratio: ratio(find(engine, ours)?.eventsPerSecond, find(engine, other)?.eventsPerSecond),
			cpuRatio: ratio(find(engine, other)?.cpuPerEvent, find(engine, ours)?.cpuPerEvent),
			goal,
		})),
		executionsForUnwanted: unwanted,
	};
}

function print({ rows, ratios, executionsForUnwanted: unwanted }: HostResults): void {
	console.table(
		rows.map(({ engine, id, name, eventsPerSecond, least, most, cpuPerEvent }) => ({
			engine,
			id,
			name,
			'events a second': eventsPerSecond,
			'least to most': `${least} to ${most}`,
			'CPU ms an event': cpuPerEvent,
		})),
	);
	console.table(
		ratios.map(({ engine, ours, other, meaning, ratio, cpuRatio, goal }) => ({
			engine,
			ratio: `${ours} : ${other}`,
			meaning,
			measured: ratio,
			'by CPU time': cpuRatio,
			goal: `≥ ${goal}`,
			met: ratio >= goal ? 'yes' : 'NO',
		})),
	);
	console.log(`Executions for 100 unwanted deliveries: ${JSON.stringify(unwanted)}`);
}

function positive(option: string, text: string): number {
	const value = Number(text);
	if (value > 0) return value;
	throw new Error(`${option} wants a number above 0, not "${text}".\n\n${USAGE}`);
}
