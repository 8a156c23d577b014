import { setTimeout as sleep } from 'node:timers/promises';

import type { Host } from '../../test/host/host.mjs';
import type { N8nApi } from '../../host/n8n-api.mjs';
import { cpuTimeOf } from './cpu-time.mjs';
import { sendLoad, type LoadSize } from './load.mjs';
import type { LiveScenario } from './scenarios.mjs';

const POLL = 20;
const DRAIN_LIMIT = 120_000;
const UNDER_WAY = new Set(['new', 'running', 'waiting']);

/** What n8n did in one measurement. */
export interface Throughput {
	readonly eventsPerSecond: number;
	/** Processor time of n8n and its task runner, in ms. */
	readonly cpuPerEvent: number;
}

/**
 * Sends a scenario's deliveries, and measures until n8n has run what they started.
 *
 * @throws Error when an answer or an execution was not as it should be
 */
export async function throughputOf(
	{ api, n8n }: Host,
	{ name, url, workflowId, deliveries, status, events = 1 }: LiveScenario,
	size: LoadSize,
): Promise<Throughput> {
	const cpuBefore = cpuTimeOf(n8n.pid);
	const begin = performance.now();
	const { answered, statuses } = await sendLoad(url, deliveries(), size);
	await untilDrained(api, workflowId);
	const cpu = cpuTimeOf(n8n.pid) - cpuBefore;
	const seconds = (performance.now() - begin) / 1000;
	if (statuses.get(status) !== answered) {
		const counts = JSON.stringify([...statuses]);
		throw new Error(`${name}: every answer should have been ${status}, and were ${counts}`);
	}
	const count = answered * events;
	return { eventsPerSecond: count / seconds, cpuPerEvent: cpu / count };
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
		if (!executions.some((execution) => UNDER_WAY.has(execution.status))) return;
		if (Date.now() > deadline) throw new Error('n8n does not finish what was started');
		await sleep(POLL);
	}
}
