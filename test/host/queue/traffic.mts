import { randomUUID } from 'node:crypto';

import { keyOfJson } from '../../../delivery/item/common-fields';
import { composeBody } from '../../../host/sender/compose.mjs';
import { proofFor, type CredentialValues } from '../../../host/sender/proof.mjs';
import type { JsonObject } from '../../../json/object';
import type { CatalogueEvent, Vendor } from '../../../vendors/vendor';
import type { VendorSetup } from '../../../host/vendor-setup.mjs';

/** One delivery on its way to n8n: the bytes and headers that each try sends. */
export interface Delivery {
	readonly vendor: Vendor;
	readonly kind: 'genuine' | 'duplicate' | 'forged';
	/** Of the events in it. */
	readonly eventKeys: readonly string[];
	readonly body: Buffer;
	readonly headers: Readonly<Record<string, string>>;
}

/** How much is sent; the shares are of all deliveries. */
export interface TrafficSize {
	readonly deliveries: number;
	readonly duplicates: number;
	readonly forged: number;
}

/** What the example names as the ID of an event, beside those that vendors give. */
const EVENT_ID_FIELD = 'submission_id';
const HOUR = 60 * 60_000;
/** How many deliveries later the second copy of every other duplicate comes. */
const DISTANCE = 120;

/**
 * Lays out deliveries of all vendors in turn, each event of their catalogues in turn, every event
 * unlike all others. Half of the duplicates come right behind the first copy, so that both are under
 * way at once, the other half some time later.
 */
export function layOutTraffic(
	vendors: readonly VendorSetup[],
	{ deliveries, duplicates, forged }: TrafficSize,
): Delivery[] {
	const count = {
		duplicate: Math.round(deliveries * duplicates),
		forged: Math.round(deliveries * forged),
	};
	const genuine = Array.from({ length: deliveries - count.duplicate - count.forged }, (_, index) =>
		genuineDelivery(...pick(vendors, index)),
	);
	const traffic: Delivery[] = [...genuine];
	spread(genuine, count.duplicate).forEach((first, index) => {
		const copy = { ...first, kind: 'duplicate' } as const;
		const distance = index % 2 === 0 ? 1 : DISTANCE;
		traffic.splice(traffic.indexOf(first) + distance, 0, copy);
	});
	const forgeries = Array.from({ length: count.forged }, (_, index) => forgery(vendors, index));
	const every = traffic.length / Math.max(1, forgeries.length);
	forgeries.forEach((forged, index) => {
		traffic.splice(Math.floor(index * (every + 1)), 0, forged);
	});
	return traffic;
}

/** The vendor and event whose turn it is. */
function pick(vendors: readonly VendorSetup[], index: number): [VendorSetup, CatalogueEvent] {
	const under = vendors[index % vendors.length]!;
	const { catalogue } = under.vendor;
	return [under, catalogue[Math.floor(index / vendors.length) % catalogue.length]!];
}

/** Members of a list, evenly spread over it. */
function spread<T>(list: readonly T[], count: number): T[] {
	return Array.from(
		{ length: count },
		(_, index) => list[Math.floor((index * list.length) / count)]!,
	);
}

function genuineDelivery(under: VendorSetup, row: CatalogueEvent): Delivery {
	const { vendor, credential } = under;
	const content = bodyOf(vendor, row);
	const body = Buffer.from(JSON.stringify(content));
	return {
		vendor,
		kind: 'genuine',
		eventKeys: keysOf(content, vendor, row),
		body,
		headers: headersFor(vendor, credential, body),
	};
}

/** An event that differs from all others also where the vendor gives it no id. */
function bodyOf(vendor: Vendor, row: CatalogueEvent): JsonObject {
	const body = composeBody(vendor, row, [['testRun', randomUUID()]], new Date());
	return Object.hasOwn(body, EVENT_ID_FIELD) ? { ...body, [EVENT_ID_FIELD]: randomUUID() } : body;
}

function keysOf(body: JsonObject, vendor: Vendor, { name }: CatalogueEvent): string[] {
	if (Object.hasOwn(body, EVENT_ID_FIELD)) return [`${name}:${String(body[EVENT_ID_FIELD])}`];
	const wrapped = vendor.wrapper === undefined ? undefined : body[vendor.wrapper];
	const events = (Array.isArray(wrapped) ? wrapped : [body]) as JsonObject[];
	return events.map((event) => {
		const { id } = vendor.identify(event);
		return typeof id === 'string' ? id : keyOfJson(JSON.stringify(event));
	});
}

function headersFor(
	vendor: Vendor,
	credential: CredentialValues,
	body: Uint8Array,
	sentAt = new Date(),
): Record<string, string> {
	const { headers } = proofFor(vendor, credential, 'header', body, sentAt);
	return { 'content-type': 'application/json', ...headers };
}

/** What someone sends who knows the address and the format, but not the secret. */
function forgery(vendors: readonly VendorSetup[], index: number): Delivery {
	const [under, row] = pick(vendors, index);
	const { vendor, credential } = under;
	const content = bodyOf(vendor, row);
	const body = Buffer.from(JSON.stringify(content));
	const isSigned = vendor.authentication.kind === 'signature';
	const wrong = { ...credential, signingSecret: 'guessed', sharedSecret: 'guessed' };
	const ways = [
		() => headersFor(vendor, wrong, body),
		() => headersFor(vendor, {}, body),
		...(isSigned
			? [
					// Another delivery's signature, and the right one of two hours ago.
					() => headersFor(vendor, credential, Buffer.from(JSON.stringify(bodyOf(vendor, row)))),
					() => headersFor(vendor, credential, body, new Date(Date.now() - 2 * HOUR)),
				]
			: []),
	];
	const way = ways[Math.floor(index / vendors.length) % ways.length]!;
	return { vendor, kind: 'forged', eventKeys: keysOf(content, vendor, row), body, headers: way() };
}
