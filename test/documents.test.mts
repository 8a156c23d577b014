import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { scripts } from '../package.json';
import { AppchargeTrigger } from '../nodes/Appcharge/AppchargeTrigger.node';
import { GamanzaEngageTrigger } from '../nodes/GamanzaEngage/GamanzaEngageTrigger.node';
import { KomoTrigger } from '../nodes/Komo/KomoTrigger.node';
import { LocalizeFields } from '../nodes/LocalizeFields/LocalizeFields.node';

const ROOT = join(__dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const pages = ['.', 'docs', 'docs/events', 'examples'].flatMap((folder) =>
	readdirSync(join(ROOT, folder))
		.filter((file) => file.endsWith('.md'))
		.map((file) => join(folder, file)),
);
const ofPeople = pages.filter((page) => !page.startsWith('docs/events'));

/** As GitHub makes them of headings. */
function anchorsOf(text: string): Set<string> {
	const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
	return new Set(
		headings.map((heading) =>
			heading
				.toLowerCase()
				.replace(/[^\p{L}\p{N}\s_-]/gu, '')
				.replaceAll(' ', '-'),
		),
	);
}

const withoutCode = (text: string) => text.replace(/^\s*```[^]*?^\s*```$/gm, '');

test.each(pages)('each link of %s leads somewhere', (page) => {
	const text = withoutCode(read(page));
	for (const [link, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
		const [path = '', anchor] = target.split('#');
		const file = path === '' ? page : join(dirname(page), path);
		expect([link, existsSync(join(ROOT, file))]).toEqual([link, true]);
		if (anchor === undefined || statSync(join(ROOT, file)).isDirectory()) continue;
		const isThere = anchorsOf(read(file)).has(anchor) || read(file).includes(`id="${anchor}"`);
		expect([link, isThere]).toEqual([link, true]);
	}
});

test('each link of the nodes and credentials to the README leads to a section', () => {
	const files = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => /\.(ts|json)$/.test(file))
			.map((file) => join(folder, file)),
	);
	const links = files.flatMap((file) => [...read(file).matchAll(/engagement-events#([\w-]+)/g)]);
	const sections = anchorsOf(read('README.md'));
	expect(links.length).toBeGreaterThanOrEqual(7);
	expect(links.map(([, anchor = '']) => anchor).filter((anchor) => !sections.has(anchor))).toEqual(
		[],
	);
});

test.each(ofPeople)('each file that %s names is there', (page) => {
	const folders = 'nodes|delivery|localization|vendors|json|host|tools|test';
	const names = new RegExp(
		`(?<![\\w/.-])(?:(?:[a-z]+/)+[\\w.-]+\\.(?:m?ts|json|yml)|(?:${folders})/[\\w./-]*\\w)(?![\\w<])`,
		'g',
	);
	const text = read(page).replace(/\]\([^)]*\)/g, '');
	const missing = [...text.matchAll(names)].filter(([file]) => !existsSync(join(ROOT, file)));
	expect(missing.map(([file]) => file)).toEqual([]);
});

test.each(ofPeople)('each npm script that %s names is there', (page) => {
	for (const [, name] of read(page).matchAll(/npm run ([\w:-]+)/g)) {
		expect(Object.keys(scripts)).toContain(name);
	}
});

test('examples/README.md says what each example does', () => {
	const examples = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.json'));
	const links = [...read('examples/README.md').matchAll(/^\[(.*)\]\(\1\)$/gm)];
	expect(links.map(([, name]) => name).sort()).toEqual(examples.sort());
});

const labels = new Set(
	[new AppchargeTrigger(), new GamanzaEngageTrigger(), new KomoTrigger(), new LocalizeFields()]
		.flatMap(({ description }) => description.properties)
		.flatMap(function labelsOf({ displayName, options = [] }: INodeProperties): string[] {
			const inner = options.filter((option): option is INodeProperties => 'displayName' in option);
			return [displayName, ...inner.flatMap(labelsOf)];
		}),
);

test.each(ofPeople)('each option that %s names is there', (page) => {
	for (const [, name] of read(page).matchAll(
		/Options > ((?:[A-Z]\w*(?: (?=[A-Z(])| as )?(?:\(\w+\))?)+)/g,
	)) {
		expect(
			[...labels].filter((label) => label === name || label.startsWith(`${name} (`)),
		).not.toEqual([]);
	}
});
