import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of the table of results. */
export interface Row {
	readonly name: string;
	/** What this project's code takes. */
	readonly ours: number;
	/** What it is compared with takes: another way of doing the same, or less of it. */
	readonly peer: number;
	/** ours : peer. */
	readonly ratio: number;
	readonly unit: 'ms' | 'µs' | 'ns' | 'x';
	/** The greatest ratio that is good enough. */
	readonly goal: number;
}

/** A way of doing something, by name. */
export type Contenders<Name extends string> = Readonly<Record<Name, () => unknown>>;

export interface Rounds {
	/** Rounds that count; each contender runs once in each, in turn. */
	readonly rounds: number;
	/** Rounds before them, for the compiler to settle. */
	readonly warmUp: number;
	/** What one run of a contender does, for times per piece. */
	readonly pieces?: number;
}

/**
 * Runs all contenders in turn, round by round, in this one process, so that whatever disturbs the
 * machine disturbs all of them, and gives each one's median.
 *
 * @returns ms a run, or a piece where `pieces` is given
 */
export async function measure<Name extends string>(
	contenders: Contenders<Name>,
	{ rounds, warmUp, pieces = 1 }: Rounds,
): Promise<Record<Name, number>> {
	const times = new Map((Object.keys(contenders) as Name[]).map((name) => [name, [] as number[]]));
	for (let round = -warmUp; round < rounds; round++) {
		// Whoever runs first in a round must not always be the same
		const first = Math.abs(round) % times.size;
		const turns = [...times].slice(first).concat([...times].slice(0, first));
		for (const [name, ofName] of turns) {
			const start = performance.now();
			blackHole = await contenders[name]();
			if (round >= 0) ofName.push((performance.now() - start) / pieces);
		}
	}
	const medians = [...times].map(([name, ofName]) => [name, median(ofName)] as const);
	return Object.fromEntries(medians) as Record<Name, number>;
}

/** Where results go, so that no compiler leaves out the work. */
export let blackHole: unknown;

export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Rounds to three significant digits. */
export function rounded(number: number): number {
	return Number(number.toPrecision(3));
}

// As with `node --expose-gc`, which whoever runs the benchmarks need not know
setFlagsFromString('--expose-gc');

/** Collects all garbage: heaps are comparable only then. */
export const collectGarbage = runInNewContext('gc') as () => void;
