import { shortPath } from './cache.mjs';
import { HostFailure } from './failure.mjs';
import { runCommand, type CommandResult } from './run-command.mjs';

/** What to do when npm is missing. */
export const NPM_REMEDY = 'it comes with Node.js, see nodejs.org';

/** How npm is run. */
export interface NpmOptions {
	readonly cwd: string;
	/** Where npm's own words go. */
	readonly logFile?: string;
	/** What npm is doing, for the message: "Installing n8n". */
	readonly purpose: string;
}

/** What `npm run` puts into the environment: a nested npm would take the outer project for its own. */
const OF_OUTER_NPM =
	/^npm_(package|lifecycle|command|execpath|node_execpath)|^npm_config_(local_)?prefix$/i;

/**
 * Runs npm to its end.
 *
 * @throws HostFailure with npm's last words when it is missing or fails
 */
export async function npm(
	args: readonly string[],
	{ cwd, logFile, purpose }: NpmOptions,
): Promise<CommandResult> {
	const outside = Object.entries(process.env).filter(([name]) => !OF_OUTER_NPM.test(name));
	const result = await runCommand('npm', args, {
		cwd,
		env: Object.fromEntries(outside),
		remedy: NPM_REMEDY,
		...(logFile === undefined ? {} : { logFile }),
	});
	if (result.code === 0) return result;
	const lastWords = result.output.trim().split('\n').slice(-5).join('\n');
	const log = logFile === undefined ? '' : ` (log: ${shortPath(logFile)})`;
	throw new HostFailure(`${purpose} failed${log}, and npm said:\n${lastWords}`);
}
