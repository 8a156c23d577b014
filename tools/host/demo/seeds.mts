import { readFileSync } from 'node:fs';

/**
 * An example event, as it stands on the vendor's documentation page.
 *
 * @param vendor the vendor's id, a folder of `test/fixtures/seeds`
 * @param event a file in it, without its ending
 */
export function seed(vendor: string, event: string): unknown {
	const file = new URL(`../../../test/fixtures/seeds/${vendor}/${event}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8'));
}
