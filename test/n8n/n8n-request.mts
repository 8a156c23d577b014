import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGunzip, createInflate } from 'node:zlib';

import { parseIncomingMessage } from 'n8n-core';

/** n8n's own limit for a body, in bytes (N8N_PAYLOAD_SIZE_MAX). */
const LARGEST_BODY = 16 * 1024 * 1024;

/**
 * What Express and n8n's middleware add to a request, as a trigger sees it. The types of n8n-core
 * add `rawBody`, `readRawBody`, `contentType` and `encoding` to IncomingMessage.
 */
export interface N8nRequest extends IncomingMessage {
	body?: unknown;
	query?: Record<string, unknown>;
	ip?: string | undefined;
}

/** What Express adds to a response. */
export interface N8nResponse extends ServerResponse {
	status(code: number): this;
	json(value: unknown): this;
}

/** What n8n answers itself, before or instead of the node. */
export class AnsweredByN8n extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/**
 * Does to a request what n8n does before it calls a node of version 2, as read in n8n 2.40.7:
 * `middlewares/body-parser.js` and `parseRequestBody` in `webhooks/webhook-helpers.js`.
 *
 * @throws AnsweredByN8n where n8n answers without calling the node
 */
export async function prepareRequest(request: N8nRequest): Promise<void> {
	parseIncomingMessage(request);
	request.query = readQuery(request.url ?? '');
	request.ip = request.socket.remoteAddress;
	request.readRawBody = async () => {
		request.rawBody ??= await readRawBody(request);
	};

	const contentType = request.contentType ?? '';
	if (contentType === 'multipart/form-data') {
		// n8n reads it as a form: what is left is a stream that has ended.
		request.resume();
		await once(request, 'end');
		request.body = { data: {}, files: {} };
		return;
	}
	const isRead = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'].some(
		(type) => contentType.startsWith(type),
	);
	if (!isRead && !contentType.endsWith('/xml') && !contentType.endsWith('+xml')) return;
	await request.readRawBody();
	if (request.rawBody.length > 0) parseBody(request, request.rawBody);
}

function parseBody(request: N8nRequest, rawBody: Buffer): void {
	try {
		const text = rawBody.toString(request.encoding);
		if (request.contentType === 'application/json') {
			request.body = JSON.parse(text.replace(/^\ufeff/, ''));
		} else if (request.contentType === 'text/plain') {
			request.body = text;
		} else if (request.contentType === 'application/x-www-form-urlencoded') {
			request.body = { ...Object.fromEntries(new URLSearchParams(text)) };
		}
	} catch {
		throw new AnsweredByN8n(422, 'Failed to parse request body');
	}
}

/** As the package raw-body does it. */
async function readRawBody(request: N8nRequest): Promise<Buffer> {
	const encoding = request.headers['content-encoding'];
	const stream =
		encoding === 'gzip'
			? request.pipe(createGunzip())
			: encoding === 'deflate'
				? request.pipe(createInflate())
				: request;
	if (request.destroyed || !stream.readable) {
		throw new AnsweredByN8n(400, 'Request body stream was aborted or is not readable');
	}
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += (chunk as Buffer).length;
		if (size > LARGEST_BODY) throw new AnsweredByN8n(413, 'request entity too large');
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}

/** As Express does it with n8n's setting, for plain names: a repeated one becomes a list. */
function readQuery(url: string): Record<string, unknown> {
	const query: Record<string, unknown> = {};
	const parameters = new URL(url, 'http://localhost').searchParams;
	for (const name of new Set(parameters.keys())) {
		if (name === '__proto__') continue;
		const values = parameters.getAll(name);
		query[name] = values.length === 1 ? values[0] : values;
	}
	return query;
}

/** Gives a response the two methods of Express that triggers and n8n use. */
export function prepareResponse(response: ServerResponse): N8nResponse {
	return Object.assign(response, {
		status(this: N8nResponse, code: number) {
			this.statusCode = code;
			return this;
		},
		json(this: N8nResponse, value: unknown) {
			this.setHeader('content-type', 'application/json; charset=utf-8');
			this.end(JSON.stringify(value));
			return this;
		},
	});
}
