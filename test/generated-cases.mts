/** How much more is generated in the long mode (`LONG=1`), which CI runs. */
const LONG_FACTOR = 20;

/** Parameters for fast-check: how many cases to generate, in `npm test` and in the long mode. */
export function generatedCases(runs: number) {
	return { numRuns: process.env.LONG ? runs * LONG_FACTOR : runs };
}
