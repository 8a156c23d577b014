import { sampleOfFields, unionOf } from '../field';
import type { JsonObject } from '../../json/object';
import { textOf, type CatalogueEvent, type Vendor } from '../vendor';
import { komoEvents } from './events';
import { withAnswers } from './fields';
import labels from './labels.json';

const nameOf = (event: JsonObject) => textOf(event.event);

/** Neither `id` nor `timestamp` is one event's own: both belong to the component it comes from. */
const identify = (event: JsonObject) => ({
	time: event.timestamp,
	player: event.user_profile_id,
	id: undefined,
});

/** The documented fields, and an attribute of the visitor, whose name is free. */
const sampleDelivery = ({ name, fields }: CatalogueEvent): JsonObject => ({
	...sampleOfFields(fields),
	event: name,
	favourite_team: 'Copper Rays',
});

/** The one id of an event's own is that of a form that was sent. */
const renew = (event: JsonObject, id: string, time: Date): JsonObject => ({
	...event,
	...(event.submission_id === undefined ? {} : { submission_id: id }),
	timestamp: time.toISOString(),
});

/**
 * Komo, whose webhooks are not signed.
 *
 * @see https://developers.komo.tech/webhook-events/site
 */
export const komo: Vendor<'cardTypes' | 'siteIds'> = {
	id: 'komo',
	displayName: 'Komo',
	reverseDomain: 'tech.komo',
	website: 'https://www.komo.tech',
	successStatus: 200,
	credential: 'komoWebhookApi',
	authentication: { kind: 'sharedSecret' },
	catalogue: komoEvents,
	anyEventFields: withAnswers(unionOf(komoEvents.map(({ fields }) => fields)).shape),
	nameOf,
	identify,
	equalEventsAreOne: false,
	filters: {
		cardTypes: (event) => textOf(event.card_type),
		siteIds: (event) => textOf(event.site_id),
	},
	labels,
	sampleDelivery,
	renew,
};
