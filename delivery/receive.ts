import { isJsonObject } from '../json/object';
import type { Vendor } from '../vendors/vendor';
import { authenticate } from './authentication/authenticate';
import type { Authentication, Verdict } from './authentication/authentication';
import type { Conditions } from './selection/conditions';
import type { Delivery } from './delivery';
import type { Claim, DeliveryMemory } from './delivery-memory';
import { checkAddress } from './ip-allowlist';
import { toItem, type ItemSettings, type SelectedEvent } from './item/item';
import { readBody } from './read-body';
import {
	copyUnderWay,
	isCallback,
	nestedTooDeep,
	noEvent,
	noSecret,
	notJson,
	tooManyEvents,
	type Refusal,
} from './refusal';
import { publicHeaders } from './public-headers';
import type { Selection } from './selection/selection';
import { selectEvents, type Selected } from './selection/select-events';
import { Surroundings } from './surroundings';
import { MOST_EVENTS, unwrap } from './unwrap';

/** What the user has set on the trigger. */
export interface ReceiveSettings extends ItemSettings {
	readonly selection: Selection;
	readonly conditions: Conditions;
	/** Undefined allows every address. */
	readonly ipAllowlist: readonly string[] | undefined;
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

/** What a delivery that is not refused has become. */
export interface Taken extends Pick<Selected, 'first' | 'unmet'> {
	readonly refusal: undefined;
	readonly items: ReadonlyArray<Record<string, unknown>>;
	readonly counts: Counts;
	/** To be told whether the run was accepted. */
	readonly settle: Claim['settle'];
}

export type Received = { readonly refusal: Refusal } | Taken;

/** The story of a delivery: from the request to the items. Never throws on what a sender sends. */
export async function receive(received: Delivery, trigger: Trigger): Promise<Received> {
	const { vendor, settings, memory } = trigger;
	const wrongAddress = checkAddress(received.address, settings.ipAllowlist);
	if (wrongAddress) return { refusal: wrongAddress };
	if (!received.isJson) return { refusal: notJson };

	const verdict = await authenticateWith(trigger, received);
	if (verdict.refusal) return verdict;
	const { delivery, authentication } = verdict;

	const body = readBody(delivery, vendor.wrapper);
	if (!body) return { refusal: nestedTooDeep };
	const unwrapped = unwrap(body.value, vendor.wrapper);
	if (!unwrapped) return { refusal: noEvent };
	if (unwrapped.events.length > MOST_EVENTS) return { refusal: tooManyEvents };
	const callback = findCallback(unwrapped.events, vendor);
	if (callback !== undefined) return { refusal: isCallback(callback) };

	const { events, envelope } = unwrapped;
	const headers = settings.includeHeaders
		? publicHeaders(delivery, vendor, authentication)
		: undefined;
	const surroundings = new Surroundings({ envelope, headers }, body, events.length);
	const selected = selectEvents(unwrapped, body, surroundings, settings, vendor);
	const claimed = await claimNew(selected.events, memory);
	if (!claimed) return { refusal: copyUnderWay };
	const items = claimed.events.map((event, index) =>
		toItem(index === 0 ? surroundings.ofFirst(event) : event, settings, vendor),
	);
	return {
		refusal: undefined,
		items,
		first: selected.first,
		unmet: selected.unmet,
		counts: {
			accepted: items.length,
			filtered: events.length - selected.events.length,
			duplicates: selected.events.length - items.length,
		},
		settle: claimed.settle,
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

function findCallback(events: readonly unknown[], { callbackIn }: Vendor): string | undefined {
	if (!callbackIn) return undefined;
	for (const event of events) {
		const callback = isJsonObject(event) ? callbackIn(event) : undefined;
		if (callback !== undefined) return callback;
	}
	return undefined;
}

/**
 * Those of the events that are no copies.
 *
 * @returns undefined where a copy of one is still under way
 */
async function claimNew(
	events: readonly SelectedEvent[],
	memory: Trigger['memory'],
): Promise<{ events: readonly SelectedEvent[]; settle: Claim['settle'] } | undefined> {
	if (!memory) return { events, settle: () => {} };
	const told = events.filter(({ isKeyItsOwn }) => isKeyItsOwn);
	const claim = await memory.claim(told.map(({ eventKey }) => eventKey));
	if (!claim) return undefined;
	const copies = new Set(told.filter((_, index) => !claim.isNew[index]));
	return { events: events.filter((event) => !copies.has(event)), settle: claim.settle };
}
