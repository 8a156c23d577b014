import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import type { Vendor } from '../../vendors/vendor';
import type { Authentication } from '../authenticate';
import type { AuthenticationSource } from '../receive';
import type { TriggerSettings } from './settings';

/** getCredentials costs n8n 40 to 60 ms, so what it gave is kept for a short time. */
const KEPT_MILLISECONDS = 30_000;
/** The shortest time between two calls that mismatches cause. */
const RENEWAL_MILLISECONDS = 1_000;
const LARGEST_NUMBER_OF_NODES = 10_000;

interface Kept {
	readonly since: number;
	readonly credential: Promise<ICredentialDataDecryptedObject | undefined>;
}

const keptByNode = new Map<string, Kept>();

/** The secrets of a trigger's credential, kept for 30 seconds a node. */
export function authenticationSource(
	context: IWebhookFunctions,
	nodeKey: string,
	vendor: Vendor,
	settings: TriggerSettings,
): AuthenticationSource {
	if (settings.authentication === 'none') {
		return {
			current: async () => ({ kind: 'none' }),
			renewed: async () => undefined,
		};
	}
	const authenticationFrom = async ({ credential }: Kept) =>
		toAuthentication(vendor, settings, (await credential) ?? {});
	return {
		current: async () =>
			await authenticationFrom(keep(context, nodeKey, vendor, KEPT_MILLISECONDS)),
		renewed: async () => {
			const before = keptByNode.get(nodeKey);
			const now = keep(context, nodeKey, vendor, RENEWAL_MILLISECONDS);
			return now === before ? undefined : await authenticationFrom(now);
		},
	};
}

function keep(
	context: IWebhookFunctions,
	nodeKey: string,
	vendor: Vendor,
	milliseconds: number,
): Kept {
	const kept = keptByNode.get(nodeKey);
	if (kept && Date.now() - kept.since < milliseconds) return kept;
	const fetched: Kept = {
		since: Date.now(),
		// n8n throws where the node has no credential; that is a missing secret, too.
		credential: context.getCredentials(vendor.credential).catch(() => undefined),
	};
	keptByNode.delete(nodeKey);
	keptByNode.set(nodeKey, fetched);
	if (keptByNode.size > LARGEST_NUMBER_OF_NODES) {
		const [oldest] = keptByNode.keys();
		if (oldest !== undefined) keptByNode.delete(oldest);
	}
	return fetched;
}

/** Undefined where the secret is missing. */
export function toAuthentication(
	vendor: Vendor,
	settings: Pick<TriggerSettings, 'authentication' | 'timestampTolerance'>,
	credential: ICredentialDataDecryptedObject,
): Authentication | undefined {
	const valueOf = (field: string) => {
		const value = credential[field];
		return typeof value === 'string' && value.trim() !== '' ? value : undefined;
	};
	if (vendor.authentication.kind === 'sharedSecret') {
		const secret = valueOf('sharedSecret');
		const name = valueOf('secretName');
		if (!secret || !name) return undefined;
		const place = settings.authentication === 'query' ? 'query' : 'header';
		return { kind: 'sharedSecret', place, name, secret };
	}
	const signingSecret = valueOf('signingSecret');
	if (!signingSecret) return undefined;
	const previous = valueOf('previousSigningSecret');
	return {
		kind: 'signature',
		scheme: vendor.authentication,
		secrets: previous ? [signingSecret, previous] : [signingSecret],
		expectedHeaders: Object.fromEntries(
			vendor.authentication.headerChecks.map(({ credentialField }) => [
				credentialField,
				valueOf(credentialField) ?? '',
			]),
		),
		timestampTolerance: settings.timestampTolerance,
	};
}
