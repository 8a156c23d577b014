import { headerOf, type Delivery } from '../delivery';
import { unauthorized, type Refusal } from '../refusal';
import { parseTimestamp } from '../read-time';
import type { SignatureScheme } from '../../vendors/signature-scheme';
import type { Authentication, BySignature, Verdict } from './authentication';
import { checkSharedSecret, isSameSecret } from './shared-secret';
import { verify } from './signature';

/**
 * Tells whether a delivery is genuine. Never throws.
 *
 * @param now milliseconds since 1970
 */
export function authenticate(
	delivery: Delivery,
	authentication: Authentication,
	now: number,
): Verdict {
	switch (authentication.kind) {
		case 'none':
			return { refusal: undefined, delivery, authentication };
		case 'signature':
			return checkSignature(delivery, authentication, now);
		case 'sharedSecret':
			return checkSharedSecret(delivery, authentication);
	}
}

/**
 * The signature, then the headers that go with it, then the age. The order matters: who does not know
 * the secret learns nothing about the rest.
 */
function checkSignature(delivery: Delivery, authentication: BySignature, now: number): Verdict {
	const { scheme, secrets } = authentication;
	const signature = scheme.read((name) => headerOf(delivery, name));
	if (!signature) return { refusal: noSignature };
	const verified = verify(scheme, signature, secrets, delivery.rawBody, delivery.body);
	if (!verified) return { refusal: wrongSignature(scheme, secrets.length) };

	const { secretIndex, signedBytes } = verified;
	const refusal =
		checkHeaders(delivery, authentication) ??
		checkAge(signature.timestamp, secretIndex, authentication, now);
	if (refusal) return { refusal };
	return { refusal, delivery: withBody(delivery, signedBytes), authentication };
}

/** The delivery as it would be had these bytes been sent. */
function withBody(delivery: Delivery, bytes: Buffer): Delivery {
	if (bytes === delivery.rawBody) return delivery;
	return { ...delivery, rawBody: bytes, body: JSON.parse(bytes.toString()) };
}

const noSignature = unauthorized(
	'signature',
	'It carries no signature that can be read.',
	'Deliveries from the vendor are signed; if this was one, check that nothing in front of n8n removes headers.',
);

function wrongSignature({ keyName }: SignatureScheme, secretCount: number): Refusal {
	return unauthorized(
		'signature',
		`Its signature does not fit the body with the ${keyName}${secretCount > 1 ? ' or the previous one' : ''}.`,
		`Compare the ${keyName} in the credential with the one in the vendor’s dashboard, and check that nothing in front of n8n changes the body.`,
	);
}

/** Checks the headers that must carry a value of the credential, where the credential has it. */
function checkHeaders(
	delivery: Delivery,
	{ scheme, expectedHeaders }: BySignature,
): Refusal | undefined {
	for (const { header, credentialField, category } of scheme.headerChecks) {
		const expected = expectedHeaders[credentialField];
		if (expected && !isSameSecret(headerOf(delivery, header) ?? '', expected)) {
			return unauthorized(
				category,
				`Its signature is right, but its header ${header} is not the one in the credential.`,
				'Correct that field of the credential, or empty it to skip this check.',
			);
		}
	}
	return undefined;
}

/** @param timestamp undefined where the vendor signs none, so that nothing tells the age */
function checkAge(
	timestamp: string | undefined,
	secretIndex: number,
	{ scheme, timestampTolerance }: BySignature,
	now: number,
): Refusal | undefined {
	if (timestampTolerance <= 0 || timestamp === undefined) return undefined;
	const signedWith = `the ${secretIndex === 0 ? '' : 'Previous '}${scheme.keyName}`;
	const signedAt = parseTimestamp(timestamp);
	if (signedAt === undefined) {
		if (!scheme.timestampMustBeReadable) return undefined;
		return unauthorized(
			'timestamp',
			`Its signature is right for ${signedWith}, but its timestamp cannot be read.`,
			'A timestamp is a number of s, ms, µs or ns since 1970, an HTTP date, or ISO 8601. Set Timestamp Tolerance to 0 to accept any.',
		);
	}
	const seconds = Math.abs(now - signedAt) / 1000;
	if (seconds <= timestampTolerance) return undefined;
	return unauthorized(
		'timestamp',
		`Its signature is right for ${signedWith}, but its timestamp is ${inWords(seconds)} ${signedAt < now ? 'old' : 'in the future'}.`,
		'Raise Timestamp Tolerance, or check the clock of this server.',
	);
}

function inWords(seconds: number): string {
	if (seconds < 120) return `${Math.round(seconds)} seconds`;
	if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
	if (seconds < 172800) return `${Math.round(seconds / 3600)} hours`;
	return `${Math.round(seconds / 86400)} days`;
}
