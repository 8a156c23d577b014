import { createHmac } from 'node:crypto';

import { verify as verifyForGitHub } from '@octokit/webhooks-methods';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';

import { authenticate } from '../delivery/authentication/authenticate';
import type { BySignature } from '../delivery/authentication/authentication';
import type { Delivery } from '../delivery/delivery';
import { verify } from '../delivery/authentication/signature';
import { signatureScheme } from '../vendors/appcharge/signature';
import { measureAsync, rounded, type Row } from './measure.mjs';

const KEY = Buffer.alloc(32, 'a secret that everybody knows').toString('base64');
const SIZES = { '1 kB': 1_000, '100 kB': 100_000 };
/** Verifications in one run of a contender. */
const PIECES = { '1 kB': 500, '100 kB': 25 };

/**
 * Verifying a genuine delivery, from the bytes that came in: each library its own signature of the same
 * bytes. Each pair is measured by itself, so that no library pays for another's garbage, and does the
 * same: stripe and standardwebhooks read the header and check the age, as ours does in a trigger;
 * @octokit's is given the bare signature and knows no age.
 */
export async function verifyRows(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const size of ['1 kB', '100 kB'] as const) {
		const pieces = PIECES[size];
		for (const { name, ours, peer } of pairs(bodyOf(SIZES[size]), pieces)) {
			const medians = await measureAsync({ ours, peer }, { rounds: 60, warmUp: 20, pieces });
			rows.push({
				name: `verify ${size}, ${name}`,
				ours: rounded(medians.ours * 1_000),
				peer: rounded(medians.peer * 1_000),
				ratio: rounded(medians.ours / medians.peer),
				unit: 'µs',
				goal: 1,
			});
		}
	}
	return rows;
}

function bodyOf(size: number): string {
	const event = { eventName: 'order.completed', eventId: '5b7d0f3e', sessionMetadata: '' };
	const padding = size - JSON.stringify(event).length;
	return JSON.stringify({ ...event, sessionMetadata: 'x'.repeat(padding) });
}

function pairs(body: string, pieces: number) {
	const bytes = Buffer.from(body);
	const seconds = String(Math.floor(Date.now() / 1000));
	const sign = (text: string) => createHmac('sha256', KEY).update(text).digest('hex');

	const delivery: Delivery = {
		headers: { signature: `t=${seconds},v1=${sign(`${seconds}.${body}`)}` },
		query: {},
		address: '127.0.0.1',
		rawBody: bytes,
		isJson: true,
		body: JSON.parse(body),
	};
	const authentication: BySignature = {
		kind: 'signature',
		scheme: signatureScheme,
		secrets: [KEY],
		expectedHeaders: {},
		timestampTolerance: 1200,
	};

	const stripe = new Stripe(KEY).webhooks.signature!;
	const stripeHeader = `t=${seconds},v1=${sign(`${seconds}.${body}`)}`;

	const standard = new Webhook(KEY);
	const standardHeaders = {
		'webhook-id': 'msg_1',
		'webhook-timestamp': seconds,
		'webhook-signature': standard.sign('msg_1', new Date(Number(seconds) * 1000), body),
	};

	const gitHubSignature = `sha256=${sign(body)}`;

	const signature = { timestamp: seconds, digests: [sign(`${seconds}.${body}`)] };

	const authenticateAll = () => {
		for (let i = 0; i < pieces; i++) {
			check(!authenticate(delivery, authentication, Date.now()).refusal);
		}
	};
	return [
		{
			name: 'header and age, peer: stripe',
			ours: authenticateAll,
			peer: () => {
				for (let i = 0; i < pieces; i++) {
					check(stripe.verifyHeader(bytes, stripeHeader, KEY, 1200));
				}
			},
		},
		{
			name: 'header and age, peer: standardwebhooks',
			ours: authenticateAll,
			peer: () => {
				for (let i = 0; i < pieces; i++) {
					standard.verify(bytes, standardHeaders, { jsonParse: false });
				}
			},
		},
		{
			name: 'bare signature, peer: @octokit/webhooks-methods',
			ours: () => {
				for (let i = 0; i < pieces; i++) {
					check(verify(authentication.scheme, signature, [KEY], bytes, delivery.body));
				}
			},
			peer: async () => {
				for (let i = 0; i < pieces; i++) {
					check(await verifyForGitHub(KEY, bytes.toString(), gitHubSignature));
				}
			},
		},
	];
}

/** A benchmark of a verification that fails would be worth nothing. */
function check(isGenuine: unknown): void {
	if (!isGenuine) throw new Error('A genuine delivery was refused');
}
