import { instantOf } from '../../json/exact-values';
import type { JsonObject } from '../../json/object';
import type { Vendor } from '../../vendors/vendor';
import type { CommonFields } from './common-fields';

/** An event in the CloudEvents 1.0 JSON format (CloudEvents specification, section 3). */
export type CloudEvent = {
	readonly specversion: '1.0';
	readonly id: string;
	readonly source: string;
	readonly type: string;
	readonly subject?: string;
	readonly time?: string;
	readonly datacontenttype: 'application/json';
	readonly data: JsonObject;
};

/**
 * Writes an event as a CloudEvent. Subject and time are left out where the event does not say who or
 * when, or says the time in a form that is no RFC 3339 timestamp.
 *
 * @param data the event's fields, typed and not flattened
 */
export function toCloudEvent(common: CommonFields, data: JsonObject, vendor: Vendor): CloudEvent {
	const { eventKey, eventType, eventTime, playerId } = common;
	return {
		specversion: '1.0',
		id: eventKey,
		source: vendor.website,
		type: `${vendor.reverseDomain}.${eventType}`,
		...(playerId === null || playerId === '' ? {} : { subject: String(playerId) }),
		...(typeof eventTime === 'string' && instantOf(eventTime) !== undefined
			? { time: eventTime }
			: {}),
		datacontenttype: 'application/json',
		data,
	};
}
