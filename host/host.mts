import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { installPackage, packPackage } from './community-package.mjs';
import { installN8n } from './install.mjs';
import { N8nApi } from './n8n-api.mjs';
import { startN8n, type RunningN8n } from './n8n-process.mjs';
import { freePort } from './port.mjs';
import { RELEASES, type Release } from './releases.mjs';

/** Time for a beforeAll that starts n8n, in ms: the first one on a machine installs it. */
export const START_TIMEOUT = 15 * 60_000;

/** The n8n under test, in `N8N_RELEASE`: `newest`, which is the default, or `oldest`. */
export const release: Release =
	process.env['N8N_RELEASE'] === 'oldest' ? RELEASES.oldest : RELEASES.newest;

/** A real n8n with the packed package in it, signed in to, with nothing else in it. */
export interface Host {
	readonly api: N8nApi;
	readonly n8n: RunningN8n;
	/** Ends n8n the way that is named, does something meanwhile, and starts it on the same address. */
	restart(end: 'stop' | 'kill', meanwhile?: () => Promise<void>): Promise<void>;
	/** Ends n8n and removes what it kept. */
	close(): Promise<void>;
}

/**
 * Packs what `npm run build` has built, installs it in a new n8n and starts that.
 *
 * @param env settings of n8n's own
 */
export async function openHost(env: NodeJS.ProcessEnv = {}): Promise<Host> {
	const install = await installN8n(release, (line) => process.stderr.write(`${line}\n`));
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-host-'));
	const tarball = await packPackage();
	await installPackage(tarball, userFolder);
	await rm(dirname(tarball), { recursive: true });
	const port = await freePort();
	const start = async (): Promise<RunningN8n> => await startN8n(install, { userFolder, port, env });
	let n8n = await start();
	const api = new N8nApi(n8n.url);
	await api.signIn();
	return {
		api,
		get n8n() {
			return n8n;
		},
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
