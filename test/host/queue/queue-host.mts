import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { packPackage } from '../../../host/community-package.mjs';
import { installN8n } from '../../../host/install.mjs';
import { N8nApi } from '../../../host/n8n-api.mjs';
import { LOOPBACK } from '../../../host/port.mjs';
import { RELEASES } from '../../../host/releases.mjs';
import { startQueueMode, type QueueMode } from '../../../host/queue/queue-mode.mjs';
import { startRedis } from '../../../host/queue/redis.mjs';
import { isWebhook, type Example, type StoredCredential } from '../examples/example.mjs';
import { startPostgres, type Postgres } from '../../../host/postgres.mjs';
import { SETUPS } from '../../../host/vendor-setup.mjs';
import { makeTables, N8N_SCHEMA } from './databases.mjs';

/** n8n in queue mode with what it stands on, and the package in each of its processes. */
export interface QueueHost {
	readonly api: N8nApi;
	readonly n8n: QueueMode;
	readonly postgres: Postgres;
	/** The vendors' credentials and that of PostgreSQL. */
	readonly credentials: readonly StoredCredential[];
	/** Ends everything and removes what it kept. */
	close(): Promise<void>;
}

/**
 * Starts PostgreSQL, Redis and n8n: one main process, two webhook processors, two workers.
 *
 * @param env settings of n8n's own, for every process
 * @throws HostFailure in one sentence when something is missing on this machine
 */
export async function openQueueHost(env: NodeJS.ProcessEnv = {}): Promise<QueueHost> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	const closers: Array<() => Promise<unknown>> = [
		async () => await rm(folder, { recursive: true, force: true }),
	];
	const close = async (): Promise<void> => {
		for (const end of closers.splice(0).reverse()) await end();
	};
	try {
		const redis = await startRedis();
		closers.push(redis.stop);
		const postgres = await startPostgres();
		closers.push(postgres.stop);
		await makeTables(postgres);
		const install = await installN8n(RELEASES.newest, (line) => process.stderr.write(`${line}\n`));
		const tarball = await packPackage();
		closers.push(async () => await rm(dirname(tarball), { recursive: true, force: true }));
		const n8n = await startQueueMode(install, {
			tarball,
			folder,
			database: postgres,
			redisPort: redis.port,
			webhookProcessors: 2,
			workers: 2,
			env: { DB_POSTGRESDB_SCHEMA: N8N_SCHEMA, ...env },
		});
		closers.push(n8n.stop);
		const api = new N8nApi(n8n.main.url);
		await api.signIn();
		return { api, n8n, postgres, credentials: await storeCredentials(api, postgres), close };
	} catch (error) {
		await close();
		throw error;
	}
}

async function storeCredentials(api: N8nApi, postgres: Postgres): Promise<StoredCredential[]> {
	const drafts = [
		...SETUPS.map(({ vendor, credential }) => ({
			name: vendor.displayName,
			type: vendor.credential,
			data: credential,
		})),
		{
			name: 'PostgreSQL',
			type: 'postgres',
			data: {
				host: LOOPBACK,
				port: postgres.port,
				database: postgres.database,
				user: postgres.user,
				password: '',
				maxConnections: 10,
				ssl: 'disable',
			},
		},
	];
	const stored: StoredCredential[] = [];
	for (const draft of drafts) {
		const { name, type } = draft;
		stored.push({ id: await api.createCredential(draft), name, type });
	}
	return stored;
}

/** Where a vendor's deliveries go, below the address of a webhook processor. */
export function webhookPathOf({ nodes }: Example, trigger: string): string {
	const node = nodes.find(({ type }) => isWebhook(type) && type === trigger);
	return `/webhook/${node?.webhookId}/webhook`;
}
