/**
 * What a good hand writes into a Code node behind n8n's own Webhook node (with the raw body switched
 * on) to do the trigger's job: check signature and age, flat fields, the four common ones first.
 *
 * @param secret of the signature; in a Code node it stands in the code
 */
export function codeNodeFor(secret: string): string {
	return `const { createHmac, timingSafeEqual } = require('crypto');

const webhook = $input.first();
const body = Buffer.from(webhook.binary.data.data, 'base64');
const signature = Object.fromEntries(
	(webhook.json.headers.signature ?? '').split(',').map((part) => part.split('=')),
);
const expected = createHmac('sha256', ${JSON.stringify(secret)})
	.update(signature.t + '.')
	.update(body)
	.digest();
const received = Buffer.from(signature.v1 ?? '', 'hex');
if (received.length !== expected.length || !timingSafeEqual(received, expected)) {
	throw new Error('Wrong signature');
}
if (!(Math.abs(Date.now() - Number(signature.t)) <= 1_200_000)) throw new Error('Too old');

const event = JSON.parse(body.toString('utf8'));
const json = {
	eventType: event.eventName,
	eventTime: new Date(event.timestamp).toISOString(),
	playerId: event.customer?.id ?? null,
	eventKey: event.eventId,
};
const flatten = (prefix, value) => {
	for (const [name, member] of Object.entries(value)) {
		if (typeof member === 'object' && member !== null && !Array.isArray(member)) {
			flatten(prefix + name + '_', member);
		} else {
			json[prefix + name] = member;
		}
	}
};
flatten('', event);
return [{ json }];`;
}
