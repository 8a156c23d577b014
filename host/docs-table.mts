import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

const PAGE = fileURLToPath(new URL('../docs/scaling.md', import.meta.url));

/** Replaces what stands in docs/scaling.md between the two comments of a name. */
export async function writeDocsTable(name: string, lines: readonly string[]): Promise<void> {
	const page = readFileSync(PAGE, 'utf8');
	const begin = page.indexOf(`<!-- ${name}: begin`);
	const end = page.indexOf(`<!-- ${name}: end -->`);
	if (begin === -1 || end < begin) throw new Error(`docs/scaling.md has no table ${name}`);
	const from = page.indexOf('-->', begin) + '-->'.length;
	const written = `${page.slice(0, from)}\n\n${lines.join('\n')}\n\n${page.slice(end)}`;
	const config = await resolveConfig(PAGE);
	writeFileSync(PAGE, await format(written, { ...config, filepath: PAGE }));
}
