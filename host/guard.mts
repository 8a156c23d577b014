import { spawn } from 'node:child_process';

export interface Guard {
	/** Ends the guard, and what is left of the group. */
	dismiss(): void;
}

/**
 * Sees to it that no process of a group outlives this process, however it ends: a process of its own
 * waits for the pipe between them to be closed. A handler in this process could not do it after
 * `kill -9`.
 *
 * @param group its process group ID
 */
export function startGuard(group: number): Guard {
	const script =
		"process.stdin.resume().on('end', () => {" +
		`try { process.kill(-${group}, 'SIGKILL') } catch {} })`;
	const guard = spawn(process.execPath, ['-e', script], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
		env: {},
	});
	guard.unref();
	return { dismiss: () => guard.stdin.end() };
}
