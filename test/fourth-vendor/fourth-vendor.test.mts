import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { sourceFiles } from '../structure/source-files.mjs';

const ROOT = join(__dirname, '../..');
const NOT_COPIED = new Set(['.git', '.cache', 'node_modules', 'dist']);
const TIMEOUT = 10 * 60_000;

/** The vendor that is most like it, whose node, credential and icons are copied. */
const MODEL = ['Gamanza Engage', 'GamanzaEngage', 'gamanzaEngage', 'gamanza-engage'];
const NEW = ['Acme Play', 'AcmePlay', 'acmePlay', 'acme-play'];
const asNew = (text: string) =>
	MODEL.reduce((renamed, name, index) => renamed.replaceAll(name, NEW[index]!), text);

/** The vendor itself, but for where it stands and how files of tests are called. */
const VENDOR = join(ROOT, 'test/fixtures/acme-play');
const asProduct = (text: string) =>
	text
		.replaceAll("'../../../vendors/", "'../")
		.replaceAll("'../../../json/", "'../../json/")
		.replaceAll(".mjs'", "'");

let copy: string;

/** Runs a command in the copy; what it says is the message of the failure. */
async function run(command: string, ...args: string[]): Promise<void> {
	const env = { ...process.env, FORCE_COLOR: '0', LONG: '' };
	await promisify(execFile)(command, args, { cwd: copy, env, maxBuffer: 2 ** 26 }).catch(
		({ stdout, stderr }: { stdout: string; stderr: string }) => {
			throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
		},
	);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
	const file = join(copy, path);
	await writeFile(file, change(await readFile(file, 'utf8')));
}

beforeAll(async () => {
	copy = await mkdtemp(join(tmpdir(), 'fourth-vendor-'));
	const isCopied = (path: string) => !NOT_COPIED.has(path.slice(ROOT.length + 1));
	await cp(ROOT, copy, { recursive: true, filter: isCopied });
	await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(async () => await rm(copy, { recursive: true, force: true }));

test(
	'is added as CONTRIBUTING.md says',
	async () => {
		// 1. The vendor, and its place in the list
		await mkdir(join(copy, 'vendors/acme-play'));
		for (const file of await readdir(VENDOR)) {
			const text = await readFile(join(VENDOR, file), 'utf8');
			await writeFile(
				join(copy, 'vendors/acme-play', file.replace('.mts', '.ts')),
				asProduct(text),
			);
		}
		await edit('vendors/index.ts', (text) =>
			`import { acmePlay } from './acme-play/delivery';\n${text}`.replace('= [', '= [acmePlay, '),
		);
		// 2. to 4. Credential, node and icons
		for (const folder of ['credentials', 'nodes', 'icons']) {
			for (const path of await modelFiles(folder)) {
				await cp(join(ROOT, path), join(copy, asNew(path)));
				await edit(asNew(path), asNew);
			}
		}
		// 5. What n8n loads
		await edit('package.json', (text) =>
			text.replaceAll(/^\t*"dist\/.*GamanzaEngage.*\n/gm, (line) => line + asNew(line)),
		);
		// 6. What is generated, built and tested
		await run('npm', 'run', 'generate');
		await run('npm', 'run', 'build');
		await run('npx', 'tsc', '-p', '.');
	},
	TIMEOUT,
);

test('changes the list of vendors, package.json and the generated list of events only', async () => {
	const changed = [];
	for (const path of await filesIn(ROOT)) {
		const [before, after] = await Promise.all(
			[ROOT, copy].map(async (folder) => await readFile(join(folder, path))),
		);
		if (!before!.equals(after!)) changed.push(path);
	}
	expect(changed.sort()).toEqual(['docs/events.md', 'package.json', 'vendors/index.ts']);
});

test(
	'passes every suite that takes the vendors from the list',
	async () => {
		const suites = suitesOfAllVendors();
		expect(suites).toContain('test/answers/answers.test.mts');
		await run('npx', 'jest', '--forceExit', '--runTestsByPath', ...suites);
	},
	TIMEOUT,
);

/** A suite takes the vendors from the list where it imports that, or a part of the tests that does. */
function suitesOfAllVendors(): string[] {
	const importsOf = new Map(sourceFiles().map(({ path, imports }) => [path, imports]));
	const takesAll = (path: string): boolean =>
		path === 'vendors/index.ts' ||
		(/^(?:test|host|tools)\//.test(path) && (importsOf.get(path) ?? []).some(takesAll));
	return [...importsOf.keys()].filter(
		(path) => /^test\/(?!host\/).*\.test\.mts$/.test(path) && takesAll(path),
	);
}

async function filesIn(folder: string, path = ''): Promise<string[]> {
	const entries = await readdir(join(folder, path), { withFileTypes: true });
	const files = entries
		.filter(({ name }) => !NOT_COPIED.has(join(path, name)))
		.map(async (entry) =>
			entry.isDirectory() ? await filesIn(folder, join(path, entry.name)) : join(path, entry.name),
		);
	return (await Promise.all(files)).flat();
}

async function modelFiles(folder: string): Promise<string[]> {
	const files = await filesIn(join(ROOT, folder));
	return files.map((path) => join(folder, path)).filter((path) => asNew(path) !== path);
}
