import { readFileSync } from 'node:fs';

/**
 * An example event, as it stands on the vendor's documentation page.
 *
 * @param vendor the vendor's id, a folder of `vendors/`
 * @param event a file in its `examples/`, without its ending
 */
export function seed(vendor: string, event: string): unknown {
	const file = new URL(`../../vendors/${vendor}/examples/${event}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8'));
}
