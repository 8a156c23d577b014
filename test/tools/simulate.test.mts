import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

test('the list of events ends quietly when its reader has read enough', () => {
	const node = `'${process.execPath}' node_modules/tsx/dist/cli.mjs`;
	const command = `${node} tools/simulate.mts --list | head -n 2`;
	const cwd = join(__dirname, '../..');
	const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
	expect(stdout).toBe('\nAppcharge (appcharge)\n');
	expect(stderr).toBe('');
});
