import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installN8n } from '../../host/install.mjs';
import { N8nApi } from '../../host/n8n-api.mjs';
import { startN8n, type RunningN8n } from '../../host/n8n-process.mjs';
import { freePort } from '../../host/port.mjs';
import { release } from './host.mjs';

/** An n8n that can be ended and started again, on the same address and with what it kept. */
export interface RestartableHost {
	readonly api: N8nApi;
	readonly userFolder: string;
	/** Ends n8n the way that is named, does something meanwhile, and starts n8n again. */
	restart(end: 'stop' | 'kill', meanwhile?: () => Promise<void>): Promise<void>;
	close(): Promise<void>;
}

/** @param prepare fills n8n's user folder before the first start */
export async function openRestartableHost(
	prepare: (userFolder: string) => Promise<void>,
): Promise<RestartableHost> {
	const install = await installN8n(release, (line) => process.stderr.write(`${line}\n`));
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-host-'));
	await prepare(userFolder);
	const port = await freePort();
	const start = async (): Promise<RunningN8n> => await startN8n(install, { userFolder, port });
	let n8n = await start();
	const api = new N8nApi(n8n.url);
	await api.signIn();
	return {
		api,
		userFolder,
		restart: async (end, meanwhile) => {
			await n8n[end]();
			await meanwhile?.();
			n8n = await start();
		},
		close: async () => {
			await n8n.stop();
			await rm(userFolder, { recursive: true, force: true });
		},
	};
}
