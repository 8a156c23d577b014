import { z } from 'zod';

import { innerType, sampleOf, unionOf } from '../field';
import { isJsonObject, type JsonObject } from '../../json/object';
import { idOf, textOf, type CatalogueEvent, type EventIdentity, type Vendor } from '../vendor';
import { gamanzaEngageEvents } from './events';
import { envelope } from './fields';
import labels from './labels.json';
import { localizedShapes } from './localized-shapes';
import { findItem, forEachField, isItem, mapFields } from './payload';
import { signatureScheme } from './signature';

/**
 * The documented example of a downgrade carries the name `rank_up`. Only a downgrade has items such
 * as PreviousLevel, so these decide.
 */
function nameOf(event: JsonObject): string | undefined {
	const name = textOf(event.eventName);
	const isDowngrade = name === 'rank_up' && findItem(event.payload, isPrevious) !== undefined;
	return isDowngrade ? 'on_player_downgrade' : name;
}

const isPrevious = (key: string) => key.startsWith('Previous');
const PLAYER_ID = 'PlayerId';
const isPlayerId = (key: string) => key === PLAYER_ID;

function identify(event: JsonObject): EventIdentity {
	return {
		time: event.eventDate,
		// Two events carry the player in their payload only.
		player: idOf(event.playerId) ?? findItem(event.payload, isPlayerId)?.value,
		id: undefined,
	};
}

/** The vendor's word for the type of a payload item. */
function itemTypeOf(type: z.ZodTypeAny): string {
	const inner = innerType(type);
	if (inner instanceof z.ZodNumber) return 'number';
	if (inner instanceof z.ZodBoolean) return 'boolean';
	if (inner instanceof z.ZodObject) return 'i18n';
	return inner instanceof z.ZodString && inner.isDatetime ? 'date' : 'string';
}

function sampleItem(key: string, type: z.ZodTypeAny): JsonObject {
	const sample = sampleOf(type);
	const isEnum = isJsonObject(sample) && sample.type === 'enum';
	return isEnum ? { key, ...sample } : { key, type: itemTypeOf(type), value: sample };
}

function sampleDelivery({ name, fields }: CatalogueEvent): JsonObject {
	const event: Record<string, unknown> = {};
	const payload: JsonObject[] = [];
	for (const [key, type] of Object.entries<z.ZodTypeAny>(fields.shape)) {
		if (!Object.hasOwn(envelope, key)) payload.push(sampleItem(key, type));
		else event[key] = sampleOf(type);
	}
	const { eventDate, ...members } = event;
	return { events: [{ ...members, eventName: name, payload, eventDate }] };
}

/** An event has no id, and its time twice, a millisecond apart as in the examples. */
function renew(event: JsonObject, _id: string, time: Date): JsonObject {
	const eventDate = time.toISOString();
	const timestamp = new Date(time.getTime() - 1).toISOString();
	const { payload } = event;
	if (!Array.isArray(payload)) return { ...event, eventDate };
	const renewed = payload.map((item: unknown) =>
		isItem(item) && item.key === 'Timestamp' ? { ...item, value: timestamp } : item,
	);
	return { ...event, payload: renewed, eventDate };
}

/** Gamanza Engage, whose webhooks carry several events each. */
export const gamanzaEngage: Vendor<never> = {
	id: 'gamanza-engage',
	displayName: 'Gamanza Engage',
	reverseDomain: 'com.gamanzaengage',
	website: 'https://www.gamanzaengage.com',
	successStatus: 202,
	credential: 'gamanzaEngageWebhookApi',
	authentication: signatureScheme,
	publicHeaders: ['x-gmz-pep-webhook-timestamp'],
	catalogue: gamanzaEngageEvents,
	anyEventFields: unionOf(gamanzaEngageEvents.map(({ fields }) => fields)),
	wrapper: 'events',
	nameOf,
	identify,
	playerRepeatedIn: PLAYER_ID,
	equalEventsAreOne: true,
	forEachField,
	mapFields,
	filters: {},
	labels,
	localizedShapes,
	sampleDelivery,
	renew,
};
