import { idOf, type Vendor } from '../../vendors/vendor';
import { classify, type Classified } from '../classify';
import { createConditionCheck, type Conditions, type Unmet } from './conditions';
import { idIn, toItem, type ItemSettings, type SelectedEvent } from '../item/item';
import type { Body } from '../read-body';
import { createSelector, type Selection } from './selection';
import type { Surroundings } from '../surroundings';
import type { EventInBody, Unwrapped } from '../unwrap';

export interface Selected {
	/** The events that start the workflow, each with its key. */
	readonly events: readonly SelectedEvent[];
	/** The first event of the delivery, whether it is selected or not. */
	readonly first: Classified | undefined;
	/** The condition that the first of the events which are filtered out by one does not meet. */
	readonly unmet: Unmet | undefined;
}

/** Selects the events of a delivery by what the user has chosen, and by the conditions. */
export function selectEvents(
	{ events, isBare }: Unwrapped,
	{ text, outline: { root, elements } }: Body,
	surroundings: Surroundings,
	settings: ItemSettings & { readonly selection: Selection; readonly conditions: Conditions },
	vendor: Vendor,
): Selected {
	const places = isBare ? root : elements;
	const isChosen = createSelector(settings.selection);
	const unmetBy = createEventCheck(settings, vendor);
	const selected: SelectedEvent[] = [];
	let first: Classified | undefined;
	let unmet: Unmet | undefined;
	events.forEach((value, index) => {
		const classified = classify(value, vendor);
		first ??= classified;
		if (!isChosen(classified)) return;
		const json = text.subarray(places[2 * index], places[2 * index + 1]);
		const inBody = { ...classified, ...surroundings.ofEach, size: json.length };
		const id = idOfEvent(inBody, settings, vendor);
		const event: SelectedEvent = {
			...inBody,
			eventKey: id ?? surroundings.keyOf(json),
			isKeyItsOwn: id !== undefined || vendor.equalEventsAreOne,
		};
		const unmetByIt = unmetBy(event);
		unmet ??= unmetByIt;
		if (!unmetByIt) selected.push(event);
	});
	return { events: selected, first, unmet };
}

/** The id in the field that the user has named, which is one event's of its type, else the vendor's. */
function idOfEvent(
	inBody: Classified & EventInBody & Pick<SelectedEvent, 'size'>,
	{ eventIdField, separator }: ItemSettings,
	vendor: Vendor,
): string | undefined {
	const named = eventIdField === '' ? undefined : idIn(inBody, eventIdField, separator, vendor);
	if (named !== undefined) return `${inBody.eventType}:${named}`;
	const id = idOf(vendor.identify(inBody.event).id);
	return id === undefined ? undefined : String(id);
}

/**
 * Builds the test that the conditions are for events: on the flattened item, whatever the output, and
 * with the personal data that the output may not have.
 */
function createEventCheck(
	settings: ItemSettings & { readonly conditions: Conditions },
	vendor: Vendor,
): (event: SelectedEvent) => Unmet | undefined {
	const { conditions } = settings;
	if (conditions.rows.length === 0) return () => undefined;
	const check = createConditionCheck(conditions);
	const asChecked: ItemSettings = {
		...settings,
		output: 'flattened',
		personalData: 'keep',
		checkAgainstCatalogue: false,
		includeOriginal: false,
	};
	return (event) => check(toItem({ ...event, headers: undefined }, asChecked, vendor));
}
