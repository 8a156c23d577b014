import { hash } from 'crypto';

import type { JsonObject } from '../../json/object';
import { idOf, type Vendor } from '../../vendors/vendor';
import { isoTime } from '../read-time';

/** The fields that every event has, whatever the vendor. */
export type CommonFields = {
	readonly eventType: string;
	/** ISO 8601 UTC; as sent where it cannot be read exactly; null where the event has none. */
	readonly eventTime: string | number | null;
	/** Null where the event has none, or a blank one. */
	readonly playerId: string | number | null;
	/** The vendor's id of the event, else `sha256:` and the hash of its JSON. */
	readonly eventKey: string;
};

export const COMMON_NAMES: ReadonlySet<string> = new Set<keyof CommonFields>([
	'eventType',
	'eventTime',
	'playerId',
	'eventKey',
]);

/**
 * What an event says of itself, under the names that it has for all vendors.
 *
 * @param chosenPlayer who counts as the player, where the user has chosen a field that tells it
 */
export function commonFieldsOf(
	{
		event,
		eventType,
		eventKey,
	}: { readonly event: JsonObject; readonly eventType: string; readonly eventKey: string },
	vendor: Vendor,
	chosenPlayer?: string | number,
): CommonFields {
	const { time, player } = vendor.identify(event);
	return {
		eventType,
		eventTime: isoTime(time),
		playerId: chosenPlayer ?? idOf(player) ?? null,
		eventKey,
	};
}

/** The eventKey of an event without an id of the vendor's own: SHA-256 of its JSON. */
export function keyOfJson(json: Uint8Array | string): string {
	return `sha256:${hash('sha256', json, 'hex')}`;
}
