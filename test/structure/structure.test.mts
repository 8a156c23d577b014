import { describe, expect, test } from '@jest/globals';

import { vendors } from '../../vendors';
import { PRODUCT, sourceFiles, type SourceFile } from './source-files.mjs';

const files = sourceFiles();

/** Folder → the folders and files that its files may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	json: ['json'],
	vendors: ['vendors', 'json'],
	delivery: ['delivery', 'vendors', 'json'],
	localization: ['localization', 'vendors/label-sets.ts', 'vendors/localized-value.ts', 'json'],
	credentials: PRODUCT,
	nodes: PRODUCT,
	host: ['host', ...PRODUCT, 'package.json'],
	tools: ['tools', 'host', ...PRODUCT],
	test: ['test', 'host', ...PRODUCT, 'package.json'],
	bench: ['bench', 'host', ...PRODUCT, 'package.json'],
};

const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** A test imports a tool only to test it: that of its own name, or a part of it. */
function isTestOf(path: string, target: string): boolean {
	const name = /^test\/.*?([^/]+)\.test\.mts$/.exec(path)?.[1];
	return target.startsWith('tools/') && target.split(/[/.]/).includes(name ?? '');
}

function arrowsUp({ path, imports }: SourceFile): string[] {
	const allowed = MAY_IMPORT[path.split('/')[0]!] ?? [];
	return imports
		.filter((target) => !allowed.some((name) => isIn(target, name)) && !isTestOf(path, target))
		.map((target) => `${path} → ${target}`);
}

/** The circles of imports: the first way back to a file that is found. */
function circles(): string[] {
	const importsOf = new Map(files.map(({ path, imports }) => [path, imports]));
	const done = new Set<string>();
	const found: string[] = [];
	const visit = (path: string, way: readonly string[]): void => {
		const start = way.indexOf(path);
		if (start !== -1) found.push([...way.slice(start), path].join(' → '));
		if (start !== -1 || done.has(path)) return;
		for (const target of importsOf.get(path) ?? []) visit(target, [...way, path]);
		done.add(path);
	};
	for (const { path } of files) visit(path, []);
	return found;
}

const product = files.filter(({ path }) => PRODUCT.some((folder) => isIn(path, folder)));
const isData = (path: string) => /(?:^|[-/])(?:events|fields)\.ts$|\.node\.ts$/.test(path);
const lengthOf = ({ text }: SourceFile) => text.split('\n').length - 1;

describe('the tree', () => {
	test('has files to look at, and finds what they import', () => {
		expect(product.length).toBeGreaterThan(80);
		const receive = files.find(({ path }) => path === 'delivery/receive.ts');
		expect(receive?.imports).toContain('delivery/delivery-memory.ts');
	});

	test('has no arrow against the direction', () => {
		expect(files.flatMap(arrowsUp)).toEqual([]);
	});

	test('has no circle', () => {
		expect(circles()).toEqual([]);
	});

	test('knows n8n in nodes/ and credentials/ only', () => {
		const others = product.filter(({ path }) => !/^(nodes|credentials)\//.test(path));
		const knowing = others.filter(({ packages }) => packages.some((name) => /n8n/.test(name)));
		expect(knowing.map(({ path }) => path)).toEqual([]);
	});

	test('names no vendor in what is for all of them', () => {
		const names = vendors.map(({ displayName }) => displayName.split(' ')[0]);
		const named = new RegExp(names.join('|'), 'i');
		const neutral = product.filter(({ path }) =>
			/^(?:delivery|localization|json|nodes\/trigger)\//.test(path),
		);
		const naming = neutral.filter(({ path, text }) => named.test(path) || named.test(text));
		expect(naming.map(({ path }) => path)).toEqual([]);
	});

	test('has no product file of more than 200 lines, catalogues and nodes apart', () => {
		const long = product.filter((file) => !isData(file.path) && lengthOf(file) > 200);
		expect(long.map(({ path }) => path)).toEqual([]);
	});
});
