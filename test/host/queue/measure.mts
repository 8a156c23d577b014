import { setTimeout as sleep } from 'node:timers/promises';

import { LoadBalancer } from '../../../host/queue/load-balancer.mjs';
import type { QueueProcess } from '../../../host/queue/queue-mode.mjs';
import type { Postgres } from '../../../host/postgres.mjs';
import { SETUPS } from '../../../host/vendor-setup.mjs';
import {
	actionsIn,
	emptyTables,
	failedExecutions,
	retriedExecutions,
	startedExecutions,
	unfinishedExecutions,
} from './databases.mjs';
import { runInterruptedExecutionsAgain } from './interrupted-executions.mjs';
import { webhookPathOf, type QueueHost } from './queue-host.mjs';
import { sendAll, type Sent } from './send.mjs';
import { layOutTraffic, type TrafficSize } from './traffic.mjs';
import { workflowUnderTest } from './workflow.mjs';

/** What one measure against copies led to, over all events of deliveries that were answered 2xx. */
export interface Outcome {
	/** Events for which it acted exactly once. */
	readonly once: number;
	readonly moreThanOnce: number;
	readonly never: number;
}

/** What came of the traffic. */
export interface Measured {
	readonly sent: readonly Sent[];
	/** From the first delivery to the end of the last execution. */
	readonly seconds: number;
	/** Until the last delivery was answered. */
	readonly sendingSeconds: number;
	/** Events of the deliveries that were answered 2xx. */
	readonly events: number;
	/** Events that acted and were never sent by a vendor. */
	readonly forgedEvents: number;
	/** Executions that died with the worker and were run again. */
	readonly runAgain: number;
	/** Executions that the deliveries started. */
	readonly executions: number;
	/**
	 * What executions failed with, save those that were cancelled to be run again and those that tell of
	 * a forged delivery.
	 */
	readonly failures: readonly string[];
	readonly nothing: Outcome;
	readonly removeDuplicates: Outcome;
	readonly example: Outcome;
	readonly key: Outcome;
}

/** When, as a share of the deliveries, a process is killed and started again. */
const KILL_AT = { worker: 0.2, webhookProcessor: 0.6 };

const READY_LIMIT = 30_000;
const STANDSTILL_LIMIT = 180_000;
const POLL = 500;
/** Of an execution that was still queued when it was taken for lost: it runs twice. */
const CANCELLED = 'The execution was cancelled manually';
const OF_A_FORGED_DELIVERY = ' refused a delivery with 401. ';

const RECOVERY = { longestRunInSeconds: 60, longestWaitInSeconds: 120, everySeconds: 15 };

/**
 * Publishes the workflow, sends the traffic while processes die, counts, and unpublishes it.
 *
 * @param collect the triggers' option, in seconds
 */
