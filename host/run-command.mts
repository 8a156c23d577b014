import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

import { HostFailure } from './failure.mjs';
import { startGuard } from './guard.mjs';

export interface CommandResult {
	/** The exit code; null when a signal ended the command. */
	readonly code: number | null;
	readonly stdout: string;
	/** What it wrote to either stream, in the order in which it came. */
	readonly output: string;
}

export interface CommandOptions {
	readonly cwd: string;
	readonly env?: NodeJS.ProcessEnv;
	/** Also written there, as it comes. */
	readonly logFile?: string;
	/** Said when the command is not on this machine: what to install. */
	readonly remedy: string;
}

/**
 * Runs a command to its end, or to ours: nothing that it started outlives this process.
 *
 * @throws HostFailure when the command does not exist
 */
export async function runCommand(
	command: string,
	args: readonly string[],
	{ cwd, env = process.env, logFile, remedy }: CommandOptions,
): Promise<CommandResult> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const guard = child.pid === undefined ? undefined : startGuard(child.pid);
		const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
		let stdout = '';
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
			output += text;
			log?.write(text);
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			log?.write(text);
		});
		child.once('error', (error: NodeJS.ErrnoException) => {
			guard?.dismiss();
			log?.end();
			reject(error.code === 'ENOENT' ? new HostFailure(`${command} is missing: ${remedy}`) : error);
		});
		child.once('close', (code) => {
			guard?.dismiss();
			log?.end();
			resolve({ code, stdout, output });
		});
	});
}
