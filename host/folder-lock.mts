import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Progress } from './progress.mjs';

const HEARTBEAT = 10_000;
const FORSAKEN_AFTER = 6 * HEARTBEAT;
const POLL = 1_000;

/**
 * Runs a task while no other process on this machine does: the others wait, and say so. A holder
 * renews its lock every 10 s; the lock of a dead one is taken over.
 *
 * @param path of the lock file; its folder exists
 */
export async function withLock<T>(
	path: string,
	progress: Progress,
	task: () => Promise<T>,
): Promise<T> {
	await take(path, progress);
	const heartbeat = setInterval(() => void renew(path), HEARTBEAT);
	const release = (): void => rmSync(path, { force: true });
	process.once('exit', release);
	try {
		return await task();
	} finally {
		clearInterval(heartbeat);
		process.off('exit', release);
		release();
	}
}

async function take(path: string, progress: Progress): Promise<void> {
	for (let waited = false; !(await create(path)); waited = true) {
		if (await isForsaken(path)) {
			await rm(path, { force: true });
			continue;
		}
		if (!waited) progress('another process is at it already: waiting for it to finish');
		await sleep(POLL);
	}
}

async function create(path: string): Promise<boolean> {
	try {
		const file = await open(path, 'wx');
		await file.writeFile(String(process.pid));
		await file.close();
		return true;
	} catch (error) {
		if (isErrno(error) && error.code === 'EEXIST') return false;
		throw error;
	}
}

async function isForsaken(path: string): Promise<boolean> {
	try {
		const { mtimeMs } = await stat(path);
		const pid = Number(await readFile(path, 'utf8'));
		return Date.now() - mtimeMs > FORSAKEN_AFTER || (pid > 0 && !isAlive(pid));
	} catch {
		return false; // released this very moment
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return isErrno(error) && error.code === 'EPERM';
	}
}

async function renew(path: string): Promise<void> {
	const now = new Date();
	await utimes(path, now, now).catch(() => undefined);
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error;
}
