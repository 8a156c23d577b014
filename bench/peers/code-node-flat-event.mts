import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a good hand writes into a Code node behind n8n's own Webhook node for one event a request:
 * checks the signature, drops other events, one item with nested objects as flat fields.
 */
export function codeNodeFlatEvent(
	signature: string | undefined,
	rawBody: Buffer,
	event: Readonly<Record<string, unknown>>,
	secret: string,
	wanted: readonly string[],
): Array<{ json: Record<string, unknown> }> {
	if (signature !== undefined) {
		const parts = Object.fromEntries(signature.split(',').map((part) => part.split('=')));
		const expected = createHmac('sha256', secret).update(`${parts.t}.${rawBody}`).digest();
		const received = Buffer.from(String(parts.v1), 'hex');
		if (received.length !== expected.length || !timingSafeEqual(received, expected)) {
			throw new Error('Wrong signature');
		}
		if (Math.abs(Date.now() - Number(parts.t)) > 1_200_000) throw new Error('Too old');
	}
	const eventType = String(event.eventName ?? event.event);
	if (!wanted.includes('*') && !wanted.includes(eventType)) return [];
	const customer = event.customer as { readonly id?: string } | undefined;
	const json: Record<string, unknown> = {
		eventType,
		eventTime: new Date(event.timestamp as number | string).toISOString(),
		playerId: customer?.id ?? event.user_profile_id ?? null,
		eventKey: event.eventId ?? createHash('sha256').update(JSON.stringify(event)).digest('hex'),
	};
	flattenInto(json, '', event);
	for (const name of ['score', 'correct']) {
		if (typeof json[name] === 'string') json[name] = Number(json[name]);
	}
	if (typeof json.optin === 'string') json.optin = json.optin === 'true';
	return [{ json }];
}

/** A part of it. */
export function flattenInto(json: Record<string, unknown>, prefix: string, value: object): void {
	for (const [name, member] of Object.entries(value)) {
		if (typeof member === 'object' && member !== null && !Array.isArray(member)) {
			flattenInto(json, `${prefix}${name}_`, member);
		} else {
			json[prefix + name] = member;
		}
	}
}
