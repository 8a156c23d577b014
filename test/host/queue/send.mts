import { setTimeout as sleep } from 'node:timers/promises';

import type { LoadBalancer } from '../../../host/queue/load-balancer.mjs';
import type { Delivery } from './traffic.mjs';

/** What became of a delivery. */
export interface Sent {
	readonly delivery: Delivery;
	/** The last answer's status; 0 where the last try got no answer. */
	readonly status: number;
	readonly tries: number;
}

const SENDERS = 48;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 4_000;
const MOST_TRIES = 40;
const ANSWER_LIMIT = 30_000;

/**
 * Sends deliveries as vendors do: several at a time, each again after a pause where it met an error of
 * the server or no answer, the same bytes and signature every time.
 *
 * @param pathOf where a vendor's deliveries go, below the address of a process
 * @param onSettled called after each delivery, with how many are done with
 */
export async function sendAll(
	deliveries: readonly Delivery[],
	balancer: LoadBalancer,
	pathOf: (delivery: Delivery) => string,
	onSettled: (count: number) => void,
): Promise<Sent[]> {
	const sent: Sent[] = [];
	const queue = deliveries.values();
	const sender = async (): Promise<void> => {
		for (const delivery of queue) {
			sent.push(await sendOne(delivery, balancer, pathOf(delivery)));
			onSettled(sent.length);
		}
	};
	await Promise.all(Array.from({ length: SENDERS }, sender));
	return sent;
}

async function sendOne(delivery: Delivery, balancer: LoadBalancer, path: string): Promise<Sent> {
	let status = 0;
	let pause = FIRST_PAUSE;
	for (let tries = 1; tries <= MOST_TRIES; tries++) {
		const address = balancer.next();
		// As a load balancer answers where no server is up.
		status = address === undefined ? 503 : await attempt(address + path, delivery);
		if (status === 0 && address !== undefined) balancer.takeOut(address);
		if (status !== 0 && status < 500) return { delivery, status, tries };
		await sleep(pause);
		pause = Math.min(2 * pause, LONGEST_PAUSE);
	}
	return { delivery, status, tries: MOST_TRIES };
}

/** @returns the status; 0 where nobody answered */
async function attempt(url: string, { body, headers }: Delivery): Promise<number> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers,
			body,
			signal: AbortSignal.timeout(ANSWER_LIMIT),
		});
		await response.arrayBuffer();
		return response.status;
	} catch {
		return 0;
	}
}
