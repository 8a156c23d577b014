import { randomUUID } from 'node:crypto';

import { sampleDeliveryOf } from '../../delivery/sample-delivery';
import { isJsonObject } from '../../json/object';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';

type Json = Record<string, unknown>;

/**
 * The body of a new delivery of an event: the catalogue's sample with an id and a time of its own, and
 * with the changes asked for.
 *
 * @param changes paths such as `customer.id`; for an event made of items, an item's key is a path
 * @param id of the event, where the vendor sends one
 * @throws Error in plain words where a path leads nowhere
 */
export function composeBody(
	vendor: Vendor,
	row: CatalogueEvent,
	changes: ReadonlyArray<readonly [path: string, value: unknown]>,
	occurredAt: Date,
	id: string = randomUUID(),
): Json {
	const body = structuredClone(sampleDeliveryOf(vendor, row, id, occurredAt)) as Json;
	const wrapped = vendor.wrapper === undefined ? undefined : body[vendor.wrapper];
	for (const event of Array.isArray(wrapped) ? wrapped.filter(isWritable) : [body]) {
		for (const [path, value] of changes) setPath(event, path, value);
	}
	return body;
}

function setPath(event: Json, path: string, value: unknown): void {
	const item = itemOf(event, path);
	if (item) {
		item.value = value;
		return;
	}
	const parts = path.split('.');
	const last = parts.pop() ?? path;
	let parent: Json = event;
	for (const part of parts) {
		const next = Object.hasOwn(parent, part) ? parent[part] : undefined;
		if (!isWritable(next)) throw new Error(`--set ${path}: the event has no object at "${part}"`);
		parent = next;
	}
	Object.defineProperty(parent, last, {
		value,
		writable: true,
		enumerable: true,
		configurable: true,
	});
}

/** An item of a payload that is written as a list of `{key, type, value}`. */
function itemOf(event: Json, key: string): Json | undefined {
	const { payload } = event;
	return Array.isArray(payload)
		? payload.filter(isWritable).find((item) => item.key === key)
		: undefined;
}

/** Objects and lists: both take members by name. */
function isWritable(value: unknown): value is Json {
	return isJsonObject(value) || Array.isArray(value);
}
