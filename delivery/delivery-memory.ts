import { keyOfJson } from './event-key';

/** Waits for some milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

export const REMEMBERED_KEYS = 10_000;
export const REMEMBERED_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A delivery under way for this long is taken to hang: its copies wait for it no longer. */
export const HANGING_MILLISECONDS = 10_000;
/** How long a copy waits in all, should those that have taken over from a hanging one hang, too. */
export const LONGEST_WAIT_MILLISECONDS = 2 * HANGING_MILLISECONDS;

/** Keys of a vendor's own may be of any length; longer ones are remembered by their hash. */
const LONGEST_PLAIN_KEY = 100;

/** What a delivery may deliver. It must be settled, or later copies wait for it in vain. */
export interface Claim {
	/** For each key, in order: whether it is new, and so this delivery's to deliver. */
	readonly isNew: readonly boolean[];
	/** Tells whether the new ones were delivered: remembered if so, else free for a retry. */
	settle(isDelivered: boolean): void;
}

/** A delivery under way. */
interface Holder {
	readonly since: number;
	/** Fulfils when it is settled. */
	readonly settled: Promise<void>;
}

interface Entry {
	readonly since: number;
	/** The delivery that has claimed the key; undefined once the key is delivered. */
	readonly holder: Holder | undefined;
}

/**
 * Remembers which events one node has delivered, in memory, for 24 hours and up to 10,000 keys.
 *
 * A key is claimed while its delivery is under way and remembered only when that was taken, so that
 * of parallel copies one is delivered, and a retry after a failure passes. A delivery claims all of
 * its keys at once and none while it waits, so that no two can wait for each other.
 */
export class DeliveryMemory {
	/** In the order of `since`, so that the oldest come first. */
	private readonly entries = new Map<string, Entry>();

	/** @param now milliseconds of a clock that nobody sets */
	constructor(
		private readonly wait: Wait,
		private readonly now: () => number = () => performance.now(),
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
	 * Claims keys for a delivery; a key that comes twice is new once. First waits, as long as that is
	 * reasonable, for other deliveries that have claimed one of them. Then takes over what is still
	 * claimed, since to deliver twice is better than to lose.
	 */
	async claim(keys: readonly string[]): Promise<Claim> {
		const names = keys.map((key) => (key.length > LONGEST_PLAIN_KEY ? keyOfJson(key) : key));
		const deadline = this.now() + LONGEST_WAIT_MILLISECONDS;
		let holders = this.holdersOf(names);
		while (holders.length > 0 && this.now() < deadline) {
			await this.waitFor(holders, deadline);
			holders = this.holdersOf(names);
		}
		// No await from here on, or two that have waited could both claim.
		return this.claimNow(names);
	}

	private claimNow(names: readonly string[]): Claim {
		let markSettled: () => void = () => {};
		const settled = new Promise<void>((resolve) => (markSettled = resolve));
		const holder: Holder = { since: this.now(), settled };
		const claimed = new Set<string>();
		const isNew = names.map((name) => {
			const entry = this.find(name);
			if (claimed.has(name) || (entry && !entry.holder)) return false;
			claimed.add(name);
			this.store(name, holder);
			return true;
		});

		let isSettled = false;
		return {
			isNew,
			settle: (isDelivered) => {
				if (isSettled) return;
				isSettled = true;
				for (const name of claimed) this.settle(name, holder, isDelivered);
				markSettled();
			},
		};
	}

	private settle(name: string, holder: Holder, isDelivered: boolean): void {
		if (isDelivered) this.store(name, undefined);
		// Another delivery may have taken the key over.
		else if (this.entries.get(name)?.holder === holder) this.entries.delete(name);
	}

	/** The other deliveries worth waiting for. */
	private holdersOf(names: readonly string[]): readonly Holder[] {
		const holders = new Set<Holder>();
		for (const name of names) {
			const holder = this.find(name)?.holder;
			if (holder && this.now() < holder.since + HANGING_MILLISECONDS) holders.add(holder);
		}
		return [...holders];
	}

	/** Waits until all are settled, one of them hangs, or the time is up. */
	private async waitFor(holders: readonly Holder[], deadline: number): Promise<void> {
		const oldest = Math.min(...holders.map(({ since }) => since));
		const until = Math.min(oldest + HANGING_MILLISECONDS, deadline);
		const allSettled = Promise.all(holders.map(({ settled }) => settled));
		await Promise.race([this.wait(until - this.now()), allSettled]);
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
}
