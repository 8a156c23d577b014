import type { JsonObject } from '../json/object';
import type { Vendor } from '../vendors/vendor';
import { inMainUnits } from './amounts';
import { differencesFromCatalogue } from './catalogue-check';
import type { Classified } from './classify';
import { toCloudEvent } from './cloud-event';
import { COMMON_NAMES, commonFieldsOf, type CommonFields } from './common-fields';
import { forEachTypedField } from './documented-types';
import { flatten } from './flatten';
import { withoutPersonalData, type PersonalData } from './personal-data';
import { UniqueFields } from './unique-fields';
import type { EventInBody } from './unwrap';

export interface ItemSettings {
	readonly output: 'flattened' | 'cloudEvents' | 'asSent';
	readonly separator: string;
	readonly personalData: PersonalData;
	/** Whether amounts in the smallest unit of a currency are put into its main unit. */
	readonly amounts: 'asSent' | 'majorUnits';
	readonly checkAgainstCatalogue: boolean;
	readonly includeOriginal: boolean;
}

/** An event that is about to become an item. */
export interface SelectedEvent extends Classified, EventInBody {
	readonly eventKey: string;
}

/**
 * Makes the item of one event: the common fields, the event in the chosen form, what was asked for.
 *
 * @param headers those to add to the item; undefined adds none
 */
export function toItem(
	selected: SelectedEvent,
	settings: ItemSettings,
	headers: JsonObject | undefined,
	vendor: Vendor,
): Record<string, unknown> {
	const shown = withoutPersonalData(selected, vendor, settings.personalData);
	const { event, amountsAsSent } = inWantedUnits(shown, settings);
	const item = itemIn(settings, { ...shown, event }, vendor);
	if (amountsAsSent.length > 0) item.put('amountsAsSent', amountsAsSent);
	if (settings.checkAgainstCatalogue) {
		const differences = differencesFromCatalogue(typedData(selected, vendor), selected.known);
		if (differences.length > 0) item.put('schemaIssues', differences);
	}
	if (settings.includeOriginal) item.put('original', shown.event);
	if (headers) item.put('headers', headers);
	return item.values;
}

function inWantedUnits(
	{ event, known }: SelectedEvent,
	{ amounts, output, separator }: ItemSettings,
): { event: JsonObject; amountsAsSent: readonly string[] } {
	if (amounts === 'asSent' || output === 'asSent') return { event, amountsAsSent: [] };
	return inMainUnits(event, known, output === 'flattened' ? separator : '.');
}

function itemIn(
	{ output, separator }: ItemSettings,
	selected: SelectedEvent,
	vendor: Vendor,
): UniqueFields {
	const common = commonFieldsOf(selected, vendor);
	switch (output) {
		case 'flattened':
			return flattened(common, selected, separator, vendor);
		case 'cloudEvents':
			return new UniqueFields(toCloudEvent(common, typedData(selected, vendor), vendor));
		case 'asSent': {
			const { event, envelope } = selected;
			return new UniqueFields({ ...common, event, ...(envelope && { envelope }) });
		}
	}
}

function flattened(
	common: CommonFields,
	selected: SelectedEvent,
	separator: string,
	vendor: Vendor,
): UniqueFields {
	const item = new UniqueFields(common, COMMON_NAMES);
	forEachTypedField(selected, vendor, (name, value, isWhole) => {
		if (name === vendor.playerRepeatedIn && value === common.playerId) return;
		if (isWhole) item.put(name, value);
		else flatten(name, value, separator, item);
	});
	return item;
}

function typedData(selected: SelectedEvent, vendor: Vendor): JsonObject {
	const data = new UniqueFields();
	forEachTypedField(selected, vendor, (name, value) => data.put(name, value));
	return data.values;
}
