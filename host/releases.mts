/** The releases of n8n that this package is proven in; each has a folder with its lock file here. */
export const RELEASES = {
	newest: { version: '2.41.1', node: 24 },
	oldest: { version: '2.8.4', node: 20 },
} as const satisfies Record<string, Release>;

/** One n8n, pinned with everything that it is made of. */
export interface Release {
	readonly version: string;
	/** The major version of Node that it starts on, at least. */
	readonly node: number;
}

/** The folder with `package.json` and `package-lock.json` of a release. */
export function lockFolder(release: Release): URL {
	return new URL(`./n8n-${release.version}/`, import.meta.url);
}
