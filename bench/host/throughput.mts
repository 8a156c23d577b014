import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Host } from '../../host/host.mjs';
import type { N8nApi } from '../../host/n8n-api.mjs';
import { cpuTimeOf } from './processes.mjs';
import type { LiveScenario, LoadRequest } from './scenarios.mjs';

/** What n8n did in one measurement. */
export interface Throughput {
	readonly eventsPerSecond: number;
	/** Processor time of n8n and its task runner, in ms. */
	readonly cpuPerEvent: number;
}

const MOST_REQUESTS = 20_000;
const DRAIN_LIMIT = 120_000;
const POLL = 20;
const UNDER_WAY = new Set(['new', 'running', 'waiting']);

/**
 * Sends a scenario's deliveries for a time, and measures until n8n has run what they started.
 *
 * @throws Error when an answer or an execution was not as it should be
 */
export async function throughputOf(
	{ api, n8n }: Host,
	{ name, url, workflowId, next, status, events }: LiveScenario,
	connections: number,
	milliseconds: number,
): Promise<Throughput> {
	const cpuBefore = cpuTimeOf(n8n.pid);
	const begin = performance.now();
	const statuses = await sendLoad(url, next, connections, milliseconds);
	await untilDrained(api, workflowId);
	const cpu = cpuTimeOf(n8n.pid) - cpuBefore;
	const seconds = (performance.now() - begin) / 1000;
	const other = statuses.find((answered) => answered !== status);
	if (other !== undefined) throw new Error(`${name}: answered ${other}, and not ${status}`);
	const count = statuses.length * events;
	return { eventsPerSecond: count / seconds, cpuPerEvent: cpu / count };
}

/** Sends requests over some connections, each the next one as soon as the last one is answered. */
async function sendLoad(
	url: string,
	next: () => LoadRequest,
	connections: number,
	milliseconds: number,
): Promise<number[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const statuses: number[] = [];
	const deadline = performance.now() + milliseconds;
	const sender = async (): Promise<void> => {
		while (statuses.length < MOST_REQUESTS && performance.now() < deadline) {
			statuses.push(await post(url, agent, next()));
		}
	};
	try {
		await Promise.all(Array.from({ length: connections }, sender));
	} finally {
		agent.destroy();
	}
	return statuses;
}

export async function post(
	url: string,
	agent: Agent,
	{ headers, body }: LoadRequest,
): Promise<number> {
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

/** Waits until no execution is under way; those that succeeded are not kept. */
async function untilDrained(api: N8nApi, workflowId: string): Promise<void> {
	const deadline = Date.now() + DRAIN_LIMIT;
	for (;;) {
		const executions = await api.executions(workflowId);
		const failed = executions.find(({ status }) => status === 'error' || status === 'crashed');
		if (failed !== undefined) {
			const { error } = await api.execution(failed.id);
			throw new Error(`An execution failed: ${error}`);
		}
		if (!executions.some(({ status }) => UNDER_WAY.has(status))) return;
		if (Date.now() > deadline) throw new Error('n8n does not finish what was started');
		await sleep(POLL);
	}
}
