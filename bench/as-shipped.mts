import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

/**
 * Modules of this project bundled into one as the build bundles the nodes. What runs TypeScript files
 * one by one reaches every import by a getter, which the shipped code does not.
 *
 * @param modules - paths from the project's root
 */
export async function asShipped<Module>(...modules: readonly string[]): Promise<Module> {
	const folder = mkdtempSync(join(tmpdir(), 'engagement-events-bench-'));
	try {
		const outfile = join(folder, 'module.mjs');
		await build({
			stdin: {
				contents: modules.map((module) => `export * from './${module}';`).join('\n'),
				resolveDir: fileURLToPath(new URL('..', import.meta.url)),
			},
			outfile,
			bundle: true,
			platform: 'node',
			format: 'esm',
			target: 'node20.19',
			minifySyntax: true,
			logLevel: 'error',
		});
		return (await import(pathToFileURL(outfile).href)) as Module;
	} finally {
		rmSync(folder, { recursive: true });
	}
}
