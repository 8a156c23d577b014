import { type EmitField, type JsonObject, type Vendor } from '../vendors/vendor';
import { differencesFromCatalogue } from './catalogue-check';
import type { Classified } from './classify';
import { toCloudEvent } from './cloud-event';
import { conversionsOf } from './documented-types';
import { flatten } from './flatten';
import { withoutPersonalData, type PersonalData } from './personal-data';
import { isoTime } from './timestamp';
import { UniqueFields } from './unique-fields';

/** The fields that every event has, whatever the vendor. */
export interface CommonFields {
	readonly eventType: string;
	/** ISO 8601 UTC; as sent where it cannot be read exactly; null where the event has none. */
	readonly eventTime: string | number | null;
	readonly playerId: string | number | null;
	/** The vendor's id of the event, else `sha256:` and the hash of its JSON. */
	readonly eventKey: string;
}

export interface ItemSettings {
	readonly output: 'flattened' | 'cloudEvents' | 'asSent';
	readonly separator: string;
	readonly personalData: PersonalData;
	readonly checkAgainstCatalogue: boolean;
	readonly includeOriginal: boolean;
	/** The headers to add to each item; undefined adds none. */
	readonly headers: JsonObject | undefined;
}

/** An event that is about to become an item. */
export interface SelectedEvent extends Classified {
	readonly eventKey: string;
	/** What stands beside the list of events in the body. */
	readonly envelope: JsonObject | undefined;
}

/** Makes the item of one event: the common fields, the event in the chosen form, what was asked for. */
export function toItem(
	selected: SelectedEvent,
	settings: ItemSettings,
	vendor: Vendor,
): Record<string, unknown> {
	const event = withoutPersonalData(selected.event, vendor, settings.personalData);
	const common = commonFieldsOf(event, selected, vendor);
	const item = new UniqueFields();

	if (settings.output === 'flattened') {
		putAll(item, common);
		forEachTypedField(event, selected, vendor, (name, value) =>
			flatten(name, value, settings.separator, (flatName, flatValue) => {
				if (!isCommonField(common, flatName, flatValue)) item.put(flatName, flatValue);
			}),
		);
	} else if (settings.output === 'cloudEvents') {
		putAll(item, toCloudEvent(common, typedData(event, selected, vendor), vendor));
	} else {
		putAll(item, common);
		item.put('event', event);
	}

	if (settings.checkAgainstCatalogue) {
		const data = typedData(selected.event, selected, vendor);
		const differences = differencesFromCatalogue(data, selected.known);
		if (differences.length > 0) item.put('schemaIssues', differences);
	}
	if (settings.includeOriginal) item.put('original', event);
	if (settings.headers) item.put('headers', settings.headers);
	return item.values;
}

function commonFieldsOf(
	event: JsonObject,
	{ eventType, eventKey }: SelectedEvent,
	vendor: Vendor,
): CommonFields {
	const { time, player } = vendor.identify(event);
	return {
		eventType,
		eventTime: isoTime(time),
		playerId: typeof player === 'string' || typeof player === 'number' ? player : null,
		eventKey,
	};
}

/** Whether a field of the vendor's is one with the common field of that name. */
function isCommonField(common: CommonFields, name: string, value: unknown): boolean {
	return Object.hasOwn(common, name) && common[name as keyof CommonFields] === value;
}

function typedData(event: JsonObject, selected: SelectedEvent, vendor: Vendor): JsonObject {
	const data = new UniqueFields();
	forEachTypedField(event, selected, vendor, (name, value) => data.put(name, value));
	return data.values;
}

/** Hands on the event's fields with their documented types, then what stands beside the events. */
function forEachTypedField(
	event: JsonObject,
	{ known, envelope }: SelectedEvent,
	vendor: Vendor,
	emit: EmitField,
): void {
	if (vendor.forEachField) {
		vendor.forEachField(event, emit);
	} else {
		const conversions = conversionsOf(known?.fields ?? vendor.anyEventFields);
		for (const name of Object.keys(event)) {
			const convert = conversions.get(name);
			emit(name, convert ? convert(event[name]) : event[name]);
		}
	}
	if (envelope) putInto(emit, envelope);
}

function putAll(item: UniqueFields, fields: object): void {
	putInto((name, value) => item.put(name, value), fields);
}

function putInto(emit: EmitField, fields: object): void {
	for (const [name, value] of Object.entries(fields)) emit(name, value);
}
