import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cacheFolder, shortPath } from './cache.mjs';
import { HostFailure } from './failure.mjs';
import { npm } from './npm.mjs';
import type { Progress } from './progress.mjs';
import type { Release } from './releases.mjs';

/** An n8n on this machine, ready to be started. */
export interface N8nInstall {
	/** The version, or the path that `N8N_BIN` names. */
	readonly name: string;
	/** The command line that n8n's own arguments are added to. */
	readonly command: readonly [string, ...string[]];
}

const DRIVER_FORK = '@appthreat/sqlite3';

/**
 * An n8n of a release, with the exact packages of its lock file. The first call on a machine installs
 * it into the user's cache folder, some minutes and 2.4 GB; all later ones, of every clone, use that.
 * Where `N8N_BIN` names an n8n, that one is used instead, whatever its version.
 *
 * @throws HostFailure for a missing tool, or with npm's words
 */
export async function installN8n(release: Release, progress: Progress): Promise<N8nInstall> {
	const named = process.env['N8N_BIN'];
	if (named) return namedInstall(named);
	const folder = await installFolder(release);
	if (!existsSync(folder)) await installInto(folder, release, progress);
	const program = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { name: release.version, command: [nodeFor(release, folder), program] };
}

function namedInstall(path: string): N8nInstall {
	if (existsSync(path)) return { name: path, command: [path] };
	throw new HostFailure(`N8N_BIN names ${path}, which does not exist: name n8n's program file.`);
}

/** The folder's name tells the packages and the platform, so that a new lock file is a new install. */
async function installFolder(release: Release): Promise<string> {
	const lock = await readFile(new URL('package-lock.json', release.lockFolder));
	const platform = `${process.platform}-${process.arch}`;
	const hash = createHash('sha256').update(lock).update(platform).digest('hex').slice(0, 8);
	return join(cacheFolder(), `n8n-${release.version}-${hash}`);
}

/** Installs beside the folder and renames at the end: what is there is complete. */
async function installInto(folder: string, release: Release, progress: Progress): Promise<void> {
	const unfinished = `${folder}.${process.pid}`;
	const logFile = `${folder}.log`;
	progress(`installing n8n ${release.version} into ${shortPath(folder)}`);
	progress(`once for this machine: about 4 minutes and 2.4 GB; npm's words: ${shortPath(logFile)}`);
	await cp(fileURLToPath(release.lockFolder), unfinished, { recursive: true });
	await npm(['ci', '--omit=dev', '--no-progress', '--loglevel=error'], {
		cwd: unfinished,
		logFile,
		purpose: 'Installing n8n',
	});
	await placeDatabaseDriver(unfinished);
	try {
		await rename(unfinished, folder);
	} catch (error) {
		if (!existsSync(folder)) throw error;
		// Another process was faster.
		await rm(unfinished, { recursive: true });
	}
}

/**
 * The one native module that n8n neither brings as a binary nor finds in the npm registry: the driver
 * of its embedded database. A fork of it has a binary with the same interface for each platform.
 */
async function placeDatabaseDriver(folder: string): Promise<void> {
	const require = createRequire(join(folder, 'package.json'));
	const fork = dirname(require.resolve(`${DRIVER_FORK}/package.json`));
	const { path: findBinary } = require('node-gyp-build') as { path(folder: string): string };
	const place = join(folder, 'node_modules', 'sqlite3', 'build', 'Release');
	await mkdir(place, { recursive: true });
	await cp(findBinary(fork), join(place, 'node_sqlite3.node'));
}

/**
 * The Node that a release starts on: the one that was installed with it from npm, so that the
 * machine's own may be of any version; where npm has none for this platform, the machine's own.
 */
function nodeFor(release: Release, folder: string): string {
	const { platform, arch } = process;
	const installed = join(folder, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node');
	if (existsSync(installed)) return installed;
	if (Number.parseInt(process.versions.node, 10) >= release.node) return process.execPath;
	throw new HostFailure(
		`n8n ${release.version} needs Node ${release.node} or newer, and npm has none for ` +
			`${platform}-${arch}: run this under Node ${release.node}.`,
	);
}
