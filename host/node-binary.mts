import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { HostFailure } from './failure.mjs';
import type { Release } from './releases.mjs';

/**
 * The Node that a release starts on: the one that was installed with it from npm, so that the
 * machine's own may be of any version; where npm has none for this platform, the machine's own.
 *
 * @param folder where the release is installed
 * @returns its path
 * @throws HostFailure when neither will do
 */
export function nodeFor(release: Release, folder: string): string {
	const { platform, arch } = process;
	const installed = join(folder, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node');
	if (existsSync(installed)) return installed;
	if (Number.parseInt(process.versions.node, 10) >= release.node) return process.execPath;
	throw new HostFailure(
		`n8n ${release.version} needs Node ${release.node} or newer, and npm has none for ` +
			`${platform}-${arch}: run this under Node ${release.node}.`,
	);
}
