import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import type { Authentication } from '../../delivery/authentication/authentication';
import type { AuthenticationSource } from '../../delivery/receive';
import type { Vendor } from '../../vendors/vendor';
import type { TriggerSettings } from './trigger';

/** getCredentials costs n8n 40 to 60 ms, so what it gave is kept for a short time. */
const KEPT_MILLISECONDS = 30_000;
/** The shortest time between two calls that mismatches cause. */
const RENEWAL_MILLISECONDS = 1_000;
/** How long the last good one counts while n8n cannot give it, such as without its database. */
const LAST_GOOD_MILLISECONDS = 60 * 60 * 1000;
const MOST_KEPT = 10_000;

/** What n8n has given. */
interface Given {
	/** On a clock that nobody sets. */
	readonly at: number;
	readonly credential: ICredentialDataDecryptedObject;
}

interface Kept {
	readonly since: number;
	/** Undefined where the node has none, or n8n could not read it. */
	readonly given: Promise<Given | undefined>;
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
	const authenticationOf = async ({ given }: Kept) =>
		authenticationFrom((await given)?.credential ?? {}, vendor, settings);

	let used: Kept | undefined;
	return {
		current: async () => {
			used = keep(KEPT_MILLISECONDS);
			return await authenticationOf(used);
		},
		renewed: async () => {
			const renewed = keep(RENEWAL_MILLISECONDS);
			// What has just failed with the same secrets would only fail once more.
			return (await isSame(renewed, used)) ? undefined : await authenticationOf(renewed);
		},
	};
}

async function isSame(one: Kept, other: Kept | undefined): Promise<boolean> {
	if (one === other) return true;
	const [given, otherGiven] = await Promise.all([one.given, other?.given]);
	return JSON.stringify(given?.credential) === JSON.stringify(otherGiven?.credential);
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
	const fetched: Kept = { since: now, given: giveOrKeep(fetch, kept, now) };
	keptByNode.delete(key);
	keptByNode.set(key, fetched);
	if (keptByNode.size > MOST_KEPT) {
		const [oldest] = keptByNode.keys();
		if (oldest !== undefined) keptByNode.delete(oldest);
	}
	return fetched;
}

/** n8n throws where the node has no credential, and where it cannot read it just now. */
async function giveOrKeep(
	fetch: () => Promise<ICredentialDataDecryptedObject>,
	kept: Kept | undefined,
	now: number,
): Promise<Given | undefined> {
	try {
		return { at: now, credential: await fetch() };
	} catch {
		const last = await kept?.given;
		return last && now - last.at < LAST_GOOD_MILLISECONDS ? last : undefined;
	}
}

/**
 * Puts together what a genuine delivery is known by.
 *
 * @returns undefined where the credential has no secret
 */
export function authenticationFrom(
	credential: ICredentialDataDecryptedObject,
	vendor: Vendor,
	{ authentication, timestampTolerance }: TriggerSettings,
): Authentication | undefined {
	if (authentication === 'none') return { kind: 'none' };
	const scheme = vendor.authentication;
	if (scheme.kind === 'sharedSecret') {
		const secret = valueOf(credential, 'sharedSecret');
		const name = valueOf(credential, 'headerName')?.trim();
		if (!secret || !name) return undefined;
		return {
			kind: 'sharedSecret',
			place: authentication === 'query' ? 'query' : 'header',
			name,
			secret,
		};
	}
	const signingSecret = valueOf(credential, 'signingSecret');
	if (!signingSecret) return undefined;
	const previousSecret = valueOf(credential, 'previousSigningSecret');
	return {
		kind: 'signature',
		scheme,
		secrets: previousSecret ? [signingSecret, previousSecret] : [signingSecret],
		expectedHeaders: Object.fromEntries(
			scheme.headerChecks.map(({ credentialField }) => [
				credentialField,
				valueOf(credential, credentialField) ?? '',
			]),
		),
		timestampTolerance,
	};
}

/** A field of the credential with something in it. */
function valueOf(credential: ICredentialDataDecryptedObject, field: string): string | undefined {
	const value = credential[field];
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
