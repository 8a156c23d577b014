import { jest } from '@jest/globals';

const IS_LONG = process.env.LONG !== undefined && process.env.LONG !== '';

/** How much more is generated in the long mode (`LONG=1`), which CI runs. */
const LONG_FACTOR = 20;

// Also for a suite that is fast on a machine with nothing else to do.
jest.setTimeout(IS_LONG ? 600_000 : 60_000);

/** Parameters for fast-check: how many cases to generate, in `npm test` and in the long mode. */
export function generatedCases(runs: number) {
	return { numRuns: IS_LONG ? runs * LONG_FACTOR : runs };
}
