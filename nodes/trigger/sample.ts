import { randomBytes, randomUUID } from 'crypto';

import { NodeOperationError, sleep, type IHookFunctions } from 'n8n-workflow';

import { authenticate } from '../../delivery/authentication/authenticate';
import type { Authentication } from '../../delivery/authentication/authentication';
import { sign } from '../../delivery/authentication/signature';
import { headerOf, type Delivery } from '../../delivery/delivery';
import type { ReceiveSettings, Trigger } from '../../delivery/receive';
import { sampleDeliveryOf } from '../../delivery/sample-delivery';
import { ALL_EVENTS } from '../../delivery/selection/selection';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';
import { requireReachable } from './test-url';

/** n8n registers the webhook once more after its hook, and only then answers the editor. */
const HEAD_START_MILLISECONDS = 150;
const TIMEOUT_MILLISECONDS = 30_000;

const USER_AGENT = 'n8n-nodes-engagement-events (sample)';
/** Stands for the header that the user has named in a credential, which there need not be. */
const SECRET_HEADER = 'x-sample-secret';

/** By what the one sample under way is known, by node. Made at random, and never written down. */
const expectedByNode = new Map<string, Authentication>();

/**
 * Has a node that begins to listen receive a sample: at its own Test URL, through the same door as a
 * real delivery, signed as the vendor signs.
 *
 * @throws NodeOperationError where n8n does not reach its own Test URL, with what to set
 */
export async function sendSample(
	context: IHookFunctions,
	nodeKey: string,
	vendor: Vendor,
	event: CatalogueEvent,
): Promise<void> {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) {
		throw new NodeOperationError(context.getNode(), 'n8n gives this node no Test URL');
	}
	await requireReachable(context, url);
	const body = JSON.stringify(sampleDeliveryOf(vendor, event, randomUUID(), new Date()));
	const { authentication, headers } = proofOf(vendor, body);
	expectedByNode.set(nodeKey, authentication);
	void sleep(HEAD_START_MILLISECONDS)
		.then(
			async () =>
				await context.helpers.httpRequest({
					method: 'POST',
					url,
					headers: { 'content-type': 'application/json', 'user-agent': USER_AGENT, ...headers },
					body,
					timeout: TIMEOUT_MILLISECONDS,
					disableFollowRedirect: true,
					ignoreHttpStatusErrors: true,
				}),
		)
		.catch((error: unknown) => {
			context.logger.warn(`${context.getNode().name}: the sample did not reach ${url}: ${error}`);
		});
}

/** A key for one sample, and the headers that prove it. */
function proofOf(vendor: Vendor, body: string) {
	const secret = randomBytes(32).toString('base64');
	const scheme = vendor.authentication;
	if (scheme.kind === 'sharedSecret') {
		const authentication: Authentication = {
			kind: 'sharedSecret',
			place: 'header',
			name: SECRET_HEADER,
			secret,
		};
		return { authentication, headers: { [SECRET_HEADER]: secret } };
	}
	const authentication: Authentication = {
		kind: 'signature',
		scheme,
		secrets: [secret],
		expectedHeaders: {},
		timestampTolerance: 0,
	};
	const signing = { time: new Date(), id: randomUUID() };
	return { authentication, headers: { ...sign(scheme, secret, Buffer.from(body), signing) } };
}

/**
 * Takes a delivery for the sample that the node waits for, once. No credential, choice of events or
 * list of addresses is about it.
 *
 * @returns undefined for any other delivery
 */
export function takeSample<S extends ReceiveSettings>(
	nodeKey: string,
	delivery: Delivery,
	settings: S,
): (Pick<Trigger, 'authentication'> & { readonly settings: S }) | undefined {
	const expected = expectedByNode.get(nodeKey);
	if (!expected || authenticate(delivery, expected, Date.now()).refusal) return undefined;
	expectedByNode.delete(nodeKey);
	return {
		authentication: { current: async () => expected, renewed: async () => undefined },
		settings: {
			...settings,
			ipAllowlist: undefined,
			selection: { ...settings.selection, events: [ALL_EVENTS] },
		},
	};
}

/** The node has stopped listening. */
export function forgetSample(nodeKey: string): void {
	expectedByNode.delete(nodeKey);
}

/** Whether a delivery says of itself that it is a sample. */
export function claimsToBeSample(delivery: Delivery): boolean {
	return headerOf(delivery, 'user-agent') === USER_AGENT;
}
