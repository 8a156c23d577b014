import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

const root = join(__dirname, '../..');

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'engagement-events-notes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const CHANGELOG = `# Changelog

Versions follow Semantic Versioning.

## 0.10.0

The **tenth**.

### Nodes

- one

## 0.1.0

The first.

## 0.0.9
`;

/** As the release workflow runs it. */
function releaseNotes(cwd: string) {
	const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
	const script = join(root, 'tools/release-notes.mts');
	return spawnSync(process.execPath, [tsx, script], { cwd, encoding: 'utf8' });
}

test.each([
	['in the middle', '0.1.0', 'The first.\n'],
	['with headings of its own', '0.10.0', 'The **tenth**.\n\n### Nodes\n\n- one\n'],
])('the section of a version %s is printed alone', (_where, version, notes) => {
	writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
	expect(releaseNotes(folder)).toMatchObject({ status: 0, stdout: notes });
});

test.each([
	['that is not there', '0.1.1'],
	['that is the beginning of another', '0.1'],
	['of which nothing is said', '0.0.9'],
])('a version %s cannot be released', (_what, version) => {
	writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
	expect(releaseNotes(folder)).toMatchObject({
		status: 1,
		stdout: '',
		stderr: expect.stringContaining(`"## ${version}"`),
	});
});

test('the version in package.json can be released', () => {
	expect(releaseNotes(root)).toMatchObject({ status: 0, stdout: expect.stringContaining('- ') });
});
