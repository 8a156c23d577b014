import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { HostFailure } from './failure.mjs';
import { freePort, LOOPBACK } from './port.mjs';
import { startGroup } from './process-group.mjs';
import { runCommand } from './run-command.mjs';

/** A PostgreSQL of the test's own, empty, on the loopback address. */
export interface Postgres {
	readonly port: number;
	readonly user: string;
	readonly database: string;
	/** Runs SQL. @returns the rows of its last statement, one text each */
	query(sql: string): Promise<string[]>;
	stop(): Promise<void>;
}

const USER = 'examples';
const DATABASE = 'postgres';
const DEBIAN_FOLDER = '/usr/lib/postgresql';
/** Runs the rest of a command line as it is. */
const ENV = ['env'] as const;
const REMEDY = 'install it with apt-get install postgresql';
const START_LIMIT = 30_000;
const STOP_PATIENCE = 5_000;
const POLL = 100;

/**
 * Makes and starts a database server. PostgreSQL refuses to run as root, so then it runs as the user
 * that Debian makes for it.
 *
 * @throws HostFailure when PostgreSQL is missing or does not start
 */
export async function startPostgres(): Promise<Postgres> {
	const bin = await binFolder();
	const as = await unprivileged();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-postgres-'));
	if (as) await chown(folder, as.uid, as.gid);
	const run = async (program: string, ...args: string[]): Promise<string> => {
		const [command, ...rest] = [...(as?.prefix ?? ENV), join(bin, program), ...args];
		const result = await runCommand(command, rest, { cwd: folder, remedy: REMEDY });
		if (result.code !== 0) throw new HostFailure(`${program} failed: ${result.output.trim()}`);
		return result.stdout;
	};

	const data = join(folder, 'data');
	await run('initdb', '-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync');
	const port = await freePort();
	const options = ['-D', data, '-p', String(port), '-F', '-c', `listen_addresses=${LOOPBACK}`];
	const server = startGroup(
		[...(as?.prefix ?? ENV), join(bin, 'postgres'), ...options, '-c', 'unix_socket_directories='],
		process.env,
		join(folder, 'postgres.log'),
	);
	const query = async (sql: string): Promise<string[]> => {
		const address = ['-h', LOOPBACK, '-p', String(port), '-U', USER, '-d', DATABASE];
		const output = await run('psql', ...address, '-qAt', '-v', 'ON_ERROR_STOP=1', '-c', sql);
		return output.split('\n').filter((row) => row !== '');
	};
	const stop = async (): Promise<void> => {
		await server.stop(STOP_PATIENCE);
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await untilReady(query);
	} catch (error) {
		await stop();
		throw error;
	}
	return { port, user: USER, database: DATABASE, query, stop };
}

/** Where PostgreSQL's programs are: in the PATH, or where Debian puts them. */
async function binFolder(): Promise<string> {
	const versions = await readdir(DEBIAN_FOLDER).catch(() => []);
	const folders = [
		...(process.env['PATH'] ?? '').split(delimiter),
		...versions.sort((one, other) => Number(other) - Number(one)).map(debianFolder),
	];
	const folder = folders.find((candidate) =>
		['initdb', 'postgres', 'psql'].every((program) => existsSync(join(candidate, program))),
	);
	if (folder !== undefined) return folder;
	throw new HostFailure(`PostgreSQL is missing: ${REMEDY}.`);
}

function debianFolder(version: string): string {
	return join(DEBIAN_FOLDER, version, 'bin');
}

interface Unprivileged {
	readonly uid: number;
	readonly gid: number;
	/** The beginning of a command line that runs the rest as this user. */
	readonly prefix: readonly [string, ...string[]];
}

/** The user to run as; undefined where we are not root. */
async function unprivileged(): Promise<Unprivileged | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')]);
	const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'] as const;
	return { uid, gid, prefix };
}

async function idOf(option: '-u' | '-g'): Promise<number> {
	const { code, stdout } = await runCommand('id', [option, 'postgres'], {
		cwd: tmpdir(),
		remedy: 'install it with apt-get install coreutils',
	});
	if (code === 0) return Number(stdout);
	throw new HostFailure(
		'PostgreSQL does not run as root, and there is no user "postgres": add it.',
	);
}

async function untilReady(query: (sql: string) => Promise<string[]>): Promise<void> {
	const deadline = Date.now() + START_LIMIT;
	for (;;) {
		try {
			await query('SELECT 1');
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await sleep(POLL);
		}
	}
}
