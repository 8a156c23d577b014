import { createHash, timingSafeEqual } from 'crypto';

import type { SignatureAuthentication } from '../vendors/vendor';
import { headerOf, type Delivery } from './delivery';
import type { Refusal } from './refusal';
import { parseTimestamp } from './timestamp';
import { findSigningSecret } from './verify-signature';

/** What a genuine delivery is known by, with the secrets that n8n keeps. */
export type Authentication =
	| { readonly kind: 'none' }
	| {
			readonly kind: 'signature';
			readonly scheme: SignatureAuthentication;
			/** The current secret and, while it is being rotated, the previous one. */
			readonly secrets: readonly string[];
			/** The credential's values for the scheme's header checks, by credential field. */
			readonly expectedHeaders: Readonly<Record<string, string>>;
			/** Age and skew allowed, in seconds; 0 allows any. */
			readonly timestampTolerance: number;
	  }
	| {
			readonly kind: 'sharedSecret';
			readonly place: 'header' | 'query';
			/** The name of the header or query parameter. */
			readonly name: string;
			readonly secret: string;
	  };

/**
 * Tells whether a delivery is genuine.
 *
 * @param now milliseconds since 1970
 * @returns undefined for a genuine delivery, else why it is refused; never throws
 */
export function authenticate(
	delivery: Delivery,
	authentication: Authentication,
	now: number,
): Refusal | undefined {
	switch (authentication.kind) {
		case 'none':
			return undefined;
		case 'signature':
			return checkSignature(delivery, authentication, now);
		case 'sharedSecret':
			return checkSharedSecret(delivery, authentication);
	}
}

function checkSignature(
	delivery: Delivery,
	authentication: Extract<Authentication, { kind: 'signature' }>,
	now: number,
): Refusal | undefined {
	const { scheme, secrets } = authentication;
	const signature = scheme.read((name) => headerOf(delivery, name));
	if (!signature) {
		return unauthorized(
			'signature',
			'It carries no signature that can be read.',
			'Deliveries from the vendor are signed; if this was one, check that nothing in front of n8n removes headers.',
		);
	}

	const signer = findSigningSecret(signature, secrets, delivery.rawBody, delivery.body);
	if (signer === -1) {
		return unauthorized(
			'signature',
			`Its signature does not fit the body with ${secrets.length > 1 ? 'either signing secret' : 'the signing secret'}.`,
			'Compare the signing secret in the credential with the one in the vendor’s dashboard, and check that nothing in front of n8n changes the body.',
		);
	}

	for (const { header, credentialField, category } of scheme.headerChecks) {
		const expected = authentication.expectedHeaders[credentialField];
		if (expected && !equalInConstantTime(headerOf(delivery, header) ?? '', expected)) {
			return unauthorized(
				category,
				`Its signature is right, but its header ${header} is not the one in the credential.`,
				'Correct that field of the credential, or empty it to skip this check.',
			);
		}
	}
	return checkAge(signature.timestamp, signer, authentication, now);
}

function checkAge(
	timestamp: string,
	signer: number,
	{ scheme, timestampTolerance }: Extract<Authentication, { kind: 'signature' }>,
	now: number,
): Refusal | undefined {
	if (timestampTolerance <= 0) return undefined;
	const signedWith = signer === 0 ? 'the signing secret' : 'the previous signing secret';
	const signedAt = parseTimestamp(timestamp);
	if (signedAt === undefined) {
		if (!scheme.timestampMustBeReadable) return undefined;
		return unauthorized(
			'timestamp',
			`Its signature is right for ${signedWith}, but its timestamp cannot be read.`,
			'A timestamp is a whole number of milliseconds or seconds, or ISO 8601. Set Timestamp Tolerance to 0 to accept any.',
		);
	}
	const seconds = Math.round(Math.abs(now - signedAt) / 1000);
	if (seconds <= timestampTolerance) return undefined;
	return unauthorized(
		'timestamp',
		`Its signature is right for ${signedWith}, but its timestamp is ${inWords(seconds)} ${signedAt < now ? 'old' : 'in the future'}.`,
		'Raise Timestamp Tolerance, or check the clock of this server.',
	);
}

function checkSharedSecret(
	delivery: Delivery,
	{ place, name, secret }: Extract<Authentication, { kind: 'sharedSecret' }>,
): Refusal | undefined {
	const sent =
		place === 'header' ? headerOf(delivery, name.toLowerCase()) : queryOf(delivery, name);
	const where = place === 'header' ? `header ${name}` : `query parameter ${name}`;
	if (sent === undefined) {
		return unauthorized(
			'secret',
			`It has no ${where}, or has it more than once.`,
			`Have the vendor send the shared secret in the ${where}.`,
		);
	}
	if (equalInConstantTime(sent, secret)) return undefined;
	return unauthorized(
		'secret',
		`Its ${where} is not the shared secret in the credential.`,
		'Use the same shared secret in the credential and at the vendor.',
	);
}

function queryOf(delivery: Delivery, name: string): string | undefined {
	const value = Object.hasOwn(delivery.query, name) ? delivery.query[name] : undefined;
	return typeof value === 'string' ? value : undefined;
}

/** Compares digests, so that not even the length of the secret shows. */
function equalInConstantTime(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}

function unauthorized(category: Refusal['category'], reason: string, remedy: string): Refusal {
	return { status: 401, category, reason, remedy };
}

function inWords(seconds: number): string {
	if (seconds < 120) return `${seconds} seconds`;
	if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
	if (seconds < 172800) return `${Math.round(seconds / 3600)} hours`;
	return `${Math.round(seconds / 86400)} days`;
}
