import { isJsonObject, type JsonObject } from '../json/object';
import type { CatalogueEvent, Vendor } from '../vendors/vendor';

/** The event type of an event that carries no name. */
export const UNRECOGNIZED = 'unrecognized';

export interface Classified {
	/** The event, or `{ value }` for what is no object. */
	readonly event: JsonObject;
	/** The catalogue's name, else the name sent, else `unrecognized`. */
	readonly eventType: string;
	/** The name under which it came; undefined where nothing tells one. */
	readonly nameSent: string | undefined;
	/** The catalogue's row; undefined for an event that no catalogue knows. */
	readonly known: CatalogueEvent | undefined;
}

const rowsByVendor = new WeakMap<Vendor, ReadonlyMap<string, CatalogueEvent>>();

/** Finds out which event of the vendor's catalogue this is. */
export function classify(value: unknown, vendor: Vendor): Classified {
	const event = isJsonObject(value) ? value : { value };
	const nameSent = vendor.nameOf(event) || undefined;
	const known = nameSent === undefined ? undefined : rowsOf(vendor).get(nameSent);
	return { event, nameSent, known, eventType: known?.name ?? nameSent ?? UNRECOGNIZED };
}

function rowsOf(vendor: Vendor): ReadonlyMap<string, CatalogueEvent> {
	let rows = rowsByVendor.get(vendor);
	if (!rows) {
		rows = new Map(
			vendor.catalogue.flatMap((row) =>
				[row.name, ...(row.spellings ?? [])].map((name) => [name, row] as const),
			),
		);
		rowsByVendor.set(vendor, rows);
	}
	return rows;
}
