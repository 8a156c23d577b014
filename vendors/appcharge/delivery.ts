import type { z } from 'zod';

import { sampleOfFields, unionOf } from '../field';
import { isJsonObject, type JsonObject } from '../../json/object';
import { idOf, textOf, type CatalogueEvent, type EventIdentity, type Vendor } from '../vendor';
import { callbackIn } from './callback';
import { appchargeEvents } from './events';
import labels from './labels.json';
import { signatureScheme } from './signature';
import { nameOfUnnamed } from './unnamed-event';

/** As milliseconds, a time below this would lie before March 1973. */
const FIRST_MILLISECONDS = 1e11;

/** v2 events have their name in `eventName`; v1 events in `event`, if they have one. */
function nameOf(event: JsonObject): string | undefined {
	return textOf(event.eventName) ?? textOf(event.event) ?? nameOfUnnamed(event);
}

/** The player is a `customer` in v2, with `playerId` in place of `id` in 2025, and a member in v1. */
function identify(event: JsonObject): EventIdentity {
	const { customer, data } = event;
	return {
		time: event.timestamp,
		player:
			(isJsonObject(customer) ? (idOf(customer.id) ?? idOf(customer.playerId)) : undefined) ??
			idOf(event.playerId) ??
			// The v1 invalid_property_error.
			(isJsonObject(data) ? idOf(data.playerId) : undefined),
		id: event.eventId,
	};
}

/** What the filter for the outcome sees in any other event. */
export const NO_OUTCOME = 'events without an outcome';

/** v2 has one event and its result where v1 has two events, of which the name tells the outcome. */
function outcomeOf(event: JsonObject, eventType: string): string {
	if (eventType.endsWith('_success')) return 'success';
	if (eventType.endsWith('_failed')) return 'failed';
	return textOf(event.result) ?? NO_OUTCOME;
}

/** The events that are documented to end well or fail. */
export const eventsWithOutcome: readonly string[] = appchargeEvents
	.filter(({ name, fields }) => {
		const result: z.ZodTypeAny | undefined = fields.shape.result;
		return outcomeOf({}, name) !== NO_OUTCOME || result?.isNullable() === false;
	})
	.map(({ name }) => name);

function sampleDelivery({ name, fields }: CatalogueEvent): JsonObject {
	const member = 'eventName' in fields.shape ? 'eventName' : 'event';
	return { ...sampleOfFields(fields), [member]: name };
}

/** v2 has an id; the time is a number, in s in later pages of v1 and in ms elsewhere. */
function renew(event: JsonObject, id: string, time: Date): JsonObject {
	const { eventId, timestamp } = event;
	const isInSeconds = typeof timestamp === 'number' && timestamp < FIRST_MILLISECONDS;
	return {
		...event,
		...(eventId === undefined ? {} : { eventId: id }),
		timestamp: isInSeconds ? Math.floor(time.getTime() / 1000) : time.getTime(),
	};
}

/** Appcharge, whose webhooks carry one event each. */
export const appcharge: Vendor<'outcome'> = {
	id: 'appcharge',
	displayName: 'Appcharge',
	reverseDomain: 'com.appcharge',
	website: 'https://www.appcharge.com',
	successStatus: 200,
	credential: 'appchargeWebhookApi',
	authentication: signatureScheme,
	publicHeaders: ['x-project-id'],
	catalogue: appchargeEvents,
	anyEventFields: unionOf(appchargeEvents.map(({ fields }) => fields)),
	nameOf,
	identify,
	equalEventsAreOne: true,
	callbackIn,
	filters: { outcome: outcomeOf },
	timeFields: ['timestamp'],
	labels,
	sampleDelivery,
	renew,
};
