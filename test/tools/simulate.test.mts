import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@jest/globals';

import { SETUPS } from '../../host/vendor-setup.mjs';
import { vendors } from '../../vendors';
import { nodeOfVendor } from '../../host/node-of-vendor.mjs';
import { startTrigger } from '../n8n/webhook-harness.mjs';

const cwd = join(__dirname, '../..');
const SIMULATE = ['node_modules/tsx/dist/cli.mjs', 'tools/simulate.mts'];
const TIMEOUT = 60_000;

test('the list of events ends quietly when its reader has read enough', () => {
	const command = `'${process.execPath}' ${SIMULATE.join(' ')} --list | head -n 2`;
	const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
	const [first] = vendors;
	expect(stdout).toBe(`\n${first!.displayName} (${first!.id})\n`);
	expect(stderr).toBe('');
});

test.each(SETUPS)(
	'three events of $vendor.displayName are genuine, and three',
	async ({ vendor, authentication }) => {
		const secret = 'simulated';
		const trigger = await startTrigger((await nodeOfVendor(vendor)).node, {
			credential: { signingSecret: secret, sharedSecret: secret, headerName: 'x-webhook-secret' },
			parameters: { events: ['*'], authentication },
		});
		const asked = [vendor.id, vendor.catalogue[0]!.name, '--url', trigger.url];
		await promisify(execFile)(
			process.execPath,
			[...SIMULATE, ...asked, '--secret', secret, '--count', '3'],
			{ cwd },
		);
		await trigger.stop();
		const keys = trigger.executions.flat().map(({ eventKey }) => eventKey);
		expect(new Set(keys).size).toBe(3);
	},
	TIMEOUT,
);
