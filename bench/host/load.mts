import { Agent, request } from 'node:http';

/** A request of a load: what it carries. */
export interface LoadRequest {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** How much is sent: until the first of both is reached. */
export interface LoadSize {
	readonly connections: number;
	readonly requests: number;
	readonly milliseconds: number;
}

/** What was answered. */
export interface LoadResult {
	readonly answered: number;
	/** How many answers had which status. */
	readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Sends requests over some connections, each the next one as soon as the last one is answered.
 *
 * @param url on the loopback address
 * @param next the requests, one after the other
 */
export async function sendLoad(
	url: string,
	next: () => LoadRequest,
	{ connections, requests, milliseconds }: LoadSize,
): Promise<LoadResult> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const statuses = new Map<number, number>();
	const deadline = performance.now() + milliseconds;
	let begun = 0;
	let answered = 0;
	const sender = async (): Promise<void> => {
		while (begun < requests && performance.now() < deadline) {
			begun++;
			const status = await post(url, agent, next());
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			answered++;
		}
	};
	try {
		await Promise.all(Array.from({ length: connections }, sender));
	} finally {
		agent.destroy();
	}
	return { answered, statuses };
}

async function post(url: string, agent: Agent, { headers, body }: LoadRequest): Promise<number> {
	return await new Promise((resolve, reject) => {
		const outgoing = request(url, {
			method: 'POST',
			agent,
			headers: { ...headers, 'content-length': String(body.length) },
		});
		outgoing.once('error', reject);
		outgoing.once('response', (response) => {
			response.resume();
			response.once('error', reject);
			response.once('end', () => resolve(response.statusCode ?? 0));
		});
		outgoing.end(body);
	});
}
