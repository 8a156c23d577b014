import { join } from 'node:path';

import type { INodeType } from 'n8n-workflow';

import packageJson from '../../package.json';
import type { Vendor } from '../../vendors/vendor';

/** A new trigger of a vendor, found as n8n finds it: in package.json, by its credential. */
export async function nodeOfVendor({ credential }: Vendor): Promise<INodeType> {
	for (const built of packageJson.n8n.nodes) {
		const source = built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
		const classes = (await import(join(__dirname, '../..', source))) as Record<string, unknown>;
		for (const Node of Object.values(classes) as Array<new () => INodeType>) {
			const node = new Node();
			if (node.description.credentials?.some(({ name }) => name === credential)) return node;
		}
	}
	throw new Error(`package.json names no trigger with the credential ${credential}.`);
}
