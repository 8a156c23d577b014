import { hash } from 'crypto';

/** Waits for some milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

export const REMEMBERED_KEYS = 100_000;
export const REMEMBERED_MILLISECONDS = 24 * 60 * 60 * 1000;

/** How long a copy waits for the outcome of the first. */
export const LONGEST_WAIT_MILLISECONDS = 10_000;

/** A delivery under way for this long is given up, so that no event is refused for ever. */
export const GIVEN_UP_MILLISECONDS = 10 * 60 * 1000;

/** n8n holds some 11 MB for each request that waits. */
export const MOST_WAITING = 32;
export const MOST_WAITING_FOR_A_KEY = 2;

/** What a delivery may deliver. It must be settled, or later copies are refused for ten minutes. */
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

/** A key of a delivery under way. */
interface Claimed {
	readonly holder: Holder;
	/** Copies that wait for it. */
	waiting: number;
}

/**
 * Remembers which events one node has delivered, in memory, for 24 hours and up to 100,000 keys.
 *
 * A key is claimed while its delivery is under way, which no flood makes forgotten, and remembered only
 * when that was taken: so of parallel copies one is delivered, and a retry after a failure passes. A
 * delivery claims all of its keys at once and none while it waits, so that no two can wait for each
 * other.
 */
export class DeliveryMemory {
	/** When each key was delivered, the oldest first. */
	private readonly delivered = new Map<string, number>();
	/** In the order in which they were claimed. */
	private readonly claimed = new Map<string, Claimed>();
	private waiting = 0;

	/** @param now milliseconds of a clock that nobody sets */
	constructor(
		private readonly wait: Wait,
		private readonly now: () => number = () => performance.now(),
	) {}

	/** How many keys are remembered. */
	get size(): number {
		return this.delivered.size;
	}

	/** Whether nothing in it counts any more. */
	isStale(): boolean {
		this.giveUp();
		for (const since of this.delivered.values()) {
			if (this.isCurrent(since)) return false;
		}
		return this.claimed.size === 0;
	}

	/**
	 * Claims keys for a delivery; a key that comes twice is new once. First waits, for a bounded time,
	 * for other deliveries that have claimed one of them.
	 *
	 * @returns undefined where one of them is still open then, or too many wait already: the sender is
	 * to try again
	 */
	async claim(keys: readonly string[]): Promise<Claim | undefined> {
		// Of one length, and short, whatever a vendor's own keys are like.
		const names = keys.map((key) => hash('sha256', key, 'buffer').toString('latin1'));
		this.giveUp();
		const deadline = this.now() + LONGEST_WAIT_MILLISECONDS;
		let held = this.heldAmong(names);
		while (held.length > 0) {
			if (this.now() >= deadline || !this.hasRoomFor(held)) return undefined;
			await this.waitFor(held, deadline);
			held = this.heldAmong(names);
		}
		// No await from here on, or two that have waited could both claim.
		return this.claimNow(names);
	}

	/** Which keys are new is decided for all of them before anything is stored or forgotten. */
	private claimNow(names: readonly string[]): Claim {
		let markSettled: () => void = () => {};
		const settled = new Promise<void>((resolve) => (markSettled = resolve));
		const holder: Holder = { since: this.now(), settled };
		const isNew = names.map((name) => {
			if (this.claimed.has(name) || this.isDelivered(name)) return false;
			this.claimed.set(name, { holder, waiting: 0 });
			return true;
		});

		let isSettled = false;
		return {
			isNew,
			settle: (isDelivered) => {
				if (isSettled) return;
				isSettled = true;
				names.forEach((name, index) => {
					if (!isNew[index]) return;
					// One that was given up may be another delivery's by now.
					if (this.claimed.get(name)?.holder === holder) this.claimed.delete(name);
					if (isDelivered) this.remember(name);
				});
				markSettled();
			},
		};
	}

	/** Frees the keys of deliveries that have been under way for too long. */
	private giveUp(): void {
		const since = this.now() - GIVEN_UP_MILLISECONDS;
		for (const [name, { holder }] of this.claimed) {
			if (holder.since > since) return;
			this.claimed.delete(name);
		}
	}

	private heldAmong(names: readonly string[]): readonly Claimed[] {
		const held = new Set<Claimed>();
		for (const name of names) {
			const claimed = this.claimed.get(name);
			if (claimed) held.add(claimed);
		}
		return [...held];
	}

	private hasRoomFor(held: readonly Claimed[]): boolean {
		return (
			this.waiting < MOST_WAITING && held.every(({ waiting }) => waiting < MOST_WAITING_FOR_A_KEY)
		);
	}

	/** Waits until all are settled, or the time is up. */
	private async waitFor(held: readonly Claimed[], deadline: number): Promise<void> {
		this.waiting++;
		for (const claimed of held) claimed.waiting++;
		const holders = new Set(held.map(({ holder }) => holder.settled));
		await Promise.race([this.wait(deadline - this.now()), Promise.all(holders)]);
		for (const claimed of held) claimed.waiting--;
		this.waiting--;
	}

	private isDelivered(name: string): boolean {
		const since = this.delivered.get(name);
		return since !== undefined && this.isCurrent(since);
	}

	private remember(name: string): void {
		this.delivered.delete(name);
		// A whole number takes no memory of its own.
		this.delivered.set(name, Math.floor(this.now()));
		if (this.delivered.size <= REMEMBERED_KEYS) return;
		const [oldest] = this.delivered.keys();
		if (oldest !== undefined) this.delivered.delete(oldest);
	}

	private isCurrent(since: number): boolean {
		return this.now() - since < REMEMBERED_MILLISECONDS;
	}
}
