import { Worker } from 'node:worker_threads';

import type { RunningN8n } from '../../host/n8n-process.mjs';

/** How an n8n has fared since it was last asked for. */
export interface Health {
	/** The slowest answer, in ms. */
	readonly slowest: number;
	/** Answers that did not come, or were not 200. */
	readonly failed: number;
	/** The most memory that was seen, in MB. */
	readonly memory: number;
}

export interface HealthWatch {
	/** Waits for the answer that is due. */
	sinceLast(): Promise<Health>;
	stop(): Promise<void>;
}

/** A thread of its own, so that nothing which the tests do holds it up. */
const WATCHER = `
	const { readFileSync } = require('node:fs');
	const { parentPort, workerData: { url, pid } } = require('node:worker_threads');
	const none = { slowest: 0, failed: 0, memory: 0 };
	let health = { ...none };
	const underWay = new Set();
	async function ask() {
		const begin = performance.now();
		const isWell = await fetch(url + '/healthz').then(({ ok }) => ok, () => false);
		health.slowest = Math.max(health.slowest, Math.round(performance.now() - begin));
		if (!isWell) health.failed++;
		const [, pages] = /VmRSS:\\s+(\\d+) kB/.exec(readFileSync('/proc/' + pid + '/status')) ?? [];
		health.memory = Math.max(health.memory, Math.round(Number(pages) / 1000));
	}
	function watch() {
		const asked = ask().catch(() => health.failed++).then(() => underWay.delete(asked));
		underWay.add(asked);
	}
	setInterval(watch, 250);
	parentPort.on('message', async () => {
		watch();
		await Promise.all(underWay);
		parentPort.postMessage(health);
		health = { ...none };
	});
`;

/** Asks an n8n for its health every 250 ms. */
export function watchHealth({ url, pid }: RunningN8n): HealthWatch {
	const watcher = new Worker(WATCHER, { eval: true, workerData: { url, pid } });
	return {
		sinceLast: async () =>
			await new Promise<Health>((resolve) => {
				watcher.once('message', resolve);
				watcher.postMessage('now');
			}),
		stop: async () => {
			await watcher.terminate();
		},
	};
}
