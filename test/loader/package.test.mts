import { execFileSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';

import { itemOf } from '../../host/without-n8n.mjs';
import packageJson from '../../package.json';
import { vendors } from '../../vendors';

const root = join(__dirname, '../..');

const namesOf = (files: readonly string[]) =>
	files.map((file) => uncapitalized(basename(file).split('.')[0] ?? '')).sort();
const uncapitalized = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** The categories of n8n's own nodes; any other stays unseen in its nodes panel. */
const CATEGORIES = [
	'Analytics',
	'Communication',
	'Core Nodes',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'Marketing',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

const nodeNames = namesOf(packageJson.n8n.nodes);
const credentialNames = namesOf(packageJson.n8n.credentials);

describe('the built package in n8n’s loader', () => {
	const loader = new PackageDirectoryLoader(root);
	let descriptions: Map<string, INodeTypeDescription>;

	beforeAll(async () => {
		await loader.loadAll();
		descriptions = new Map(
			loader.types.nodes.map((description) => [description.name, description]),
		);
	});

	test('has every node and credential of package.json, and what workflows call them', () => {
		expect([...descriptions.keys()].sort()).toEqual(nodeNames);
		expect(loader.types.credentials.map(({ name }) => name).sort()).toEqual(credentialNames);
	});

	test.each(nodeNames)(
		'%s has a light and a dark icon, a category and a link to its documentation',
		(name) => {
			const description = descriptions.get(name);
			expect(description?.iconUrl).toEqual({
				light: expect.stringMatching(/icons\/[a-z-]+\.svg$/),
				dark: expect.stringMatching(/icons\/[a-z-]+\.dark\.svg$/),
			});
			expect(description?.codex?.categories?.length).toBeGreaterThan(0);
			expect(CATEGORIES).toEqual(expect.arrayContaining(description?.codex?.categories ?? []));
			expect(description?.codex?.resources?.primaryDocumentation?.[0]?.url).toMatch(/^https:/);
		},
	);

	test('has only lists and links in its notes: n8n takes all other HTML away', () => {
		const notes = [...loader.types.nodes, ...loader.types.credentials]
			.flatMap(({ properties }) => properties)
			.filter(({ type }) => type === 'notice')
			.map(({ displayName }) => displayName);
		expect(notes.length).toBeGreaterThan(2 * vendors.length);
		expect(notes.filter((note) => /<(?!\/?(?:ul|li|a)\b)/.test(note))).toEqual([]);
	});
});

/** The type of a value, as a JSON schema names it. */
function jsonTypeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

interface Schema {
	readonly type?: string | readonly string[];
	readonly properties: Readonly<Record<string, Schema>>;
}

describe('what n8n’s assistant reads', () => {
	const loader = new PackageDirectoryLoader(root);
	beforeAll(async () => await loader.loadAll());

	/** Beside the node, in a folder of its version: where n8n looks for it (test/host/installation). */
	const schemaOf = (name: string) => {
		const { sourcePath = '' } = loader.known.nodes[name] ?? {};
		const { version } = loader.types.nodes.find((node) => node.name === name) ?? {};
		const file = join(dirname(sourcePath), `__schema__/v${version}.0.0/output.json`);
		return JSON.parse(readFileSync(join(root, file), 'utf8')) as Schema;
	};

	test.each(vendors.map((vendor) => [vendor.displayName, vendor] as const))(
		'describes each item of the %s Trigger',
		async (displayName, vendor) => {
			const type = loader.types.nodes.find((node) => node.displayName === `${displayName} Trigger`);
			const { properties } = schemaOf(type?.name ?? '');
			for (const row of vendor.catalogue) {
				const item = await itemOf(vendor, vendor.sampleDelivery(row));
				for (const [field, value] of Object.entries(item)) {
					const described = properties[field];
					// Labels, metadata and attributes have names of the user's own.
					if (!described)
						expect(field).toMatch(/^(attributes|sessionMeta[dD]ata)_|^favourite_team$/);
					if (described?.type === undefined) continue;
					expect([described.type].flat()).toContain(jsonTypeOf(value));
				}
			}
		},
	);

	test.each(nodeNames.filter((name) => name.endsWith('Trigger')))(
		'says of %s which step n8n cannot do',
		(name) => {
			const type = loader.types.nodes.find((node) => node.name === name);
			expect(type).toMatchObject({
				builderHint: { searchHint: expect.stringContaining('Production URL by hand') },
			});
		},
	);
});

describe('the built package as it is installed', () => {
	const home = mkdtempSync(join(tmpdir(), 'engagement-events-load-'));
	const requireThere = (file: string) =>
		execFileSync(process.execPath, ['-e', `require(${JSON.stringify(`./${file}`)})`], {
			cwd: home,
			encoding: 'utf8',
			stdio: 'pipe',
		});

	beforeAll(() => {
		cpSync(join(root, 'dist'), join(home, 'dist'), { recursive: true });
		mkdirSync(join(home, 'node_modules'));
		symlinkSync(
			realpathSync(join(root, 'node_modules/n8n-workflow')),
			join(home, 'node_modules/n8n-workflow'),
		);
	});

	afterAll(() => rmSync(home, { recursive: true }));

	test.each([...packageJson.n8n.nodes, ...packageJson.n8n.credentials])(
		'%s loads with nothing but n8n-workflow there',
		(file) => {
			expect(requireThere(file)).toBe('');
		},
	);

	test('has the licenses of what is bundled', () => {
		const licenses = readFileSync(join(home, 'dist/third-party-licenses.txt'), 'utf8');
		const packages = licenses.match(/^\S+ \d+\.\d+\.\d+$/gm)?.map((line) => line.split(' ')[0]);
		expect(packages).toEqual(['currency-codes', 'entities', 'htmlparser2', 'ipaddr.js', 'zod']);
		expect(licenses.match(/copyright/gi)?.length).toBeGreaterThanOrEqual(4);
	});

	test('is at most 6 files and 40 KB a vendor to download, beside 14 files and 140 KB', () => {
		const packed = execFileSync('npm', ['pack', '--dry-run', '--json'], {
			cwd: root,
			encoding: 'utf8',
			stdio: 'pipe',
		});
		const [{ entryCount, size }] = JSON.parse(packed) as [{ entryCount: number; size: number }];
		expect(entryCount).toBeLessThanOrEqual(14 + 6 * vendors.length);
		expect(size).toBeLessThanOrEqual(140_000 + 40_000 * vendors.length);
	});

	test('has no dependencies', () => {
		expect(packageJson).not.toHaveProperty('dependencies');
		expect(() => requireThere('node_modules/zod')).toThrow();
	});
});
