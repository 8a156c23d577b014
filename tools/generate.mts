/**
 * Writes what is generated: from the catalogues the event reference, the JSON schemas and what n8n's
 * assistant reads of the triggers' items, and from the suites of test/host the README's table of what
 * is proven in which n8n.
 *
 *     npm run generate              writes it
 *     npm run generate -- --check   exits with 1 where it is stale
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';

import { nodeOfVendor } from '../host/node-of-vendor.mjs';
import { vendors } from '../vendors';
import { withCompatibility } from './generate/compatibility.mjs';
import { eventReference, referenceIndex } from './generate/event-reference.mjs';
import { jsonSchemas } from './generate/json-schemas.mjs';
import { outputSchema } from './generate/output-schema';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const files = new Map<string, string>([['docs/events.md', referenceIndex(vendors)]]);
for (const vendor of vendors) {
	files.set(`docs/events/${vendor.id}.md`, await eventReference(vendor));
	files.set(`docs/schemas/${vendor.id}.json`, jsonSchemas(vendor));
	const { node, source } = await nodeOfVendor(vendor);
	const folder = `${dirname(source)}/__schema__/v${String(node.description.version)}.0.0`;
	files.set(`${folder}/output.json`, outputSchema(vendor));
}

const hostSuites = readdirSync('test/host')
	.filter((name) => name.endsWith('.test.mts'))
	.map((name) => basename(name, '.test.mts'));
files.set('README.md', withCompatibility(readFileSync('README.md', 'utf8'), hostSuites));

const stale = [...files].filter(([path, text]) => contentOf(path) !== text);
if (values.check) {
	for (const [path] of stale) console.error(`${path} is stale: run "npm run generate"`);
	process.exitCode = stale.length === 0 ? 0 : 1;
} else {
	for (const [path, text] of stale) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		console.log(`wrote ${path}`);
	}
	if (stale.length === 0) console.log('Everything was up to date.');
}

function contentOf(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}
