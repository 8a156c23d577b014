import type { Vendor } from '../vendors/vendor';
import { authenticate, type Authentication } from './authenticate';
import { classify, type Classified } from './classify';
import type { Delivery } from './delivery';
import type { Claim, DeliveryMemory } from './delivery-memory';
import { keyOfJson } from './event-key';
import { isAllowedAddress } from './ip-allowlist';
import { toItem, type ItemSettings, type SelectedEvent } from './item';
import { outlineJson, type Span } from './json-outline';
import type { Refusal } from './refusal';
import { publicHeaders } from './secret-headers';
import { createSelector, type Selection } from './select';
import { unwrap } from './unwrap';

/** A body nested deeper is refused: no vendor sends one, and n8n's own nodes break on it. */
export const DEEPEST_BODY = 100;

/** What the user has set on the trigger. */
export interface ReceiveSettings extends Omit<ItemSettings, 'headers'> {
	readonly selection: Selection;
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
	readonly memory: DeliveryMemory | undefined;
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
			/** To be told whether the run was accepted. */
			readonly settle: Claim['settle'];
	  };

/** The story of a delivery: from the request to the items. Never throws on what a sender sends. */
export async function receive(delivery: Delivery, trigger: Trigger): Promise<Received> {
	const { vendor, settings } = trigger;
	if (!isAllowedAddress(delivery.address, settings.ipAllowlist)) return { refusal: wrongAddress };
	if (!delivery.isJson) return { refusal: notJson };

	const authentication = await authenticateWith(trigger, delivery);
	if ('refusal' in authentication) return authentication;

	const text = jsonText(delivery);
	const outline = text && outlineJson(text, vendor.wrapper);
	if (!outline || outline.depth > DEEPEST_BODY) return { refusal: nestedTooDeep };
	const unwrapped = unwrap(delivery.body, outline, vendor.wrapper);
	if (!unwrapped) return { refusal: noEvent };

	const isSelected = createSelector(settings.selection);
	const spans = unwrapped.spans.length === unwrapped.events.length ? unwrapped.spans : undefined;
	const selected: SelectedEvent[] = [];
	unwrapped.events.forEach((value, index) => {
		const classified = classify(value, vendor);
		if (!isSelected(classified)) return;
		const eventKey = keyOf(classified, vendor, text, spans?.[index]);
		selected.push({ ...classified, eventKey, envelope: unwrapped.envelope });
	});

	const claim = await trigger.memory?.claim(selected.map(({ eventKey }) => eventKey));
	const headers = settings.includeHeaders
		? publicHeaders(delivery, vendor, authentication)
		: undefined;
	const items = selected
		.filter((_, index) => claim === undefined || claim.isNew[index])
		.map((event) => toItem(event, { ...settings, headers }, vendor));
	return {
		refusal: undefined,
		items,
		counts: {
			accepted: items.length,
			filtered: unwrapped.events.length - selected.length,
			duplicates: selected.length - items.length,
		},
		settle: (delivered) => claim?.settle(delivered),
	};
}

async function authenticateWith(
	{ authentication, now }: Trigger,
	delivery: Delivery,
): Promise<Authentication | { readonly refusal: Refusal }> {
	const attempt = (using: Authentication | undefined) => {
		const refusal = using ? authenticate(delivery, using, now()) : noSecret;
		return refusal ? { refusal } : using!;
	};
	const current = attempt(await authentication.current());
	if (!('refusal' in current)) return current;
	const renewed = await authentication.renewed();
	return renewed ? attempt(renewed) : current;
}

/** The body as UTF-8 JSON; undefined for one in another encoding that is nested too deep to write. */
function jsonText(delivery: Delivery): Uint8Array | undefined {
	if (delivery.isUtf8) return delivery.rawBody;
	try {
		return Buffer.from(JSON.stringify(delivery.body));
	} catch {
		return undefined;
	}
}

function keyOf(
	{ event }: Classified,
	vendor: Vendor,
	text: Uint8Array,
	span: Span | undefined,
): string {
	const { id } = vendor.identify(event);
	if (typeof id === 'string' && id !== '') return id;
	if (typeof id === 'number') return String(id);
	return keyOfJson(span ? text.subarray(span.start, span.end) : JSON.stringify(event));
}

const wrongAddress: Refusal = {
	status: 403,
	category: 'address',
	reason: 'The sender’s address is not on the IP allowlist.',
	remedy:
		'Add it to the allowlist if it is the vendor’s. Behind a proxy, set N8N_PROXY_HOPS so that n8n sees the real address.',
};

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
