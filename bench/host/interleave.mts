import type { LiveEngine } from './engines.mjs';
import type { LoadSize } from './load.mjs';
import type { LiveScenario } from './scenarios.mjs';
import { throughputOf } from './throughput.mjs';

/** The throughputs of one scenario in one engine, a round each. */
export interface Series {
	readonly engine: LiveEngine;
	readonly scenario: LiveScenario;
	readonly rounds: readonly number[];
}

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
			rounds: [] as number[],
		})),
	);
	for (let round = 0; round <= rounds; round++) {
		onRound(round);
		// Whoever comes first in a round must not always be the same.
		const offset = (round * 7) % all.length;
		for (const series of [...all.slice(offset), ...all.slice(0, offset)]) {
			const { api } = series.engine.host;
			const throughput = await throughputOf(api, series.scenario, size);
			if (round > 0) series.rounds.push(throughput);
		}
	}
	return all;
}
