import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { HostFailure } from '../failure.mjs';
import { freePort, LOOPBACK } from '../port.mjs';
import { startGroup } from '../process-group.mjs';
import { runCommand } from '../run-command.mjs';

/** A Redis of our own, empty, on the loopback address. */
export interface Redis {
	readonly port: number;
	stop(): Promise<void>;
}

const PROGRAM = 'redis-server';
const REMEDY = 'install it with apt-get install redis-server';
const START_LIMIT = 15_000;
const STOP_PATIENCE = 5_000;
const POLL = 50;

/**
 * Starts a Redis that keeps its data in memory.
 *
 * @throws HostFailure when Redis is missing or does not start
 */
export async function startRedis(): Promise<Redis> {
	await runCommand(PROGRAM, ['--version'], { cwd: tmpdir(), remedy: REMEDY });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-redis-'));
	const port = await freePort();
	const logFile = join(folder, 'redis.log');
	const settings = { bind: LOOPBACK, port: String(port), save: '', appendonly: 'no', dir: folder };
	const server = startGroup(
		[PROGRAM, ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])],
		process.env,
		logFile,
	);
	const stop = async (): Promise<void> => {
		await server.stop(STOP_PATIENCE);
		await rm(folder, { recursive: true, force: true });
	};
	const deadline = Date.now() + START_LIMIT;
	while (!(await answersPing(port))) {
		if (Date.now() > deadline) {
			const lastWords = (await readFile(logFile, 'utf8')).trim().split('\n').at(-1);
			await server.kill();
			await rm(folder, { recursive: true, force: true });
			throw new HostFailure(`Redis does not start: ${lastWords}.`);
		}
		await sleep(POLL);
	}
	return { port, stop };
}

async function answersPing(port: number): Promise<boolean> {
	const socket = connect(port, LOOPBACK);
	try {
		socket.write('PING\r\n');
		const [answer] = (await once(socket, 'data')) as [Buffer];
		return answer.toString().startsWith('+PONG');
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
