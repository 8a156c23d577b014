import type { IWebhookFunctions } from 'n8n-workflow';

import { utf8Of, type Delivery } from '../../delivery/delivery';

/** What n8n adds to the request of Express. */
interface N8nRequest {
	readonly rawBody?: Buffer;
	readonly body?: unknown;
	readonly ip?: string;
	readRawBody?(): Promise<void>;
}

/**
 * Takes the delivery from the request. n8n has parsed the body where its content type is exactly
 * application/json; else it is parsed here, whatever the type says. Never throws.
 */
export async function readDelivery(context: IWebhookFunctions): Promise<Delivery> {
	const request = context.getRequestObject() as unknown as N8nRequest;
	const headers = context.getHeaderData();
	const rawBody = await rawBodyOf(request);
	return {
		headers,
		query: context.getQueryData() as Record<string, unknown>,
		address: request.ip ?? '',
		rawBody,
		...(rawBody.length > 0 && isParsedByN8n(headers['content-type']) && request.body !== undefined
			? { isJson: true, body: request.body }
			: parseJson(rawBody)),
	};
}

async function rawBodyOf(request: N8nRequest): Promise<Buffer> {
	try {
		if (request.rawBody === undefined) await request.readRawBody?.();
	} catch {
		// Too large, cut off, broken gzip, or a form that n8n has read: there is no JSON to be had.
	}
	return request.rawBody ?? Buffer.alloc(0);
}

/**
 * Whether n8n has read the bytes as they are read here: it believes the charset, which nobody has
 * signed, so that for another one than UTF-8 it may have read another text than was signed.
 */
function isParsedByN8n(contentType: string | undefined): boolean {
	return /^application\/json\s*(?:;\s*charset="?utf-?8"?\s*)?$/i.test(contentType ?? '');
}

/** A byte order mark is let pass. */
function parseJson(bytes: Buffer): Pick<Delivery, 'isJson' | 'body'> {
	try {
		return {
			isJson: true,
			body: JSON.parse(
				utf8Of(bytes)
					.toString()
					.replace(/^\ufeff/, ''),
			),
		};
	} catch {
		return { isJson: false, body: undefined };
	}
}
