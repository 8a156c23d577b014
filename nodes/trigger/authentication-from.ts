import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Vendor } from '../../vendors/vendor';
import type { Authentication } from '../../delivery/authentication/authentication';
import type { TriggerSettings } from './trigger';

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
