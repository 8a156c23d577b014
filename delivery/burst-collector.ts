import type { Wait } from './delivery-memory';

/** A group with this much in it starts early; a delivery with more goes alone. */
export const MOST_EVENTS = 1_000;
export const MOST_BYTES = 4_000_000;
export const MOST_DELIVERIES = 64;

/** What one delivery brings into an execution. */
export interface Share<T> {
	readonly items: readonly T[];
	/** The size of its body. */
	readonly bytes: number;
}

/** What a delivery is to do when its time has come. */
export type Turn<T> =
	| {
			/** Start an execution with all the items of the group, its own first … */
			readonly isFirst: true;
			readonly items: readonly T[];
			/** … and tell the others whether it was accepted. */
			settle(isAccepted: boolean): void;
	  }
	/** The first delivery of its group has started an execution with its items, or has failed to. */
	| { readonly isFirst: false; readonly isAccepted: boolean };

/**
 * Brings the deliveries of a burst to one node together in few executions: the first after a quiet
 * time starts one at once; those of the next seconds wait and start one together, in the order in
 * which they came.
 *
 * Nobody waits longer than the time set and, in a group, until n8n has accepted its execution.
 */
export class BurstCollector<T> {
	private waiting: Group<T> | undefined;
	/** Until then, deliveries wait. */
	private openUntil = -Infinity;

	/** @param now milliseconds of a clock that nobody sets */
	constructor(
		private readonly wait: Wait,
		private readonly now: () => number = () => performance.now(),
	) {}

	/** Whether nothing waits, and nothing has to. */
	get isQuiet(): boolean {
		return this.waiting === undefined && this.now() >= this.openUntil;
	}

	/**
	 * Resolves when the delivery's time has come.
	 *
	 * @param milliseconds the shortest time between two executions; a group under way keeps its own
	 */
	async join(share: Share<T>, milliseconds: number): Promise<Turn<T>> {
		if (isLarge(share)) return alone(share);
		if (this.isQuiet) {
			this.openUntil = this.now() + milliseconds;
			return alone(share);
		}
		if (this.waiting?.hasRoomFor(share) === false) this.start(this.waiting, milliseconds);
		const group = this.waiting ?? this.open(milliseconds);
		const turn = group.add(share);
		if (group.isFull) this.start(group, milliseconds);
		return await turn;
	}

	private open(milliseconds: number): Group<T> {
		const group = new Group<T>();
		this.waiting = group;
		void this.wait(Math.max(0, this.openUntil - this.now())).then(() => {
			this.start(group, milliseconds);
		});
		return group;
	}

	private start(group: Group<T>, milliseconds: number): void {
		// One that was full has been started before its time.
		if (this.waiting !== group) return;
		this.waiting = undefined;
		this.openUntil = this.now() + milliseconds;
		group.start();
	}
}

class Group<T> {
	private items: T[] = [];
	private bytes = 0;
	private deliveries = 0;
	private readonly started = signal();
	private readonly accepted = signal<boolean>();

	get isFull(): boolean {
		return (
			this.items.length >= MOST_EVENTS ||
			this.bytes >= MOST_BYTES ||
			this.deliveries >= MOST_DELIVERIES
		);
	}

	hasRoomFor({ items, bytes }: Share<T>): boolean {
		return this.items.length + items.length <= MOST_EVENTS && this.bytes + bytes <= MOST_BYTES;
	}

	async add({ items, bytes }: Share<T>): Promise<Turn<T>> {
		const isFirst = this.deliveries++ === 0;
		for (const item of items) this.items.push(item);
		this.bytes += bytes;
		if (!isFirst) return { isFirst, isAccepted: await this.accepted.promise };
		await this.started.promise;
		const all = this.items;
		this.items = [];
		return { isFirst, items: all, settle: this.accepted.resolve };
	}

	start(): void {
		this.started.resolve();
	}
}

function isLarge({ items, bytes }: Share<unknown>): boolean {
	return items.length > MOST_EVENTS || bytes > MOST_BYTES;
}

function alone<T>({ items }: Share<T>): Turn<T> {
	return { isFirst: true, items, settle() {} };
}

interface Signal<T> {
	readonly promise: Promise<T>;
	resolve(value: T): void;
}

function signal<T = void>(): Signal<T> {
	let resolve: (value: T) => void = () => {};
	const promise = new Promise<T>((fulfil) => (resolve = fulfil));
	return { promise, resolve };
}
