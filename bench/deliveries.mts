import { readdirSync, readFileSync } from 'node:fs';

import type { Authentication } from '../delivery/authentication/authentication';
import { sign } from '../delivery/authentication/signature';
import type { Delivery } from '../delivery/delivery';
import type { ReceiveSettings, Trigger } from '../delivery/receive';
import { isJsonObject, type JsonObject } from '../json/object';
import type { Vendor } from '../vendors/vendor';

export const SECRET = 'a-signing-secret-for-benchmarks';

/** A delivery as n8n hands it to a trigger: with its bytes, and parsed already. */
export interface Sent {
	readonly vendor: Vendor;
	readonly bytes: Buffer;
	readonly delivery: Delivery;
	readonly trigger: Trigger;
}

const SETTINGS: ReceiveSettings = {
	selection: { events: ['*'], otherEvents: [], filters: [] },
	output: 'flattened',
	separator: '_',
	ipAllowlist: [],
	personalData: 'keep',
	checkAgainstCatalogue: false,
	includeOriginal: false,
	includeHeaders: false,
};

/** A body sent as the vendor's default setup has it: signed, where the vendor signs. */
export function send(vendor: Vendor, body: unknown): Sent {
	return sendBytes(vendor, Buffer.from(JSON.stringify(body)));
}

export function sendBytes(vendor: Vendor, bytes: Buffer): Sent {
	const now = Date.now();
	const { headers, authentication } = credentials(vendor, new Date(now), bytes);
	return {
		vendor,
		bytes,
		delivery: {
			headers,
			query: {},
			address: '203.0.113.7',
			rawBody: bytes,
			isJson: true,
			body: JSON.parse(bytes.toString()),
		},
		trigger: {
			vendor,
			settings: SETTINGS,
			authentication: {
				current: async () => authentication,
				renewed: async () => undefined,
			},
			memory: undefined,
			now: () => now,
		},
	};
}

function credentials(
	{ authentication: scheme }: Vendor,
	time: Date,
	bytes: Buffer,
): { headers: Readonly<Record<string, string>>; authentication: Authentication } {
	if (scheme.kind === 'sharedSecret') return { headers: {}, authentication: { kind: 'none' } };
	return {
		headers: sign(scheme, SECRET, bytes, { time }),
		authentication: {
			kind: 'signature',
			scheme,
			secrets: [SECRET],
			expectedHeaders: {},
			timestampTolerance: 1200,
		},
	};
}

/** That many events of Gamanza Engage: its own examples in turn, each player their own. */
export function gamanzaEvents(count: number): JsonObject[] {
	const folder = new URL('../vendors/gamanza-engage/examples/', import.meta.url);
	const examples = readdirSync(folder).map(
		(file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as JsonObject,
	);
	return Array.from({ length: count }, (_, index) =>
		ofPlayer(examples[index % examples.length] ?? {}, `player-${index}`),
	);
}

function ofPlayer(event: JsonObject, playerId: string): JsonObject {
	const payload = (Array.isArray(event.payload) ? event.payload : []).map((item: unknown) =>
		isJsonObject(item) && item.key === 'PlayerId' ? { ...item, value: playerId } : item,
	);
	return { ...event, payload, ...('playerId' in event ? { playerId } : {}) };
}

/** The vendor's sample of an event. */
export function sampleOf(vendor: Vendor, eventType: string): JsonObject {
	const row = vendor.catalogue.find(({ name }) => name === eventType);
	if (!row) throw new Error(`${vendor.displayName} has no event ${eventType}`);
	return vendor.sampleDelivery(row);
}
