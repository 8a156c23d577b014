import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cacheFolder, shortPath } from './cache.mjs';
import { HostFailure } from './failure.mjs';
import { withLock } from './folder-lock.mjs';
import { nodeFor } from './node-binary.mjs';
import { npm } from './npm.mjs';
import { duration, type Progress } from './progress.mjs';
import type { Release } from './releases.mjs';

/** An n8n on this machine, ready to be started. */
export interface N8nInstall {
	/** The version, or the path that `N8N_BIN` names. */
	readonly name: string;
	/** The command line that n8n's own arguments are added to. */
	readonly command: readonly [string, ...string[]];
	/** The Node that n8n runs on, absent when `N8N_BIN` names a program of its own. */
	readonly node?: string;
}

const GIBIBYTE = 2 ** 30;
const NEEDED_SPACE = 4 * GIBIBYTE;
const REPORT_EVERY = 15_000;
const DRIVER_FORK = '@appthreat/sqlite3';

/**
 * An n8n of a release, with the exact packages of its lock file. The first call on a machine installs
 * it into the user's cache folder, some minutes and 2.4 GB; all later ones, of every clone, use that.
 * Where `N8N_BIN` names an n8n, that one is used instead, whatever its version.
 *
 * @throws HostFailure for a missing tool, a failed download, a full disk
 */
export async function installN8n(release: Release, progress: Progress): Promise<N8nInstall> {
	const named = process.env['N8N_BIN'];
	if (named) return namedInstall(named);
	const folder = await installFolder(release);
	const parent = dirname(folder);
	await mkdir(parent, { recursive: true });
	if (!existsSync(folder)) {
		await withLock(`${folder}.lock`, progress, async () => {
			if (!existsSync(folder)) await installInto(folder, release, progress);
		});
	}
	const node = nodeFor(release, folder);
	const program = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { name: release.version, command: [node, program], node };
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
	const begin = Date.now();
	const unfinished = `${folder}.unfinished`;
	const logFile = `${folder}.log`;
	await rm(unfinished, { recursive: true, force: true });
	await rm(logFile, { force: true });
	await checkSpace(dirname(folder));
	progress(`installing n8n ${release.version} into ${shortPath(folder)}`);
	progress('once for this machine: about 4 minutes and 2.4 GB');
	await cp(fileURLToPath(release.lockFolder), unfinished, { recursive: true });
	await download(unfinished, logFile, progress);
	await placeDatabaseDriver(unfinished);
	await rename(unfinished, folder);
	progress(`n8n ${release.version} is installed (${duration(Date.now() - begin)})`);
}

async function checkSpace(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	if (bavail * bsize >= NEEDED_SPACE) return;
	const free = ((bavail * bsize) / GIBIBYTE).toFixed(1);
	throw new HostFailure(
		`n8n needs 4 GB of disk space and ${shortPath(folder)} has ${free} GB: free some, or name ` +
			'another folder in XDG_CACHE_HOME.',
	);
}

async function download(folder: string, logFile: string, progress: Progress): Promise<void> {
	const total = await packagesInLock(folder);
	const begin = Date.now();
	const report = setInterval(() => {
		void packagesUnpacked(folder).then((count) => {
			const time = duration(Date.now() - begin);
			progress(`  ${time}: ${Math.floor((100 * count) / total)} % of the packages are there`);
		});
	}, REPORT_EVERY);
	try {
		await npm(['ci', '--omit=dev', '--no-progress', '--loglevel=error'], {
			cwd: folder,
			logFile,
			purpose: 'Installing n8n',
		});
	} finally {
		clearInterval(report);
	}
}

/** How many packages stand directly under node_modules: most of all, and cheap to count. */
async function packagesInLock(folder: string): Promise<number> {
	const lock = await readFile(join(folder, 'package-lock.json'), 'utf8');
	return lock.match(/^\t\t"node_modules\/[^@/"]+"/gm)?.length ?? 1;
}

async function packagesUnpacked(folder: string): Promise<number> {
	const modules = join(folder, 'node_modules');
	const names = await readdir(modules).catch(() => []);
	return names.filter((name) => existsSync(join(modules, name, 'package.json'))).length;
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
