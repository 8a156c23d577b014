/** Runs all benchmarks and prints their tables; or the suites named: `npm run bench -- localize`. */
import { deliverRows } from './deliver.mjs';
import { growthRows } from './growth.mjs';
import { localizeRows } from './localize.mjs';
import type { Row } from './measure.mjs';

const SUITES: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
	deliver: deliverRows,
	localize: localizeRows,
	growth: growthRows,
};

const wanted = process.argv.slice(2);
for (const [suite, rows] of Object.entries(SUITES)) {
	if (wanted.length > 0 && !wanted.includes(suite)) continue;
	console.log(`\n${suite}`);
	console.table(
		(await rows()).map(({ name, ours, peer, ratio, unit, goal }) => ({
			name,
			ours: `${ours} ${unit}`,
			peer,
			ratio,
			goal: `≤ ${goal}`,
			met: ratio <= goal ? 'yes' : 'NO',
		})),
	);
}

// n8n-core's timers would keep the process.
process.exit();
