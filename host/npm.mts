import { HostFailure } from './failure.mjs';
import { runCommand, type CommandResult } from './run-command.mjs';
import { shortPath } from './cache.mjs';

/** What to do when npm is missing. */
export const NPM_REMEDY = 'it comes with Node.js, see nodejs.org';

/** What npm says of a cause, and what a person should do about it. The first match counts. */
const CAUSES: ReadonlyArray<readonly [RegExp, string]> = [
	[/ENOSPC|no space left/i, 'the disk is full, free some space'],
	[/EACCES|EPERM|EROFS/, 'a folder may not be written, see the log'],
	[
		/E404|ETARGET|notarget/,
		'the package registry does not have a package of the lock file, see the log',
	],
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|EIDLETIMEOUT|network/i,
		'the package registry could not be reached, check the network and the proxy',
	],
	[/EINTEGRITY/, 'a download was damaged, run "npm cache verify"'],
];

/** How npm is run. */
export interface NpmOptions {
	readonly cwd: string;
	/** Where npm's own words go. */
	readonly logFile?: string;
	/** What npm is doing, for the message: "Installing n8n". */
	readonly purpose: string;
}

/**
 * Runs npm to its end.
 *
 * @throws HostFailure with the cause in one sentence when npm is missing or fails
 */
export async function npm(
	args: readonly string[],
	{ cwd, logFile, purpose }: NpmOptions,
): Promise<CommandResult> {
	const result = await runCommand('npm', args, {
		cwd,
		env: outsideOfScripts(process.env),
		remedy: NPM_REMEDY,
		...(logFile === undefined ? {} : { logFile }),
	});
	if (result.code !== 0) throw new HostFailure(`${purpose} failed: ${causeOf(result, logFile)}.`);
	return result;
}

/**
 * The environment without what `npm run` puts there: a nested npm would take the outer project for
 * its own.
 */
function outsideOfScripts(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(env).filter(
			([name]) =>
				!/^npm_(package|lifecycle|command|execpath|node_execpath)|^npm_config_(local_)?prefix$/i.test(
					name,
				),
		),
	);
}

function causeOf({ output, code }: CommandResult, logFile: string | undefined): string {
	const known = CAUSES.find(([pattern]) => pattern.test(output));
	const cause = known?.[1] ?? `npm ended with ${code ?? 'a signal'}`;
	if (logFile !== undefined) return `${cause} (log: ${shortPath(logFile)})`;
	const lastWords = output.trim().split('\n').slice(-3).join(' / ');
	return `${cause} (npm said: ${lastWords})`;
}
