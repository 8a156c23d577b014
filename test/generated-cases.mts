import { jest } from '@jest/globals';
import fc from 'fast-check';

const IS_LONG = process.env.LONG !== undefined && process.env.LONG !== '';

const LONG_FACTOR = 20;

// In `npm test` the same cases each time, so that a red run is the change's own doing. In the long mode
// (`LONG=1`), which CI runs, others each time, and more of them.
if (!IS_LONG) fc.configureGlobal({ seed: 1 });

// Also for a suite that is fast on a machine with nothing else to do.
jest.setTimeout(IS_LONG ? 600_000 : 60_000);

/** Parameters for fast-check: how many cases to generate, in `npm test` and in the long mode. */
export function generatedCases(runs: number) {
	return { numRuns: IS_LONG ? runs * LONG_FACTOR : runs };
}
