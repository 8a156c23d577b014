import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

const folder = join(__dirname, '../.github/workflows');
const workflows = readdirSync(folder).map(
	(file) => [file, readFileSync(join(folder, file), 'utf8')] as const,
);
const actionsIn = (text: string) => [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action!);

test.each(workflows)(
	'%s names each action by its commit, with the version beside it',
	(_, text) => {
		for (const action of actionsIn(text)) {
			expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
	},
);

test('an action has the same commit in each workflow', () => {
	const used = new Set(workflows.flatMap(([, text]) => actionsIn(text)));
	expect(new Set([...used].map((action) => action.split('@')[0])).size).toBe(used.size);
});

test.each(workflows)('%s keeps no credentials where it checks out', (_, text) => {
	const checkouts = text.match(/uses: actions\/checkout@.*/g) ?? [];
	expect(text.match(/persist-credentials: false/g)?.length ?? 0).toBe(checkouts.length);
});

test('the release has one right a job, and the job that publishes does nothing else', () => {
	const [, ...jobs] = new Map(workflows).get('publish.yml')!.split(/^ {2}\w+:$(?=\n {4}name:)/m);
	const rightsAndCommands = jobs.map((job) => [
		job.match(/[\w-]+: (?:read|write)$/gm),
		job.match(/(?<=run: )\w+ \w+/g),
	]);
	expect(rightsAndCommands).toEqual([
		[['contents: read'], expect.arrayContaining(['npm ci', 'npm test'])],
		[['id-token: write'], ['npm publish']],
		[['contents: write'], ['gh release']],
	]);
});