export async function measure(
	host: QueueHost,
	size: TrafficSize,
	collect: number,
): Promise<Measured> {
	const { api, n8n, postgres, credentials } = host;
	await emptyTables(postgres);
	const workflow = workflowUnderTest(credentials, collect);
	const workflowId = await api.createWorkflow(workflow);
	const publication = await api.activate(workflowId);
	if (!publication.active) throw new Error(publication.reason);
	const ofPostgres = credentials.find(({ type }) => type === 'postgres')!;
	const settings = { workflowId, ...RECOVERY };
	const recoveryId = await runInterruptedExecutionsAgain(api, ofPostgres, settings);

	const traffic = layOutTraffic(SETUPS, size);
	const paths = new Map(
		SETUPS.map(({ vendor, trigger }) => [vendor, webhookPathOf(workflow, trigger)]),
	);
	const processors = n8n.webhookProcessors.map(({ url }) => url);
	await untilKnown(processors.flatMap((url) => [...paths.values()].map((path) => url + path)));
	const balancer = new LoadBalancer(processors);
	await balancer.open();

	const killings = [
		new Killing(n8n.workers[0]!, KILL_AT.worker * traffic.length),
		new Killing(n8n.webhookProcessors[0]!, KILL_AT.webhookProcessor * traffic.length),
	];
	const begin = Date.now();
	const sent = await sendAll(
		traffic,
		balancer,
		({ vendor }) => paths.get(vendor)!,
		(settled) => {
			for (const killing of killings) killing.tell(settled);
		},
	);
	const sendingSeconds = (Date.now() - begin) / 1000;
	balancer.close();
	await Promise.all(killings.map(async ({ over }) => await over));
	await untilIdle(postgres, workflowId);
	const seconds = (Date.now() - begin) / 1000;
	for (const id of [workflowId, recoveryId]) await api.deactivate(id);

	const taken = new Set(
		sent
			.filter(({ delivery, status }) => delivery.kind !== 'forged' && isSuccess(status))
			.flatMap(({ delivery }) => delivery.eventKeys),
	);
	const arrived = await actionsIn(postgres, 'arrived');
	return {
		sent,
		seconds,
		sendingSeconds,
		events: taken.size,
		forgedEvents: [...arrived.keys()].filter((id) => !taken.has(id)).length,
		executions: await startedExecutions(postgres, workflowId),
		runAgain: await retriedExecutions(postgres, workflowId),
		failures: await failuresOf(host, workflowId),
		nothing: outcomeOf(taken, arrived),
		removeDuplicates: outcomeOf(taken, await actionsIn(postgres, 'afterRemoveDuplicates')),
		example: outcomeOf(taken, await actionsIn(postgres, 'example')),
		key: outcomeOf(taken, await actionsIn(postgres, 'afterClaim')),
	};
}

async function failuresOf({ api, postgres }: QueueHost, workflowId: string): Promise<string[]> {
	const ids = await failedExecutions(postgres, workflowId);
	const failures = await Promise.all(
		ids.map(async (id) => {
			const { error, outputs } = await api.execution(id);
			return `${[...outputs.keys()].at(-1)}: ${error}`;
		}),
	);
	return failures.filter(
		(failure) => !failure.endsWith(CANCELLED) && !failure.includes(OF_A_FORGED_DELIVERY),
	);
}

export function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

function outcomeOf(events: ReadonlySet<string>, actions: ReadonlyMap<string, number>): Outcome {
	let once = 0;
	let moreThanOnce = 0;
	let never = 0;
	for (const event of events) {
		const count = actions.get(event) ?? 0;
		if (count === 0) never++;
		else if (count === 1) once++;
		else moreThanOnce++;
	}
	return { once, moreThanOnce, never };
}

/** A workflow just published can be unknown to a webhook processor for a moment. */
async function untilKnown(addresses: readonly string[]): Promise<void> {
	const deadline = Date.now() + READY_LIMIT;
	for (const address of addresses) {
		while ((await fetch(address, { method: 'POST' })).status === 404) {
			if (Date.now() > deadline) throw new Error(`${address} stays unknown`);
			await sleep(POLL);
		}
	}
}

/**
 * Waits until no execution waits or runs, and those that died were run again; gives up when nothing
 * goes forward any more.
 */
async function untilIdle(postgres: Postgres, workflowId: string): Promise<void> {
	let unfinished = Infinity;
	let since = Date.now();
	while (unfinished > 0 && Date.now() - since < STANDSTILL_LIMIT) {
		await sleep(POLL);
		const now = await unfinishedExecutions(postgres, workflowId);
		if (now < unfinished) since = Date.now();
		unfinished = now;
	}
}

/** A process that is killed, once, when so many deliveries are done with, and started again. */
class Killing {
	/** Settles when the process is up again. */
	over: Promise<void> | undefined;

	constructor(
		private readonly victim: QueueProcess,
		private readonly after: number,
	) {}

	tell(settled: number): void {
		if (settled < this.after) return;
		this.over ??= this.victim.kill().then(async () => await this.victim.restart());
	}
}
