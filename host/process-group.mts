import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { startGuard } from './guard.mjs';

const POLL = 50;

/** A program with all the processes that it starts, which end together. */
export interface ProcessGroup {
	readonly pid: number;
	/** Settles when the program itself has ended. */
	readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
	/** Asks the program to end, and after a time makes every process of the group end. */
	stop(patience: number): Promise<void>;
	/** Ends every process of the group at once, as `kill -9` does. */
	kill(): Promise<void>;
}

/**
 * Starts a program in a process group of its own. However this process ends, `kill -9` included, no
 * process of the group outlives it.
 *
 * @param logFile takes what the group writes, appended
 */
export function startGroup(
	[program, ...args]: readonly [string, ...string[]],
	env: NodeJS.ProcessEnv,
	logFile: string,
): ProcessGroup {
	const log = openSync(logFile, 'a');
	const child = spawn(program, args, { env, detached: true, stdio: ['ignore', log, log] });
	closeSync(log);
	const ended = endOf(child);
	const { pid } = child;
	if (pid === undefined) {
		return { pid: 0, ended, stop: async () => undefined, kill: async () => undefined };
	}
	const guard = startGuard(pid);
	const kill = async (): Promise<void> => {
		signalGroup(pid, 'SIGKILL');
		while (signalGroup(pid, 0)) await sleep(POLL);
		guard.dismiss();
	};
	const stop = async (patience: number): Promise<void> => {
		child.kill('SIGTERM');
		await Promise.race([ended, sleep(patience, undefined, { ref: false })]);
		await kill();
	};
	return { pid, ended, stop, kill };
}

async function endOf(
	child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: string | null }> {
	try {
		await once(child, 'exit');
	} catch {
		return { code: null, signal: null }; // it did not start
	}
	return { code: child.exitCode, signal: child.signalCode };
}

/** Whether there was a process of the group to signal. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
	try {
		process.kill(-group, signal);
		return true;
	} catch {
		return false;
	}
}
