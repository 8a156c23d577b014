import { createHash, type Hash } from 'crypto';

import { idOf, type Vendor } from '../vendors/vendor';
import { classify, type Classified } from './classify';
import { idIn, type ItemSettings, type SelectedEvent } from './item';
import type { Body } from './read-body';
import { createSelector, type Selection } from './select';
import type { EventInBody, Unwrapped } from './unwrap';

/** What every item may have of what stands beside the list of events, in bytes. */
const ENVELOPE_OF_EVERY_ITEM = 200;

/** The events of a delivery that are chosen. */
export interface Chosen {
	readonly events: readonly SelectedEvent[];
	/** Adds what stands beside the list, where that is too large to be in more than one item. */
	withEnvelope(event: SelectedEvent): SelectedEvent;
}

/** The events that are chosen in the trigger, each with its key. */
export function selectEvents(
	{ events, isBare, envelope }: Unwrapped,
	{ text, outline }: Body,
	settings: ItemSettings & { readonly selection: Selection },
	vendor: Vendor,
): Chosen {
	const { root, elements } = outline;
	const places = isBare ? root : elements;
	const list = [elements[0] ?? root[0], elements.at(-1) ?? root[1]] as const;
	const envelopeSize = list[0] - root[0] + (root[1] - list[1]);
	const isForAll =
		envelopeSize * events.length <= text.length + ENVELOPE_OF_EVERY_ITEM * events.length;
	const hashOfEnvelope = createHash('sha256');
	if (envelope) {
		hashOfEnvelope.update(text.subarray(root[0], list[0])).update('\0');
		hashOfEnvelope.update(text.subarray(list[1], root[1])).update('\0');
	}

	const isSelected = createSelector(settings.selection);
	const selected: SelectedEvent[] = [];
	events.forEach((value, index) => {
		const classified = classify(value, vendor);
		if (!isSelected(classified)) return;
		const bytes = text.subarray(places[2 * index], places[2 * index + 1]);
		const inBody = {
			...classified,
			envelope: isForAll ? envelope : undefined,
			size: bytes.length,
		};
		const id = idOfEvent(inBody, settings, vendor);
		selected.push({
			...inBody,
			eventKey: id ?? keyOf(bytes, hashOfEnvelope),
			isKeyItsOwn: id !== undefined || vendor.equalEventsAreOne,
		});
	});
	return {
		events: selected,
		withEnvelope: (event) =>
			isForAll ? event : { ...event, envelope, size: event.size + envelopeSize },
	};
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

/** SHA-256 of the event's JSON and, where it has one, of what stands beside the list. */
function keyOf(bytes: Uint8Array, hashOfEnvelope: Hash): string {
	return `sha256:${hashOfEnvelope.copy().update(bytes).digest('hex')}`;
}
