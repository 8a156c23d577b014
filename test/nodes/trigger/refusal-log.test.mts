import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { IWebhookFunctions } from 'n8n-workflow';

import { logRefusal } from '../../../nodes/trigger/refusal-log';
import { unauthorized, type Refusal } from '../../../delivery/refusal';

const MINUTE = 60_000;

const unsigned = unauthorized('signature', 'It carries no signature.', 'Sign it.');
const old = unauthorized('timestamp', 'It is 3 hours old.', 'Set the clock.');
const older = unauthorized('timestamp', 'It is 4 hours old.', 'Set the clock.');

let lines: string[];
let details: unknown[];

const contextOf = (node: string) =>
	({
		getWorkflow: () => ({ id: 'w1' }),
		getNode: () => ({ id: node, name: node }),
		logger: {
			warn: (line: string, detail: unknown) => {
				lines.push(line);
				details.push(detail);
			},
		},
	}) as unknown as IWebhookFunctions;

const refuse = (refusal: Refusal, node = 'Trigger') =>
	logRefusal(contextOf(node), refusal, '::ffff:203.0.113.7');

beforeEach(() => {
	jest.useFakeTimers();
	lines = [];
	details = [];
});
afterEach(async () => {
	await jest.advanceTimersByTimeAsync(2 * MINUTE);
	jest.useRealTimers();
});

test('a refusal is written at once, with workflow, node, category, address and remedy', () => {
	refuse(unsigned);
	expect(lines).toEqual([
		'Trigger: refused a delivery from 203.0.113.7 with 401 (signature). It carries no signature. Sign it.',
	]);
	expect(details).toEqual([
		{
			workflowId: 'w1',
			nodeName: 'Trigger',
			category: 'signature',
			status: 401,
			sender: '203.0.113.7',
		},
	]);
});

test('a flood is two lines a minute, however many come', async () => {
	for (let count = 0; count < 100_000; count++) refuse(unsigned);
	expect(lines).toHaveLength(1);
	await jest.advanceTimersByTimeAsync(MINUTE);
	expect(lines).toHaveLength(2);
	expect(lines[1]).toContain('refused 99999 more with 401 (signature) in the last minute');
	expect(details[1]).toMatchObject({ count: 99_999 });
	refuse(unsigned);
	expect(lines).toHaveLength(3);
});

test('one refusal alone is followed by no sum', async () => {
	refuse(unsigned);
	await jest.advanceTimersByTimeAsync(5 * MINUTE);
	expect(lines).toHaveLength(1);
});

test('a flood of one kind hides no other kind, and no other node', () => {
	for (let count = 0; count < 100; count++) refuse(unsigned);
	refuse(old);
	refuse(older);
	refuse(unsigned, 'Other');
	expect(lines.map((line) => line.split(':')[0])).toEqual(['Trigger', 'Trigger', 'Other']);
	expect(lines[1]).toContain('It is 3 hours old.');
});
