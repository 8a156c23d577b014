import { mkdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { shortPath } from './cache.mjs';
import { HostFailure } from './failure.mjs';
import type { N8nInstall } from './install.mjs';
import { freePort, freePortOf, LOOPBACK } from './port.mjs';
import { startGroup, type ProcessGroup } from './process-group.mjs';

/**
 * What a process of n8n does: `start` is n8n itself; in queue mode, `webhook` takes deliveries and
 * `worker` runs workflows.
 */
export type Role = 'start' | 'webhook' | 'worker';

export interface StartOptions {
	/** `start` by default. */
	readonly role?: Role;
	/** Where n8n keeps its database, its key and the community packages; made when missing. */
	readonly userFolder: string;
	/** Of the loopback address; a free one by default. */
	readonly port?: number;
	/** n8n's own settings, on top of the ones here. */
	readonly env?: NodeJS.ProcessEnv;
}

/** An n8n that runs and answers. */
export interface RunningN8n {
	/** Of the editor or the process, without a slash at the end: `http://127.0.0.1:5678`. */
	readonly url: string;
	readonly pid: number;
	readonly userFolder: string;
	/** What n8n wrote since it was started. */
	readonly logFile: string;
	/** How long the start took, in ms. */
	readonly startTime: number;
	/** Settles when n8n ends, asked or not. */
	readonly ended: ProcessGroup['ended'];
	/** Ends n8n with its task runners, as Ctrl-C does. */
	stop(): Promise<void>;
	/** Ends n8n with its task runners as a power cut does. */
	kill(): Promise<void>;
}

const START_LIMIT = 180_000;
const STOP_PATIENCE = 15_000;
const POLL = 200;

/** Settings for an n8n that talks to nobody but this machine, with its embedded SQLite. */
const SETTINGS: NodeJS.ProcessEnv = {
	NODE_ENV: 'production',
	N8N_LISTEN_ADDRESS: LOOPBACK,
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
};

/** What each role writes last of all, when the database, the nodes and the workflows are up. */
const LAST_LINE: Readonly<Record<Role, string>> = {
	start: 'Editor is now accessible',
	webhook: 'Webhook listener waiting for requests',
	worker: 'n8n worker is now ready',
};

/** Variables of this process that would change how n8n runs. */
const OF_OUR_OWN = /^(N8N_|DB_|QUEUE_|EXECUTIONS_|GENERIC_|WEBHOOK_URL|NODE_|JEST_|npm_)/;

/**
 * Starts n8n on the loopback address and waits until it answers and its workflows are active.
 *
 * @throws HostFailure when the port is taken, or n8n ends or hangs before it answers
 */
export async function startN8n(
	install: N8nInstall,
	{ role = 'start', userFolder, port: wanted, env }: StartOptions,
): Promise<RunningN8n> {
	const begin = Date.now();
	const port =
		wanted === undefined
			? await freePort()
			: await freePortOf(wanted, 'stop what listens there, or choose another');
	await mkdir(userFolder, { recursive: true });
	const logFile = join(userFolder, 'n8n.log');
	await truncate(logFile).catch(() => undefined);
	const url = `http://${LOOPBACK}:${port}`;
	const group = startGroup(
		[...install.command, role],
		{
			...ownEnvironment(),
			...SETTINGS,
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(port),
			N8N_EDITOR_BASE_URL: `${url}/`,
			WEBHOOK_URL: `${url}/`,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...(role === 'worker' ? healthCheckOn(port) : {}),
			...env,
		},
		logFile,
	);
	try {
		await untilReady(role, url, group, logFile);
	} catch (error) {
		await group.kill();
		throw error;
	}
	return {
		url,
		pid: group.pid,
		userFolder,
		logFile,
		startTime: Date.now() - begin,
		ended: group.ended,
		stop: async () => await group.stop(STOP_PATIENCE),
		kill: async () => await group.kill(),
	};
}

/** A worker has no server but for this. */
function healthCheckOn(port: number): NodeJS.ProcessEnv {
	return {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: LOOPBACK,
	};
}

function ownEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_OUR_OWN.test(name)));
}

async function untilReady(
	role: Role,
	url: string,
	group: ProcessGroup,
	logFile: string,
): Promise<void> {
	let gone = false;
	void group.ended.then(() => (gone = true));
	const deadline = Date.now() + START_LIMIT;
	while (!(await isReady(role, url, logFile))) {
		if (gone) {
			throw new HostFailure(`n8n ended before it was up: ${await lastWords(logFile)}.`);
		}
		if (Date.now() > deadline) {
			throw new HostFailure(`n8n was not up after 3 minutes (log: ${shortPath(logFile)}).`);
		}
		await sleep(POLL);
	}
}

async function isReady(role: Role, url: string, logFile: string): Promise<boolean> {
	const log = await readFile(logFile, 'utf8').catch(() => '');
	if (!log.includes(LAST_LINE[role])) return false;
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
}

async function lastWords(logFile: string): Promise<string> {
	const log = await readFile(logFile, 'utf8').catch(() => '');
	const line = log.trim().split('\n').at(-1) ?? 'it wrote nothing';
	return `${line.trim()} (log: ${shortPath(logFile)})`;
}
