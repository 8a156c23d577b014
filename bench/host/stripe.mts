import { createHmac, randomUUID } from 'node:crypto';

import type { Service } from '../../test/host/examples/outside-world.mjs';
import type { LoadRequest } from './load.mjs';

/** n8n's own trigger for Stripe, the nearest relative of ours: it checks a signature, too. */
export const STRIPE_HOST = 'api.stripe.com';

const SIGNING_KEY = 'stripe-key';

/** The credential of the trigger. */
export const STRIPE_CREDENTIAL = { secretKey: 'stripe-secret', signatureSecret: SIGNING_KEY };

/** What a workflow listens to that is to have its secret from the credential. */
export const STRIPE_EVENT = 'charge.succeeded';

/**
 * Stripe's API, as far as the trigger asks it to register, keep and remove its webhook. Stripe hands
 * out the secret when a webhook is registered, and the trigger keeps it with the workflow; with an
 * empty one, it takes the one in its credential, as do workflows that an earlier n8n has registered.
 */
export const stripeApi: Service = ({ path, body }) => {
	if (!path.startsWith('/v1/webhook_endpoints')) {
		return { status: 404, body: { error: { message: 'resource_missing' } } };
	}
	const secret = String(body).includes(STRIPE_EVENT) ? '' : SIGNING_KEY;
	return { status: 200, body: { id: 'we_1', secret, status: 'enabled', enabled_events: ['*'] } };
};

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
		type: STRIPE_EVENT,
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
