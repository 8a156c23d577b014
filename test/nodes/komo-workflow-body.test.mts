import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { KomoTrigger } from '../../nodes/Komo/KomoTrigger.node';
import { vendors } from '../../vendors';
import { WORKFLOW_BODY } from '../../vendors/komo/workflow-body';

const { triggerPanel, properties } = new KomoTrigger().description;
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '');

const help = typeof triggerPanel === 'object' ? triggerPanel.executionsHelp : undefined;
const places = [
	['the help', typeof help === 'object' ? textOf(help.inactive) : ''],
	[
		'the notice',
		textOf(properties.find(({ name }) => name === 'connectNotice')?.displayName ?? ''),
	],
	[
		'the README',
		readFileSync(join(__dirname, '../../README.md'), 'utf8').split('## Connect Komo')[1],
	],
] as const;

describe.each(places)('%s', (_, text = '') => {
	test('has the body for a Komo Workflow, the same as the others', () => {
		expect(JSON.parse(/\{\s*"event"[^}]*\}/.exec(text)?.[0] ?? 'null')).toEqual(WORKFLOW_BODY);
	});

	test('says where to choose its event', () => {
		const behind = text.slice(text.indexOf('card_type'));
		expect(behind).toContain('[Unrecognized]');
		expect(behind).toContain('Options > Other Events');
	});
});

test('the body has a name that the list lacks, an id of each entry, and what a CRM needs', () => {
	const names = vendors.flatMap(({ catalogue }) => catalogue.map(({ name }) => name));
	expect(names).not.toContain(WORKFLOW_BODY.event);
	expect(Object.keys(WORKFLOW_BODY)).toEqual(
		expect.arrayContaining(['submission_id', 'email', 'first_name', 'last_name', 'optin']),
	);
});
