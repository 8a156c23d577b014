import { setTimeout as sleep } from 'node:timers/promises';

const CHECK_EVERY = 250;

/**
 * Chooses among n8n's processes as a load balancer does: in turn, and only those that say they are
 * ready. Without that question deliveries are lost, since a process that starts listens before it
 * knows its webhooks, and meanwhile answers them with 404, or with 200 and "n8n is starting up".
 */
export class LoadBalancer {
	private readonly ready = new Set<string>();
	private readonly closed = new AbortController();
	private turn = 0;

	/** @param urls of the processes, without a slash at the end */
	constructor(private readonly urls: readonly string[]) {}

	/** Asks all processes, and goes on asking until it is closed. */
	async open(): Promise<void> {
		await this.check();
		void this.keepChecking();
	}

	close(): void {
		this.closed.abort();
	}

	/** The process for the next request; undefined while none is ready. */
	next(): string | undefined {
		const ready = this.urls.filter((url) => this.ready.has(url));
		return ready.length === 0 ? undefined : ready[this.turn++ % ready.length];
	}

	/** Takes a process that did not answer out, until it says again that it is ready. */
	takeOut(url: string): void {
		this.ready.delete(url);
	}

	private async keepChecking(): Promise<void> {
		while (!this.closed.signal.aborted) {
			await sleep(CHECK_EVERY);
			await this.check();
		}
	}

	private async check(): Promise<void> {
		await Promise.all(
			this.urls.map(async (url) => {
				if (await isReady(url)) this.ready.add(url);
				else this.ready.delete(url);
			}),
		);
	}
}

async function isReady(url: string): Promise<boolean> {
	try {
		const response = await fetch(`${url}/healthz/readiness`, {
			signal: AbortSignal.timeout(10 * CHECK_EVERY),
		});
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}
