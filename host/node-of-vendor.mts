import type { INodeType } from 'n8n-workflow';

import packageJson from '../package.json';
import type { Vendor } from '../vendors/vendor';

/** A new trigger of a vendor, found as n8n finds it: in package.json, by its credential. */
export async function nodeOfVendor({
	credential,
}: Vendor): Promise<{ readonly node: INodeType; readonly source: string }> {
	for (const built of packageJson.n8n.nodes) {
		const source = built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
		const classes = (await import(`../${source}`)) as Record<string, unknown>;
		for (const Node of Object.values(classes)) {
			const node =
				typeof Node === 'function' ? (Reflect.construct(Node, []) as INodeType) : undefined;
			const credentials = node?.description?.credentials;
			if (node && credentials?.some(({ name }) => name === credential)) return { node, source };
		}
	}
	throw new Error(`package.json names no trigger with the credential ${credential}.`);
}
