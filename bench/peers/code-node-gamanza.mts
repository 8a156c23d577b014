import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

interface PayloadItem {
	readonly key: string;
	readonly type: string;
	readonly value: unknown;
	readonly displayValue?: string;
	readonly options?: unknown;
}

interface SentEvent {
	readonly eventName: string;
	readonly eventDate: string;
	readonly playerId?: string;
	readonly payload: readonly PayloadItem[];
}

/**
 * What a good hand writes into a Code node behind n8n's own Webhook node for Gamanza Engage: checks
 * the signature, drops other events, one item an event with a key, its payload as typed fields.
 */
export function codeNodeGamanza(
	headers: Readonly<Record<string, string>>,
	rawBody: Buffer,
	body: { readonly events?: readonly SentEvent[] },
	secret: string,
	wanted: readonly string[],
): Array<{ json: Record<string, unknown> }> {
	const timestamp = headers['x-gmz-pep-webhook-timestamp'] ?? '';
	const expected = createHmac('sha256', secret).update(`${timestamp}.${rawBody}`).digest();
	const received = Buffer.from(headers['x-gmz-pep-webhook-signature'] ?? '', 'hex');
	if (received.length !== expected.length || !timingSafeEqual(received, expected)) {
		throw new Error('Wrong signature');
	}
	if (Math.abs(Date.now() - Number(timestamp)) > 1_200_000) throw new Error('Too old');

	const items = [];
	for (const event of body.events ?? [body as SentEvent]) {
		const isDowngrade =
			event.eventName === 'rank_up' && event.payload.some(({ key }) => key.startsWith('Previous'));
		const eventType = isDowngrade ? 'on_player_downgrade' : event.eventName;
		if (!wanted.includes('*') && !wanted.includes(eventType)) continue;
		const fields = Object.fromEntries(event.payload.map((item) => [item.key, valueOf(item)]));
		items.push({
			json: {
				eventType,
				eventTime: event.eventDate,
				playerId: event.playerId ?? fields.PlayerId,
				eventKey: createHash('sha256').update(JSON.stringify(event)).digest('hex'),
				eventName: event.eventName,
				eventDate: event.eventDate,
				...fields,
			},
		});
	}
	return items;
}

function valueOf({ type, value, displayValue, options }: PayloadItem): unknown {
	switch (type) {
		case 'number':
			return Number.isNaN(Number(value)) ? value : Number(value);
		case 'boolean':
			return value === 'true';
		case 'enum':
			return { type, value, displayValue, options };
		default:
			return value;
	}
}
