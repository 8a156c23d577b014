import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of the table of results. */
export interface Row {
	readonly name: string;
	/** What this project's code takes. */
	readonly ours: number;
	/** The least that any code could take, or what another way of doing the same takes. */
	readonly floor?: number;
	readonly peer?: number;
	/** ours : floor or peer; for other rows whatever the goal is about. */
	readonly ratio: number;
	readonly unit: 'ms' | 'µs' | 'ns' | 'x' | 'MB';
	/** The greatest ratio that is good enough. */
	readonly goal?: number;
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
export function measure<Name extends string>(
	contenders: Contenders<Name>,
	rounds: Rounds,
): Record<Name, number> {
	const schedule = new Schedule(Object.keys(contenders) as Name[], rounds);
	for (const [round, name] of schedule.turns()) {
		const start = performance.now();
		blackHole = contenders[name]();
		schedule.record(round, name, performance.now() - start);
	}
	return schedule.medians();
}

/** The same for contenders that return promises. */
export async function measureAsync<Name extends string>(
	contenders: Contenders<Name>,
	rounds: Rounds,
): Promise<Record<Name, number>> {
	const schedule = new Schedule(Object.keys(contenders) as Name[], rounds);
	for (const [round, name] of schedule.turns()) {
		const start = performance.now();
		blackHole = await contenders[name]();
		schedule.record(round, name, performance.now() - start);
	}
	return schedule.medians();
}

/** Whose turn it is, and the times of each. */
class Schedule<Name extends string> {
	private readonly times: Map<Name, number[]>;

	constructor(
		private readonly names: readonly Name[],
		private readonly rounds: Rounds,
	) {
		this.times = new Map(names.map((name) => [name, []]));
	}

	*turns(): Generator<readonly [round: number, name: Name]> {
		const { names } = this;
		for (let round = -this.rounds.warmUp; round < this.rounds.rounds; round++) {
			// Whoever runs first in a round must not always be the same
			const offset = Math.abs(round) % names.length;
			for (const name of [...names.slice(offset), ...names.slice(0, offset)]) yield [round, name];
		}
	}

	record(round: number, name: Name, time: number): void {
		if (round >= 0) this.times.get(name)?.push(time / (this.rounds.pieces ?? 1));
	}

	medians(): Record<Name, number> {
		const entries = [...this.times].map(([name, times]) => [name, median(times)] as const);
		return Object.fromEntries(entries) as Record<Name, number>;
	}
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
