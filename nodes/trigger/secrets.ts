import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import type { Vendor } from '../../vendors/vendor';
import type { AuthenticationSource } from '../../delivery/receive';
import { authenticationFrom } from './authentication-from';
import type { TriggerSettings } from './trigger';

/** getCredentials costs n8n 40 to 60 ms, so what it gave is kept for a short time. */
const KEPT_MILLISECONDS = 30_000;
/** The shortest time between two calls that mismatches cause. */
const RENEWAL_MILLISECONDS = 1_000;
const MOST_KEPT = 10_000;

interface Kept {
	/** On a clock that nobody sets. */
	readonly since: number;
	/** Undefined where the node has none, or n8n could not read it. */
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
	// With the credential's id, one that is chosen anew counts at once.
	const key = `${nodeKey}/${context.getNode().credentials?.[vendor.credential]?.id ?? ''}`;
	const keep = (milliseconds: number) =>
		keepCredential(key, milliseconds, async () => await context.getCredentials(vendor.credential));
	const authenticationOf = async ({ credential }: Kept) =>
		authenticationFrom((await credential) ?? {}, vendor, settings);

	let used: Kept | undefined;
	return {
		current: async () => {
			used = keep(KEPT_MILLISECONDS);
			return await authenticationOf(used);
		},
		renewed: async () => {
			const renewed = keep(RENEWAL_MILLISECONDS);
			return renewed === used ? undefined : await authenticationOf(renewed);
		},
	};
}

/** The credential kept for a node, or a new one where that is older than some milliseconds. */
function keepCredential(
	key: string,
	milliseconds: number,
	fetch: () => Promise<ICredentialDataDecryptedObject>,
): Kept {
	const now = performance.now();
	const kept = keptByNode.get(key);
	if (kept && now - kept.since < milliseconds) return kept;
	// n8n throws where the node has no credential: a missing secret, too.
	const fetched: Kept = { since: now, credential: fetch().catch(() => undefined) };
	keptByNode.delete(key);
	keptByNode.set(key, fetched);
	if (keptByNode.size > MOST_KEPT) {
		const [oldest] = keptByNode.keys();
		if (oldest !== undefined) keptByNode.delete(oldest);
	}
	return fetched;
}
