/** The nodes' own part without n8n: for tests, benchmarks and the documentation's sample items. */
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Authentication } from '../delivery/authentication/authentication';
import type { DeliveryMemory } from '../delivery/delivery-memory';
import type { Delivery } from '../delivery/delivery';
import { receive, type Received, type ReceiveSettings, type Trigger } from '../delivery/receive';
import type { LocalizeSettings } from '../localization/settings';
import { ofSettings } from '../nodes/LocalizeFields/parameters';
import { readSettings } from '../nodes/LocalizeFields/read-settings';
import { readParameters } from '../nodes/parameter';
import { optionsOf } from '../nodes/trigger/options';
import { output } from '../nodes/trigger/output';
import type { Vendor } from '../vendors/vendor';

/** What a trigger that takes all events does unless told otherwise. */
const DEFAULT_SETTINGS: ReceiveSettings = {
	...readParameters(optionsOf({ displayName: '', equalEventsAreOne: true }), () => undefined),
	output: output.read(undefined),
	selection: { events: ['*'], otherEvents: [], filters: [] },
	conditions: { rows: [], match: 'all', timeZone: 'UTC' },
};

/** What Localize Fields does unless told otherwise. */
export const LOCALIZE_SETTINGS: LocalizeSettings = readSettings(
	{
		getNodeParameter: (name: keyof typeof ofSettings) => ofSettings[name].property.default,
		getTimezone: () => 'UTC',
	} as unknown as IExecuteFunctions,
	0,
);

export interface Circumstances {
	readonly settings?: Partial<ReceiveSettings>;
	readonly memory?: DeliveryMemory;
	readonly headers?: Readonly<Record<string, string>>;
	readonly address?: string;
	/** The value that n8n has read, where JSON.parse of the bytes does not tell. */
	readonly body?: unknown;
	/** By default nobody is authenticated. */
	readonly authentication?: Authentication | undefined;
}

/**
 * A delivery as n8n hands it to a trigger: with its bytes, and parsed already.
 *
 * @param body a JSON text as text or bytes, or the value to be written as JSON
 */
export function deliveryOf(body: unknown, circumstances: Circumstances = {}): Delivery {
	const { headers = {}, address = '203.0.113.7' } = circumstances;
	const read = 'body' in circumstances ? { isJson: true, body: circumstances.body } : undefined;
	const rawBody = Buffer.isBuffer(body)
		? body
		: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	return { headers, query: {}, address, rawBody, ...(read ?? parsed(rawBody)) };
}

/** A vendor's trigger with its default settings. */
export function triggerOf(vendor: Vendor, circumstances: Circumstances = {}): Trigger {
	const { settings, memory } = circumstances;
	const authentication =
		'authentication' in circumstances ? circumstances.authentication : ({ kind: 'none' } as const);
	return {
		vendor,
		settings: { ...DEFAULT_SETTINGS, ...settings },
		authentication: {
			current: async () => authentication,
			renewed: async () => undefined,
		},
		memory,
		now: Date.now,
	};
}

/** Sends a body to a vendor's trigger. */
export async function receiveBody(
	vendor: Vendor,
	body: unknown,
	circumstances: Circumstances = {},
): Promise<Received> {
	return await receive(deliveryOf(body, circumstances), triggerOf(vendor, circumstances));
}

/** The items that come of it; throws where the delivery is refused. */
export async function itemsOf(
	vendor: Vendor,
	body: unknown,
	circumstances?: Circumstances,
): Promise<ReadonlyArray<Record<string, unknown>>> {
	const received = await receiveBody(vendor, body, circumstances);
	if (received.refusal) throw new Error(received.refusal.reason);
	return received.items;
}

/** The one item that comes of it. */
export async function itemOf(
	vendor: Vendor,
	body: unknown,
	circumstances?: Circumstances,
): Promise<Record<string, unknown>> {
	const [item, ...others] = await itemsOf(vendor, body, circumstances);
	if (!item || others.length > 0) throw new Error(`Not one item, but ${others.length + 1}`);
	return item;
}

function parsed(rawBody: Buffer): { isJson: boolean; body: unknown } {
	try {
		return { isJson: true, body: JSON.parse(rawBody.toString().replace(/^\ufeff/, '')) };
	} catch {
		return { isJson: false, body: undefined };
	}
}
