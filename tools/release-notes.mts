/** Prints what CHANGELOG.md says of the version in package.json; exits with 1 where it says nothing. */
import { readFileSync } from 'node:fs';

import { z } from 'zod';

const { version } = z
	.object({ version: z.string() })
	.parse(JSON.parse(readFileSync('package.json', 'utf8')));

const [, ...sections] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const section = sections.find((text) => text.startsWith(`${version}\n`));
const notes = section?.slice(version.length).trim();

if (notes) {
	console.log(notes);
} else {
	console.error(`CHANGELOG.md says nothing under "## ${version}": write what changed for users.`);
	process.exitCode = 1;
}
