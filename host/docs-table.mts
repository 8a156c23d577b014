import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../docs/scaling.md', import.meta.url));

/** Replaces what stands in docs/scaling.md between the two comments of a name. */
export function writeDocsTable(name: string, lines: readonly string[]): void {
	const page = readFileSync(PAGE, 'utf8');
	const begin = page.indexOf(`<!-- ${name}: begin`);
	const end = page.indexOf(`<!-- ${name}: end -->`);
	if (begin === -1 || end < begin) throw new Error(`docs/scaling.md has no table ${name}`);
	const from = page.indexOf('-->', begin) + '-->'.length;
	const written = `${page.slice(0, from)}\n\n${lines.join('\n')}\n\n${page.slice(end)}`;
	writeFileSync(PAGE, written);
}
