import type { JsonObject } from '../json/object';
import type { Vendor } from '../vendors/vendor';
import { authenticate } from './authentication/authenticate';
import type { Authentication, Verdict } from './authentication/authentication';
import { createEventCheck } from './check-conditions';
import { classify } from './classify';
import { jsonTextOf, type Delivery } from './delivery';
import type { Conditions, Unmet } from './conditions';
import type { Claim, DeliveryMemory } from './delivery-memory';
import { keyOfJson } from './event-key';
import { checkAddress } from './ip-allowlist';
import { toItem, type ItemSettings, type SelectedEvent } from './item';
import { outlineJson, type JsonOutline } from '../json/outline';
import type { Refusal } from './refusal';
import { publicHeaders } from './secret-headers';
import { createSelector, type Selection } from './select';
import { isLargeEnvelope, unwrap, type Unwrapped } from './unwrap';

/** A body nested deeper is refused: no vendor sends one, and n8n's own nodes break on it. */
export const DEEPEST_BODY = 100;

/** What the user has set on the trigger. */
export interface ReceiveSettings extends ItemSettings {
	readonly selection: Selection;
	readonly conditions: Conditions;
	readonly ipAllowlist: readonly string[];
	readonly includeHeaders: boolean;
}

/** Where the secrets come from. */
export interface AuthenticationSource {
	/** Undefined where the user has chosen to authenticate, but the secret is not there. */
	current(): Promise<Authentication | undefined>;
	/** Asks n8n once more, since a secret may just have been replaced; undefined if not now. */
	renewed(): Promise<Authentication | undefined>;
}

export interface Trigger {
	readonly vendor: Vendor;
	readonly settings: ReceiveSettings;
	readonly authentication: AuthenticationSource;
	/** Undefined where nothing is to be remembered. */
	readonly memory: Pick<DeliveryMemory, 'claim'> | undefined;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/** What the sender is told of a delivery that was taken. */
export interface Counts {
	readonly accepted: number;
	readonly filtered: number;
	readonly duplicates: number;
}

export type Received =
	| { readonly refusal: Refusal }
	| {
			readonly refusal: undefined;
			readonly items: ReadonlyArray<Record<string, unknown>>;
			readonly counts: Counts;
			/** The condition that the first of the chosen events does not meet. */
			readonly unmet: Unmet | undefined;
			/** To be told whether the run was accepted. */
			readonly settle: Claim['settle'];
	  };

/** The story of a delivery: from the request to the items. Never throws on what a sender sends. */
export async function receive(received: Delivery, trigger: Trigger): Promise<Received> {
	const { vendor, settings } = trigger;
	const wrongAddress = checkAddress(received.address, settings.ipAllowlist);
	if (wrongAddress) return { refusal: wrongAddress };
	if (!received.isJson) return { refusal: notJson };

	const verdict = await authenticateWith(trigger, received);
	if (verdict.refusal) return verdict;
	const { delivery, authentication } = verdict;

	const unwrapped = unwrap(delivery.body, vendor.wrapper);
	if (!unwrapped) return { refusal: noEvent };
	const text = jsonTextOf(delivery);
	const outline = outlineJson(text, vendor.wrapper);
	if (outline.depth > DEEPEST_BODY) return { refusal: nestedTooDeep };

	const chosen = selectEvents(unwrapped, text, outline, trigger);
	const check = createEventCheck(settings, vendor);
	const selected = chosen.filter((event) => check(event) === undefined);
	const claim = await trigger.memory?.claim(selected.map(({ eventKey }) => eventKey));
	const headers = settings.includeHeaders
		? publicHeaders(delivery, vendor, authentication)
		: undefined;
	const items = selected
		.filter((_, index) => claim === undefined || claim.isNew[index])
		.map((event) => toItem(event, settings, headers, vendor));
	return {
		refusal: undefined,
		items,
		unmet: chosen[0] && check(chosen[0]),
		counts: {
			accepted: items.length,
			filtered: unwrapped.events.length - selected.length,
			duplicates: selected.length - items.length,
		},
		settle(delivered) {
			claim?.settle(delivered);
		},
	};
}

/** Tries with the secrets at hand and, where they do not fit, with those that n8n has by now. */
async function authenticateWith(
	{ authentication, now }: Trigger,
	delivery: Delivery,
): Promise<Verdict> {
	const verdict = verdictOn(delivery, await authentication.current(), now());
	if (!verdict.refusal) return verdict;
	const renewed = await authentication.renewed();
	return renewed ? verdictOn(delivery, renewed, now()) : verdict;
}

function verdictOn(
	delivery: Delivery,
	authentication: Authentication | undefined,
	now: number,
): Verdict {
	return authentication ? authenticate(delivery, authentication, now) : { refusal: noSecret };
}

/** The events that start the workflow, each with its key. */
function selectEvents(
	{ events, isBare, envelope }: Unwrapped,
	text: Buffer,
	outline: JsonOutline,
	{ vendor, settings }: Trigger,
): SelectedEvent[] {
	const isSelected = createSelector(settings.selection);
	const places = isBare ? outline.root : outline.elements;
	const placesOfEvents = places.length === 2 * events.length ? places : [];
	const isForAll = !isLargeEnvelope(outline, events.length);
	const selected: SelectedEvent[] = [];
	events.forEach((value, index) => {
		const classified = classify(value, vendor);
		if (!isSelected(classified)) return;
		const { event, eventType, nameSent, known } = classified;
		selected.push({
			event,
			eventType,
			nameSent,
			known,
			eventKey:
				idOf(event, vendor) ??
				keyOfJson(jsonAt(text, placesOfEvents, index) ?? JSON.stringify(event)),
			envelope: isForAll || selected.length === 0 ? envelope : undefined,
		});
	});
	return selected;
}

/** The vendor's own id of the event, as text. */
function idOf(event: JsonObject, vendor: Vendor): string | undefined {
	const { id } = vendor.identify(event);
	return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : undefined;
}

/** The bytes of an event, where it is known which they are. */
function jsonAt(text: Buffer, places: readonly number[], index: number): Uint8Array | undefined {
	const [start, end] = [places[2 * index], places[2 * index + 1]];
	if (start === undefined || end === undefined) return undefined;
	// Takes a third less time to make than `text.subarray`, and there is one for each event
	return new Uint8Array(text.buffer, text.byteOffset + start, end - start);
}

const notJson: Refusal = {
	status: 415,
	category: 'body',
	expected: 'JSON, sent as application/json',
	reason: 'Its body is not JSON.',
	remedy: 'Have the sender send JSON with the content type application/json.',
};

const noSecret: Refusal = {
	status: 503,
	category: 'setup',
	reason: 'The trigger is to authenticate deliveries, but its credential has no secret.',
	remedy: 'Fill in the credential. The vendor may send the delivery again.',
};

const nestedTooDeep: Refusal = {
	status: 400,
	category: 'body',
	expected: `JSON that is nested at most ${DEEPEST_BODY} levels deep`,
	reason: `Its JSON is nested more than ${DEEPEST_BODY} levels deep.`,
	remedy: 'No vendor sends such a body; find out who sent it.',
};

const noEvent: Refusal = {
	status: 400,
	category: 'body',
	expected: 'A JSON object, or a list with objects in it',
	reason: 'Its JSON is neither an object nor a list with objects in it.',
	remedy: 'Send each event as a JSON object.',
};
