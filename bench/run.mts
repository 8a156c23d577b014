/**
 * Runs all benchmarks, prints their table and writes `bench/results.json`. Names of suites may follow
 * the command: `npm run bench -- localize`.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

import { deliverRows } from './deliver.mjs';
import { growthRows } from './growth.mjs';
import { loadRows } from './load.mjs';
import { localizeRows } from './localize.mjs';
import type { Row } from './measure.mjs';
import { memoryRows } from './memory.mjs';
import { verifyRows } from './verify.mjs';

const SUITES: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
	deliver: deliverRows,
	localize: localizeRows,
	load: loadRows,
	memory: memoryRows,
	verify: verifyRows,
	growth: growthRows,
};

const wanted = process.argv.slice(2);
const results: Record<string, Row[]> = {};
for (const [suite, rows] of Object.entries(SUITES)) {
	if (wanted.length > 0 && !wanted.includes(suite)) continue;
	results[suite] = await rows();
	console.log(`\n${suite}`);
	console.table(
		results[suite].map(({ name, ours, floor, peer, ratio, unit, goal }) => ({
			name,
			ours: `${ours} ${unit}`,
			'floor or peer': floor ?? peer ?? '',
			ratio,
			goal: goal === undefined ? '' : `≤ ${goal}`,
			met: goal === undefined ? '' : ratio <= goal ? 'yes' : 'NO',
		})),
	);
}

const machine = { node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length };
writeFileSync(
	new URL('results.json', import.meta.url),
	`${JSON.stringify({ machine, date: new Date().toISOString(), results }, undefined, '\t')}\n`,
);
