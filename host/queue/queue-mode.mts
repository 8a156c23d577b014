import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { installPackage } from '../community-package.mjs';
import type { N8nInstall } from '../install.mjs';
import { startN8n, type Role, type RunningN8n } from '../n8n-process.mjs';
import { LOOPBACK } from '../port.mjs';

/** A process of n8n in queue mode that can be killed and started again, on the same port. */
export interface QueueProcess {
	readonly name: string;
	/** Without a slash at the end. */
	readonly url: string;
	/** Ends it as a power cut does. */
	kill(): Promise<void>;
	/** Starts it again, with the folder and the port that it had. */
	restart(): Promise<void>;
}

/** n8n in queue mode, all processes up, with the package in each of them. */
export interface QueueMode {
	readonly main: QueueProcess;
	readonly webhookProcessors: readonly QueueProcess[];
	readonly workers: readonly QueueProcess[];
	/** Ends all processes. */
	stop(): Promise<void>;
}

/** The PostgreSQL that all processes of n8n share. */
export interface SharedDatabase {
	readonly port: number;
	readonly user: string;
	readonly database: string;
}

export interface QueueModeOptions {
	/** The packed package. */
	readonly tarball: string;
	/** An empty folder, for each process's user folder. */
	readonly folder: string;
	readonly database: SharedDatabase;
	readonly redisPort: number;
	readonly webhookProcessors: number;
	readonly workers: number;
	/** Settings of n8n's own, for every process. */
	readonly env?: NodeJS.ProcessEnv;
}

/**
 * Starts n8n in queue mode: the main process first, since it brings the database up to date, then all
 * others at once.
 *
 * @throws HostFailure when a process ends or hangs before it is up; none is left behind
 */
export async function startQueueMode(
	install: N8nInstall,
	{ tarball, folder, webhookProcessors, workers, ...options }: QueueModeOptions,
): Promise<QueueMode> {
	const env = environmentOf(options);
	const started: ManagedProcess[] = [];
	const start = async (name: string, role: Role): Promise<ManagedProcess> => {
		const userFolder = join(folder, name);
		await installPackage(tarball, userFolder);
		const managed = new ManagedProcess(name, install, role, userFolder, env);
		started.push(managed);
		await managed.restart();
		return managed;
	};
	const several = async (name: string, role: Role, count: number): Promise<QueueProcess[]> =>
		await Promise.all(
			Array.from({ length: count }, async (_, index) => await start(`${name}-${index + 1}`, role)),
		);
	const stop = async (): Promise<void> => {
		await Promise.all(started.map(async (managed) => await managed.stop()));
	};
	try {
		const main = await start('main', 'start');
		const [ofWebhooks, ofWorkers] = await Promise.all([
			several('webhook', 'webhook', webhookProcessors),
			several('worker', 'worker', workers),
		]);
		return { main, webhookProcessors: ofWebhooks, workers: ofWorkers, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function environmentOf({
	database,
	redisPort,
	env,
}: Pick<QueueModeOptions, 'database' | 'redisPort' | 'env'>): NodeJS.ProcessEnv {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: LOOPBACK,
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: LOOPBACK,
		DB_POSTGRESDB_PORT: String(database.port),
		DB_POSTGRESDB_USER: database.user,
		DB_POSTGRESDB_DATABASE: database.database,
		// Without the same key, a worker cannot read the credentials that main has stored.
		N8N_ENCRYPTION_KEY: randomUUID(),
		...env,
	};
}

class ManagedProcess implements QueueProcess {
	private running: RunningN8n | undefined;
	/** Of the first start; later ones are on the same port. */
	private port: number | undefined;
	private isStopped = false;

	constructor(
		readonly name: string,
		private readonly install: N8nInstall,
		private readonly role: Role,
		private readonly userFolder: string,
		private readonly env: NodeJS.ProcessEnv,
	) {}

	get url(): string {
		if (this.running === undefined) throw new Error(`${this.name} was never up`);
		return this.running.url;
	}

	async kill(): Promise<void> {
		await this.running?.kill();
	}

	async restart(): Promise<void> {
		const { install, role, userFolder, env, port } = this;
		this.running = await startN8n(install, {
			role,
			userFolder,
			env,
			...(port === undefined ? {} : { port }),
		});
		this.port = Number(new URL(this.running.url).port);
		if (this.isStopped) await this.running.stop();
	}

	async stop(): Promise<void> {
		this.isStopped = true;
		await this.running?.stop();
	}
}
