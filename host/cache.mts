import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that all clones of this project share, for what is costly to make and easy to make
 * again: `$XDG_CACHE_HOME` or `~/.cache`, as the XDG base directory specification has it.
 */
export function cacheFolder(): string {
	const base = process.env['XDG_CACHE_HOME'];
	return join(
		base?.startsWith('/') ? base : join(homedir(), '.cache'),
		'n8n-nodes-engagement-events',
	);
}

/** A path as people write it: with `~` for the home folder. */
export function shortPath(path: string): string {
	const home = homedir();
	return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
