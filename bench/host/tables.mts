import { median, rounded } from '../measure.mjs';
import type { Comparison } from './bursts.mjs';
import { engines, type Engine } from './engines.mjs';
import type { Throughput } from './throughput.mjs';

/** A scenario's throughput in one n8n, round by round. */
export interface Series {
	readonly engine: Engine;
	readonly scenario: { readonly name: string };
	readonly throughputs: Throughput[];
}

/** A row for each scenario. */
export function throughputTable(all: readonly Series[]): string[] {
	const names = [...new Set(all.map(({ scenario }) => scenario.name))];
	const cells = (name: string, engine: Engine): string => {
		const perSecond = figures(all, name, engine, 'eventsPerSecond');
		const [least, most] = [Math.min(...perSecond), Math.max(...perSecond)].map(rounded);
		const cpu = rounded(median(figures(all, name, engine, 'cpuPerEvent')));
		return `${rounded(median(perSecond))} (${least} to ${most}) | ${cpu}`;
	};
	return [
		`| Events a second, and ms of processor time each | ${engines.join(' | ms | ')} | ms |`,
		`| --- |${' --- | --- |'.repeat(engines.length)}`,
		...names.map(
			(name) => `| ${name} | ${engines.map((engine) => cells(name, engine)).join(' | ')} |`,
		),
	];
}

/** A row for each comparison: how many times as many events a second, and how many times less time. */
export function comparisonTable(
	all: readonly Series[],
	comparisons: readonly Comparison[],
): string[] {
	const heads = engines.map((engine) => `events a second, ${engine} | processor time, ${engine}`);
	return [
		`| Times better | than | ${heads.join(' | ')} |`,
		`| --- | --- |${' --- | --- |'.repeat(engines.length)}`,
		...comparisons.map((comparison) => {
			const cells = engines.flatMap((engine) => {
				const { events, time } = timesBetter(all, comparison, engine);
				return [rounded(events), rounded(time)];
			});
			return `| ${comparison.name} | ${comparison.than} | ${cells.join(' | ')} |`;
		}),
	];
}

/** In words, a line for each. */
export function goalsMissed(all: readonly Series[], comparisons: readonly Comparison[]): string[] {
	return comparisons.flatMap((comparison) =>
		engines.flatMap((engine) => {
			const reached = timesBetter(all, comparison, engine);
			return (['events', 'time'] as const).flatMap((figure) => {
				const goal = comparison.goals[engine]?.[figure];
				if (goal === undefined || reached[figure] >= goal) return [];
				const { name, than } = comparison;
				return [
					`  ${name}, than ${than}, ${engine}: ${figure} ${rounded(reached[figure])}, not ${goal}`,
				];
			});
		}),
	);
}

function timesBetter(all: readonly Series[], { name, than }: Comparison, engine: Engine) {
	const medianOf = (of: string, figure: keyof Throughput) =>
		median(figures(all, of, engine, figure));
	return {
		events: medianOf(name, 'eventsPerSecond') / medianOf(than, 'eventsPerSecond'),
		time: medianOf(than, 'cpuPerEvent') / medianOf(name, 'cpuPerEvent'),
	};
}

function figures(
	all: readonly Series[],
	name: string,
	engine: Engine,
	figure: keyof Throughput,
): number[] {
	const series = all.find((one) => one.scenario.name === name && one.engine === engine);
	return series?.throughputs.map((throughput) => throughput[figure]) ?? [];
}
