import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { HostFailure } from './failure.mjs';
import type { Release } from './releases.mjs';

/** A Node to run n8n on. */
export interface NodeBinary {
	readonly path: string;
	/** Its folder with C++ headers, where it came with the install. */
	readonly headers?: string;
}

/**
 * The Node that a release starts on: the one that was installed with it from npm, so that the
 * machine's own may be of any version; where npm has none for this platform, the machine's own.
 *
 * @param folder where the release is installed
 * @throws HostFailure when neither will do
 */
export function nodeFor(release: Release, folder: string): NodeBinary {
	const headers = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`);
	const path = join(headers, 'bin', 'node');
	if (existsSync(path)) return { path, headers };
	if (Number(process.versions.node.split('.')[0]) >= release.node) {
		return { path: process.execPath };
	}
	throw new HostFailure(
		`n8n ${release.version} needs Node ${release.node} or newer, and npm has none for ` +
			`${process.platform}-${process.arch}: run this under Node ${release.node}.`,
	);
}
