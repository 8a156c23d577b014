import { existsSync, readdirSync, readFileSync } from 'node:fs';

import type { Vendor } from '../vendors/vendor';

/** An event as the vendor's own pages show it. */
export interface VendorExample {
	readonly file: string;
	readonly eventType: string;
	readonly event: unknown;
}

/** The files in a vendor's `examples/`, if there are any: each has the name of its event's type. */
export function examplesOf({ id }: Pick<Vendor, 'id'>): VendorExample[] {
	const folder = new URL(`../vendors/${id}/examples/`, import.meta.url);
	const files = existsSync(folder) ? readdirSync(folder).sort() : [];
	return files.map((file) => ({
		file,
		eventType: file.replace(/(\.general-example)?\.json$/, ''),
		event: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
	}));
}
