import { own, type JsonObject } from '../../json/object';
import { idOf, type Vendor } from '../../vendors/vendor';
import { inMainUnits } from './amounts';
import { differencesFromCatalogue } from './catalogue-check';
import type { Classified } from '../classify';
import { toCloudEvent } from './cloud-event';
import { COMMON_NAMES, commonFieldsOf, keyOfJson, type CommonFields } from './common-fields';
import { forEachTypedField } from './documented-types';
import { flatten } from './flatten';
import { withoutPersonalData, type PersonalData } from './personal-data';
import { bytesInJson, Room } from './room';
import type { Surrounding } from '../surroundings';
import { UniqueFields } from '../unique-fields';
import type { EventInBody } from '../unwrap';

export interface ItemSettings {
	readonly output: 'flattened' | 'cloudEvents' | 'asSent';
	readonly separator: string;
	readonly personalData: PersonalData;
	/** Whether amounts in the smallest unit of a currency are put into its main unit. */
	readonly amounts: 'asSent' | 'majorUnits';
	/** Fields of a flattened item that tell one event, or the player; '' for the vendor's own. */
	readonly eventIdField: string;
	readonly playerIdField: string;
	readonly checkAgainstCatalogue: boolean;
	readonly includeOriginal: boolean;
}

/** An event that is about to become an item. */
export interface SelectedEvent extends Classified, Surrounding {
	readonly eventKey: string;
	/** Bytes of its JSON, with the envelope where that is in this event's item only. */
	readonly size: number;
	/** Whether an event with the same key is a copy of this one. */
	readonly isKeyItsOwn: boolean;
}

/** Makes the item of one event: the common fields, the event in the chosen form, what was asked for. */
export function toItem(
	selected: SelectedEvent,
	settings: ItemSettings,
	vendor: Vendor,
): Record<string, unknown> {
	const { output, personalData } = settings;
	const room = new Room(selected.size);
	const shown = withoutPersonalData(selected, vendor, personalData);
	const common = commonFieldsIn(selected, shown, settings, vendor);
	const { event, amountsAsSent } = inWantedUnits(shown, settings);
	const item = itemIn(settings, common, { ...shown, event }, vendor, room);
	// An extension of a CloudEvent has a name in lower case.
	const add = (name: string, value: unknown) =>
		item.put(output === 'cloudEvents' ? name.toLowerCase() : name, value);
	const told = amountsAsSent.filter((name) => room.take(bytesInJson(name)));
	if (told.length > 0) add('amountsAsSent', told);
	if (settings.checkAgainstCatalogue) {
		const differences = differencesFromCatalogue(typedData(selected, vendor), selected.known, room);
		if (differences.length > 0) add('schemaIssues', differences);
	}
	if (settings.includeOriginal) add('original', shown.event);
	if (selected.headers) add('headers', selected.headers);
	return item.values;
}

function inWantedUnits(
	{ event, known }: SelectedEvent,
	{ amounts, output, separator }: ItemSettings,
): { event: JsonObject; amountsAsSent: readonly string[] } {
	if (amounts === 'asSent' || output === 'asSent') return { event, amountsAsSent: [] };
	return inMainUnits(event, known, output === 'flattened' ? separator : '.');
}

/** @param shown the event without the personal data that is not to be seen */
function commonFieldsIn(
	selected: SelectedEvent,
	shown: SelectedEvent,
	{ separator, eventIdField, playerIdField }: ItemSettings,
	vendor: Vendor,
): CommonFields {
	const valueIn = (inBody: SelectedEvent, name: string) =>
		name === '' ? undefined : idIn(inBody, name, separator, vendor);
	const isIdHidden =
		shown !== selected && valueIn(selected, eventIdField) !== valueIn(shown, eventIdField);
	const eventKey = isIdHidden ? keyOfJson(selected.eventKey) : selected.eventKey;
	return commonFieldsOf({ ...shown, eventKey }, vendor, valueIn(shown, playerIdField));
}

function itemIn(
	{ output, separator }: ItemSettings,
	common: CommonFields,
	shown: SelectedEvent,
	vendor: Vendor,
	room: Room,
): UniqueFields {
	switch (output) {
		case 'flattened':
			return flattened(shown, vendor, separator, room, common);
		case 'cloudEvents':
			return new UniqueFields(toCloudEvent(common, typedData(shown, vendor), vendor));
		case 'asSent': {
			const { event, envelope } = shown;
			return new UniqueFields({ ...common, event, ...(envelope && { envelope }) });
		}
	}
}

/**
 * What identifies in a field named by the user, as it stands in a flattened item: a number or a text
 * that is not blank.
 */
export function idIn(
	inBody: Classified & EventInBody & Pick<SelectedEvent, 'size'>,
	name: string,
	separator: string,
	vendor: Vendor,
): string | number | undefined {
	const { values } = flattened(inBody, vendor, separator, new Room(inBody.size));
	return idOf(own(values, name));
}

/** @param common the fields that come first */
function flattened(
	inBody: Classified & EventInBody,
	vendor: Vendor,
	separator: string,
	room: Room,
	common?: CommonFields,
): UniqueFields {
	const fields = new UniqueFields({}, common && COMMON_NAMES);
	const into = { fields, separator, room };
	for (const [name, value] of Object.entries(common ?? {})) fields.put(name, value);
	forEachTypedField(inBody, vendor, (name, value, isWhole) => {
		if (isRepeated(name, value, common, vendor)) return;
		if (isWhole) fields.put(name, value);
		else flatten(name, value, into);
	});
	return fields;
}

/** Whether a field under the vendor's own name says no more than the common field does. */
function isRepeated(
	name: string,
	value: unknown,
	common: CommonFields | undefined,
	{ playerRepeatedIn }: Vendor,
): boolean {
	return name === playerRepeatedIn && value === common?.playerId;
}

function typedData(inBody: Classified & EventInBody, vendor: Vendor): JsonObject {
	const data = new UniqueFields();
	forEachTypedField(inBody, vendor, (name, value) => data.put(name, value));
	return data.values;
}
