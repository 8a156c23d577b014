import type { VendorSetup } from '../vendor-setup.mjs';
import { proofFor } from './proof.mjs';

/** A request to a trigger: the genuine one of a vendor, but for what is named here. */
export interface Delivery {
	readonly method?: string;
	/** A Buffer or text goes out as it is, all else as JSON. */
	readonly body?: unknown;
	/** Signed instead of the body: for bodies that are encoded on their way. */
	readonly signedBody?: Uint8Array;
	readonly headers?: Readonly<Record<string, string>>;
	readonly credential?: Readonly<Record<string, string>>;
	/** In ms. */
	readonly age?: number;
}

export interface Answer {
	readonly status: number;
	/** As JSON, or the text where it is none. */
	readonly body: unknown;
}

/** The headers and the body of a delivery, with the vendor's proof. */
export function requestOf(
	{ vendor, credential: usual }: Pick<VendorSetup, 'vendor' | 'credential'>,
	{ body, signedBody, headers, credential = usual, age = 0 }: Delivery,
): { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer } {
	const bytes = bytesOf(body);
	const sentAt = new Date(Date.now() - age);
	const proof = proofFor(vendor, credential, 'header', signedBody ?? bytes, sentAt);
	return {
		headers: { 'content-type': 'application/json', ...proof.headers, ...headers },
		body: bytes,
	};
}

/** Posts a delivery. */
export async function post(
	url: string,
	setup: Pick<VendorSetup, 'vendor' | 'credential'>,
	delivery: Delivery,
): Promise<Answer> {
	const { method = 'POST' } = delivery;
	const { headers, body } = requestOf(setup, delivery);
	const response = await fetch(url, {
		method,
		headers,
		...(method === 'GET' ? {} : { body }),
	});
	return { status: response.status, body: jsonOr(await response.text()) };
}

function bytesOf(body: unknown): Buffer {
	if (Buffer.isBuffer(body)) return body;
	return Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
}

function jsonOr(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
