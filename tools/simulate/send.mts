import { proofFor } from '../../host/sender/proof.mjs';
import type { Vendor } from '../../vendors/vendor';
import type { Sending } from './schedule.mjs';

export interface Answer {
	readonly status: number;
	readonly body: string;
}

/**
 * Posts a delivery as the vendor would.
 *
 * @throws Error in plain words where nobody answers
 */
export async function send(
	url: string,
	vendor: Vendor,
	{ body, signedAt }: Sending,
	{
		credential,
		secretPlace,
		badSignature,
	}: {
		readonly credential: Readonly<Record<string, string>>;
		readonly secretPlace: 'header' | 'query';
		readonly badSignature: boolean;
	},
): Promise<Answer> {
	const wrong = { signingSecret: 'not the secret', sharedSecret: 'not the secret' };
	const proof = proofFor(
		vendor,
		{ ...credential, ...(badSignature ? wrong : {}) },
		secretPlace,
		body,
		signedAt,
	);
	const target = new URL(url);
	for (const [name, value] of Object.entries(proof.query)) target.searchParams.set(name, value);
	try {
		const response = await fetch(target, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...proof.headers },
			body,
		});
		return { status: response.status, body: await response.text() };
	} catch (failed) {
		const cause = failed instanceof Error && failed.cause instanceof Error ? failed.cause : failed;
		throw new Error(
			`Nobody answers at ${target.origin}: ${cause instanceof Error ? cause.message : cause}`,
		);
	}
}
