import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { LOOPBACK } from './port.mjs';
import { makeCertificate } from './certificate.mjs';

/** What a service is asked. */
export interface ServiceRequest {
	readonly method: string;
	/** With the query. */
	readonly path: string;
	/** The value of the Authorization header. */
	readonly authorization: string;
	/** The parsed body, or its text where it is no JSON; undefined when there is none. */
	readonly body: unknown;
}

/** Answers in the place of a service on the Internet: a status and a JSON body. */
export type Service = (request: ServiceRequest) => {
	readonly status: number;
	readonly body: object;
};

/** All of the Internet that an n8n under test can reach. */
export interface OutsideWorld {
	/** The settings that make n8n go through here, and trust what answers. */
	readonly env: NodeJS.ProcessEnv;
	/** Hosts that n8n asked for and that do not exist here. */
	readonly refused: readonly string[];
	stop(): Promise<void>;
}

/**
 * Starts a proxy on the loopback address that hands connections to some hosts to stand-ins, over TLS
 * as the real ones, and refuses all others.
 *
 * @param services by host name
 */
export async function startOutsideWorld(
	services: Readonly<Record<string, Service>>,
): Promise<OutsideWorld> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-outside-'));
	const { certFile, ...certificate } = await makeCertificate(Object.keys(services), folder);
	const secure = createSecureServer(certificate, (request, response) => {
		void answer(request, response, services[request.headers.host ?? '']);
	});
	const refused: string[] = [];
	const sockets = new Set<Socket>();
	const proxy = createServer((request, response) => {
		refused.push(request.url ?? '');
		response.writeHead(502).end();
	});
	proxy.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
	});
	proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
		const [host = '', port] = (request.url ?? '').split(':');
		if (Object.hasOwn(services, host) && port === '443') {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			secure.emit('connection', socket);
		} else {
			refused.push(host);
			socket.end('HTTP/1.1 502 Not here\r\n\r\n');
		}
	});
	await new Promise<void>((resolve) => proxy.listen(0, LOOPBACK, resolve));
	const url = `http://${LOOPBACK}:${(proxy.address() as AddressInfo).port}`;
	return {
		env: {
			HTTPS_PROXY: url,
			HTTP_PROXY: url,
			NO_PROXY: `${LOOPBACK},localhost`,
			NODE_EXTRA_CA_CERTS: certFile,
		},
		refused,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => proxy.close(resolve));
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	service: Service | undefined,
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString('utf8');
	const { status, body } = service?.({
		method: request.method ?? '',
		path: request.url ?? '',
		authorization: request.headers.authorization ?? '',
		body: text === '' ? undefined : isJson(request) ? (JSON.parse(text) as unknown) : text,
	}) ?? { status: 404, body: {} };
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function isJson({ headers }: IncomingMessage): boolean {
	return headers['content-type']?.includes('json') ?? false;
}
