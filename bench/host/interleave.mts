import { setTimeout as sleep } from 'node:timers/promises';

import type { LiveEngine } from './engines.mjs';
import type { LoadSize } from './load.mjs';
import type { LiveScenario } from './scenarios.mjs';
import { throughputOf, type Throughput } from './throughput.mjs';

/** The throughputs of one scenario in one engine, a round each. */
export interface Series {
	readonly engine: LiveEngine;
	readonly scenario: LiveScenario;
	readonly rounds: readonly Throughput[];
}

/** n8n gets new expression engines ready after it has used some; the next one is not to pay for it. */
const SETTLE = 1_000;

/**
 * Measures all scenarios of all engines in turn, round by round, so that whatever disturbs the machine
 * disturbs all of them. A round before them counts for nothing.
 *
 * @param onRound called before each round; round 0 is the one that does not count
 */
export async function measureInTurn(
	engines: readonly LiveEngine[],
	rounds: number,
	size: LoadSize,
	onRound: (round: number) => void,
): Promise<Series[]> {
	const all = engines.flatMap((engine) =>
		[...engine.scenarios.values()].map((scenario) => ({
			engine,
			scenario,
			rounds: [] as Throughput[],
		})),
	);
	for (let round = 0; round <= rounds; round++) {
		onRound(round);
		for (const series of inAnotherOrder(all, round)) {
			await sleep(SETTLE);
			const throughput = await throughputOf(series.engine.host, series.scenario, size);
			if (round > 0) series.rounds.push(throughput);
		}
	}
	return all;
}

/** Each round has another first member, and others behind each other. */
function inAnotherOrder<T>(list: readonly T[], round: number): T[] {
	const { length } = list;
	const strides = list.map((_, index) => index + 1).filter((step) => divisor(step, length) === 1);
	const stride = strides[round % strides.length] ?? 1;
	return list.map((_, index) => list[(round + index * stride) % length]!);
}

/** The greatest number that divides both. */
function divisor(one: number, other: number): number {
	return other === 0 ? one : divisor(other, one % other);
}
