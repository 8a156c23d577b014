import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Host } from '../../host/host.mjs';
import { memoryOf } from './processes.mjs';
import { publish, scenario, wanted, type Triggers } from './scenarios.mjs';
import { post } from './throughput.mjs';

/** The most that Collect takes. */
const SECONDS = 5;
const POLL = 50;

/** The memory of n8n and its task runner, in MB. */
export interface WaitingMemory {
	readonly before: number;
	readonly peak: number;
}

/** Measures what it takes that all those who can wait for one execution do. */
export async function memoryOfWaiting(
	{ api, n8n }: Host,
	{ ofAppcharge }: Triggers,
	senders: number,
): Promise<WaitingMemory> {
	const trigger = ofAppcharge({ options: { collect: SECONDS } });
	const { url } = await publish(api, scenario('Senders that wait', [trigger], wanted));
	const agent = new Agent({ keepAlive: true, maxSockets: senders });
	// What the first delivery of all takes is not what the others take; and it makes the next ones wait.
	await post(url, agent, wanted());
	await sleep(1000 * SECONDS);
	const before = memoryOf(n8n.pid);
	let peak = before;
	let areAnswered = false;
	const answers = Promise.all(
		Array.from({ length: senders }, async () => await post(url, agent, wanted())),
	).finally(() => (areAnswered = true));
	while (!areAnswered) {
		peak = Math.max(peak, memoryOf(n8n.pid));
		await sleep(POLL);
	}
	const refused = (await answers).find((status) => status !== 200);
	if (refused !== undefined) throw new Error(`A sender that waited was answered ${refused}`);
	agent.destroy();
	return { before, peak };
}
