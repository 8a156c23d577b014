import { readdirSync, readFileSync } from 'fs';
import { join, posix } from 'path';

import ts from 'typescript';

/** What is shipped: everything in these folders. */
export const PRODUCT = ['nodes', 'credentials', 'delivery', 'localization', 'vendors', 'json'];
const AROUND = ['host', 'tools', 'test', 'bench'];

export interface SourceFile {
	/** From the root of the project, with forward slashes. */
	readonly path: string;
	readonly text: string;
	/** The files of the project that it imports, types included. */
	readonly imports: readonly string[];
	/** The packages that it imports. */
	readonly packages: readonly string[];
}

/** Every TypeScript file of the project. */
export function sourceFiles(): SourceFile[] {
	const paths = [...PRODUCT, ...AROUND].flatMap(typescriptIn);
	const known = new Set(paths);
	return paths.map((path) => {
		const text = readFileSync(path, 'utf8');
		const names = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
		const isOwn = (name: string) => name.startsWith('.');
		const imports = names
			.filter(isOwn)
			.map((name) => posix.join(posix.dirname(path), name))
			.map((target) => withExtension(target, known));
		return { path, text, imports, packages: names.filter((name) => !isOwn(name)) };
	});
}

function typescriptIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.m?ts$/.test(name) && !name.includes('node_modules'))
		.map((name) => join(folder, name).replaceAll('\\', '/'));
}

/** `./a` is the file a.ts or a/index.ts, `./a.mjs` the file a.mts; anything else, such as JSON, is itself. */
function withExtension(target: string, known: ReadonlySet<string>): string {
	const candidates = [`${target}.ts`, `${target}/index.ts`, target.replace(/\.mjs$/, '.mts')];
	return candidates.find((candidate) => known.has(candidate)) ?? target;
}
