import { keyOfJson } from './event-key';

/** Waits for some milliseconds, or rejects as soon as the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const REMEMBERED_KEYS = 10_000;
export const REMEMBERED_MILLISECONDS = 24 * 60 * 60 * 1000;
/** How long a copy waits for the outcome of one that is under way. */
export const LONGEST_WAIT_MILLISECONDS = 10_000;

/** Keys of a vendor's own may be of any length; longer ones are remembered by their hash. */
const LONGEST_PLAIN_KEY = 100;

/** What a delivery may deliver. It must be settled, or its keys stay under way until they expire. */
export interface Claim {
	/** For each key, in order: whether it is new, and so this delivery's to deliver. */
	readonly isNew: readonly boolean[];
	/** Tells whether the new ones were delivered: remembered if so, else free for a retry. */
	settle(delivered: boolean): void;
}

interface Holder {
	/** Fulfils when the delivery that holds a key is settled. */
	readonly settled: Promise<void>;
}

interface Entry {
	readonly since: number;
	/** The delivery under way that has claimed the key; undefined once it is delivered. */
	readonly holder: Holder | undefined;
}

/**
 * Remembers which events one node has delivered, in memory, for 24 hours and up to 10,000 keys.
 *
 * A key is claimed while its delivery is under way and remembered only when that was taken, so that
 * of parallel copies one is delivered, and a retry after a failure passes.
 */
export class DeliveryMemory {
	/** In the order of `since`, so that the oldest come first. */
	private readonly entries = new Map<string, Entry>();

	constructor(
		private readonly wait: Wait,
		private readonly now: () => number = Date.now,
	) {}

	get size(): number {
		return this.entries.size;
	}

	/** Whether nothing in it counts any more. */
	isStale(): boolean {
		for (const { since } of this.entries.values()) {
			if (this.isCurrent(since)) return false;
		}
		return true;
	}

	/**
	 * Claims keys for a delivery; a key that comes twice is new once. Keys that another delivery has
	 * claimed are waited for, 10 seconds in all at the most: then they are taken over, since to
	 * deliver twice is better than to lose.
	 */
	async claim(keys: readonly string[]): Promise<Claim> {
		const names = keys.map((key) => (key.length > LONGEST_PLAIN_KEY ? keyOfJson(key) : key));
		const isNew = names.map(() => false);
		let markSettled: () => void = () => {};
		const holder: Holder = { settled: new Promise((resolve) => (markSettled = resolve)) };
		const deadline = this.now() + LONGEST_WAIT_MILLISECONDS;

		let undecided = new Map<string, number>();
		names.forEach((name, index) => {
			if (!undecided.has(name)) undecided.set(name, index);
		});
		while (undecided.size > 0) {
			const takeOver = this.now() >= deadline;
			const heldByOthers = new Map<string, number>();
			const others = new Set<Holder>();
			for (const [name, index] of undecided) {
				const entry = this.find(name);
				if (entry?.holder && !takeOver) {
					heldByOthers.set(name, index);
					others.add(entry.holder);
				} else if (!entry || entry.holder) {
					this.store(name, holder);
					isNew[index] = true;
				}
			}
			undecided = heldByOthers;
			if (others.size > 0) await this.waitFor(others, deadline - this.now());
		}

		let isSettled = false;
		return {
			isNew,
			settle: (delivered) => {
				if (isSettled) return;
				isSettled = true;
				names.forEach((name, index) => {
					if (isNew[index]) this.settle(name, holder, delivered);
				});
				markSettled();
			},
		};
	}

	private settle(name: string, holder: Holder, delivered: boolean): void {
		if (delivered) this.store(name, undefined);
		else if (this.entries.get(name)?.holder === holder) this.entries.delete(name);
	}

	private find(name: string): Entry | undefined {
		const entry = this.entries.get(name);
		if (entry === undefined || this.isCurrent(entry.since)) return entry;
		this.entries.delete(name);
		return undefined;
	}

	private store(name: string, holder: Holder | undefined): void {
		this.entries.delete(name);
		this.entries.set(name, { since: this.now(), holder });
		if (this.entries.size <= REMEMBERED_KEYS) return;
		const [oldest] = this.entries.keys();
		if (oldest !== undefined) this.entries.delete(oldest);
	}

	private isCurrent(since: number): boolean {
		return this.now() - since < REMEMBERED_MILLISECONDS;
	}

	private async waitFor(others: ReadonlySet<Holder>, milliseconds: number): Promise<void> {
		const stop = new AbortController();
		const outOfTime = this.wait(Math.max(milliseconds, 0), stop.signal).catch(() => {});
		const allSettled = Promise.all([...others].map(({ settled }) => settled));
		await Promise.race([allSettled, outOfTime]);
		stop.abort();
	}
}
