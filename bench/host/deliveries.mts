import { composeBody } from '../../tools/simulate/compose.mjs';
import { proofFor } from '../../tools/simulate/proof.mjs';
import { appcharge } from '../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import type { JsonObject } from '../../json/object';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';
import type { LoadRequest } from './load.mjs';

/** The secrets of the credentials in the n8n that is measured, which lives on the loopback address. */
export const CREDENTIALS = {
	appcharge: { signingSecret: 'bench-key', publisherToken: '', projectId: '' },
	gamanzaEngage: { signingSecret: 'bench-key' },
} as const;

/** The event that the workflows want. */
export const WANTED = rowOf(appcharge, 'order.completed');
/** The one that most deliveries carry where 90 % is unwanted. */
const UNWANTED = rowOf(appcharge, 'order.refunded');
const LEVEL_UP = rowOf(gamanzaEngage, 'level_up');

const GUESSED = { signingSecret: 'guessed' };

/** A new event of Appcharge, signed. */
export function wantedDelivery(): LoadRequest {
	return signed(appcharge, CREDENTIALS.appcharge, appchargeEvent(WANTED));
}

/** A new event of Appcharge with a signature that is wrong. */
export function forgedDelivery(): LoadRequest {
	return signed(appcharge, GUESSED, appchargeEvent(WANTED));
}

/** Makes deliveries of which every tenth is wanted. */
export function mostlyUnwanted(): () => LoadRequest {
	let count = 0;
	return () => (count++ % 10 === 0 ? wantedDelivery() : unwantedDelivery());
}

export function unwantedDelivery(): LoadRequest {
	return signed(appcharge, CREDENTIALS.appcharge, appchargeEvent(UNWANTED));
}

/** A delivery of Gamanza Engage with that many new events. */
export function batchDelivery(size: number): LoadRequest {
	const events = Array.from({ length: size }, (_, index) => {
		const body = composeBody(
			gamanzaEngage,
			LEVEL_UP,
			[['requestId', `${performance.now()}-${index}`]],
			new Date(),
		);
		return (body.events as unknown[])[0];
	});
	return signed(gamanzaEngage, CREDENTIALS.gamanzaEngage, { events });
}

/** The content of an event of Appcharge, for whoever else sends it. */
export function appchargeEvent(row: CatalogueEvent): JsonObject {
	return composeBody(appcharge, row, [], new Date());
}

function signed(
	vendor: Vendor,
	credential: Readonly<Record<string, string>>,
	content: JsonObject,
): LoadRequest {
	const body = Buffer.from(JSON.stringify(content));
	const { headers } = proofFor(vendor, credential, 'header', body, new Date());
	return { headers: { 'content-type': 'application/json', ...headers }, body };
}

function rowOf(vendor: Vendor, name: string): CatalogueEvent {
	const row = vendor.catalogue.find((event) => event.name === name);
	if (row === undefined) throw new Error(`${vendor.displayName} has no event ${name}`);
	return row;
}
