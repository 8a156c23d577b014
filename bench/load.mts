import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

import packageJson from '../package.json';
import { median, rounded, type Row } from './measure.mjs';

const ROUNDS = 15;

/** Milliseconds that all built nodes may take beyond n8n-workflow. */
const GOAL = 40;

const require = createRequire(import.meta.url);
const nodes = packageJson.n8n.nodes.map((file) => `${import.meta.dirname}/../${file}`);

/** Requiring all built nodes, each time in a fresh process in which n8n-workflow is there already. */
export function loadRows(): Row[] {
	const missing = nodes.find((file) => !existsSync(file));
	if (missing) throw new Error(`There is no ${missing}: run npm run build first`);
	const rounds = Array.from({ length: ROUNDS }, timesInFreshProcess);
	const ours = median(rounds.map(({ nodes: time }) => time));
	return [
		{
			name: `requiring ${nodes.length} nodes : n8n-workflow (goal: ms)`,
			ours: rounded(ours),
			floor: rounded(median(rounds.map(({ workflow }) => workflow))),
			ratio: rounded(ours),
			unit: 'ms',
			goal: GOAL,
		},
	];
}

/** In milliseconds: n8n-workflow, and then the nodes. */
function timesInFreshProcess(): { readonly workflow: number; readonly nodes: number } {
	const script = `
		const { performance } = require('node:perf_hooks');
		const timeOf = (files) => {
			const start = performance.now();
			for (const file of files) require(file);
			return performance.now() - start;
		};
		const workflow = timeOf([${JSON.stringify(require.resolve('n8n-workflow'))}]);
		const nodes = timeOf(${JSON.stringify(nodes)});
		console.log(JSON.stringify({ workflow, nodes }));`;
	const output = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
	return JSON.parse(output) as ReturnType<typeof timesInFreshProcess>;
}
