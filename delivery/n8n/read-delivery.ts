import type { IWebhookFunctions } from 'n8n-workflow';

import type { Delivery } from '../delivery';

/** What n8n adds to the request of Express. */
interface N8nRequest {
	readonly rawBody?: Buffer;
	readonly body?: unknown;
	readonly ip?: string;
	readRawBody?(): Promise<void>;
}

const UTF8_CHARSETS = ['utf-8', 'utf8', 'us-ascii'];

/**
 * Takes the delivery from the request. n8n has parsed the body where its content type is exactly
 * application/json; else it is parsed here, whatever the type says. Never throws.
 */
export async function readDelivery(context: IWebhookFunctions): Promise<Delivery> {
	const request = context.getRequestObject() as unknown as N8nRequest;
	const headers = context.getHeaderData();
	const rawBody = await rawBodyOf(request);
	const [mediaType, charset] = contentTypeOf(headers['content-type']);
	const isUtf8 = charset === undefined || UTF8_CHARSETS.includes(charset);
	return {
		headers,
		query: context.getQueryData() as Record<string, unknown>,
		address: request.ip ?? '',
		rawBody,
		isUtf8,
		...(mediaType === 'application/json' && rawBody.length > 0
			? { isJson: true, body: request.body }
			: parseJson(rawBody)),
	};
}

async function rawBodyOf(request: N8nRequest): Promise<Buffer> {
	try {
		if (request.rawBody === undefined) await request.readRawBody?.();
	} catch {
		// A form with files has been read as a form: there are no bytes left, and no JSON in it.
	}
	return request.rawBody ?? Buffer.alloc(0);
}

function contentTypeOf(header: string | undefined): [mediaType: string, charset?: string] {
	const [mediaType = '', ...parameters] = (header ?? '').toLowerCase().split(';');
	const charset = parameters
		.map((parameter) => parameter.trim())
		.find((parameter) => parameter.startsWith('charset='))
		?.slice('charset='.length)
		.replaceAll('"', '');
	return charset === undefined ? [mediaType.trim()] : [mediaType.trim(), charset];
}

function parseJson(bytes: Buffer): Pick<Delivery, 'isJson' | 'body'> {
	try {
		return { isJson: true, body: JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) };
	} catch {
		return { isJson: false, body: undefined };
	}
}
