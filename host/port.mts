import { createServer } from 'node:net';

import { HostFailure } from './failure.mjs';

export const LOOPBACK = '127.0.0.1';

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
	const port = await tryPort(0);
	if (port === undefined) throw new HostFailure('No free port is left on this machine.');
	return port;
}

/**
 * The port that was asked for, if nobody listens on it.
 *
 * @param remedy what to do when it is taken
 * @throws HostFailure when it is taken
 */
export async function freePortOf(port: number, remedy: string): Promise<number> {
	if ((await tryPort(port)) !== undefined) return port;
	throw new HostFailure(`Port ${port} is taken: ${remedy}.`);
}

async function tryPort(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, LOOPBACK, () => {
			const address = server.address();
			const bound = address !== null && typeof address === 'object' ? address.port : undefined;
			server.close(() => resolve(bound));
		});
	});
}
