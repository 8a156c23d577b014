import { createHmac, randomUUID } from 'node:crypto';

import type { Service } from '../../test/host/examples/outside-world.mjs';
import type { LoadRequest } from './load.mjs';

/** n8n's own trigger for Stripe, the nearest relative of ours: it checks a signature, too. */
export const STRIPE_HOST = 'api.stripe.com';

const SIGNING_KEY = 'stripe-key';

/** Stripe's API, as far as the trigger asks it to register, keep and remove its webhook. */
export const stripeApi: Service = ({ path }) =>
	path.startsWith('/v1/webhook_endpoints')
		? {
				status: 200,
				body: { id: 'we_1', secret: SIGNING_KEY, status: 'enabled', enabled_events: ['*'] },
			}
		: { status: 404, body: { error: { code: 'resource_missing', message: 'resource_missing' } } };

/**
 * A signed delivery of Stripe.
 *
 * @param data the event's content, so that both triggers get the same
 */
export function stripeDelivery(data: object, isGenuine: boolean): LoadRequest {
	const time = Math.floor(Date.now() / 1000);
	const event = {
		id: `evt_${randomUUID()}`,
		object: 'event',
		type: 'charge.succeeded',
		created: time,
		data: { object: data },
	};
	const body = Buffer.from(JSON.stringify(event));
	const digest = createHmac('sha256', isGenuine ? SIGNING_KEY : 'guessed')
		.update(`${time}.`)
		.update(body)
		.digest('hex');
	return {
		headers: {
			'content-type': 'application/json',
			'stripe-signature': `t=${time},v1=${digest}`,
		},
		body,
	};
}
