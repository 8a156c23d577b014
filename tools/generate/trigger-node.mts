import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import type { INodeType } from 'n8n-workflow';

import type { Vendor } from '../../vendors/vendor';

/** The folder of a vendor's trigger, and the version of the node. */
export async function triggerNodeOf({ displayName, credential }: Vendor) {
	const files = readdirSync('nodes', { encoding: 'utf8', recursive: true });
	for (const file of files.filter((name) => name.endsWith('Trigger.node.ts'))) {
		const module: unknown = await import(`../../nodes/${file}`);
		const NodeType = (module as Record<string, new () => INodeType>)[basename(file, '.node.ts')];
		if (!NodeType) throw new Error(`nodes/${file} has no class of its name`);
		const { credentials, version } = new NodeType().description;
		if (credentials?.some(({ name }) => name === credential)) {
			return { folder: `nodes/${dirname(file)}`, version: Number(version) };
		}
	}
	throw new Error(`No node is a trigger for ${displayName}`);
}
