import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
	BurstCollector,
	MOST_BYTES,
	MOST_DELIVERIES,
	MOST_EVENTS,
	type Turn,
} from '../../delivery/burst-collector';
import { allThatIsReady, Clock } from '../clock.mjs';
import { generatedCases } from '../generated-cases.mjs';

const SECOND = 1_000;

let clock: Clock;
let collector: BurstCollector<string>;

beforeEach(() => {
	clock = new Clock();
	collector = new BurstCollector(clock.wait, clock.now);
});

/** A delivery that may have to wait: `turn` is undefined for as long as it does. */
interface Waiting {
	turn: Turn<string> | undefined;
}

function deliver(items: readonly string[], { bytes = 100, milliseconds = SECOND } = {}): Waiting {
	const waiting: Waiting = { turn: undefined };
	void collector.join({ items, bytes }, milliseconds).then((turn) => (waiting.turn = turn));
	return waiting;
}

const itemsOf = ({ turn }: Waiting) => (turn?.isFirst ? turn.items : undefined);

function settle({ turn }: Waiting, isAccepted: boolean): void {
	if (!turn?.isFirst) throw new Error('It has nothing to settle');
	turn.settle(isAccepted);
}

const named = (count: number, name = 'e') => Array.from({ length: count }, (_, n) => `${name}${n}`);

/** Makes the next deliveries wait. */
async function begin(): Promise<void> {
	deliver(['first']);
	await allThatIsReady();
}

test('the first delivery after a quiet time goes at once, alone', async () => {
	const first = deliver(['a']);
	await clock.pass(0);
	expect(itemsOf(first)).toEqual(['a']);
	await clock.pass(SECOND);
	const second = deliver(['b']);
	await clock.pass(0);
	expect(itemsOf(second)).toEqual(['b']);
});

test('what comes within the time waits for its end and goes together, in the order it came', async () => {
	await begin();
	await clock.pass(100);
	const one = deliver(['a', 'b']);
	await clock.pass(500);
	const other = deliver(['c']);
	await clock.pass(399);
	expect([one.turn, other.turn]).toEqual([undefined, undefined]);
	await clock.pass(1);
	expect(itemsOf(one)).toEqual(['a', 'b', 'c']);
	expect(other.turn).toBeUndefined();
});

test('what comes after that waits again, from the start of the group on', async () => {
	await begin();
	deliver(['a']);
	await clock.pass(SECOND + 1);
	const next = deliver(['b']);
	await clock.pass(SECOND - 2);
	expect(next.turn).toBeUndefined();
	await clock.pass(1);
	expect(itemsOf(next)).toEqual(['b']);
});

test.each([true, false])(
	'the others of a group share its outcome: accepted %j',
	async (isAccepted) => {
		await begin();
		const [first, second, third] = [deliver(['a']), deliver(['b']), deliver(['c'])];
		await clock.pass(SECOND);
		expect([second.turn, third.turn]).toEqual([undefined, undefined]);
		settle(first, isAccepted);
		await clock.pass(0);
		expect([second.turn, third.turn]).toEqual([
			{ isFirst: false, isAccepted },
			{ isFirst: false, isAccepted },
		]);
	},
);

test('the outcome of one group is not that of another', async () => {
	await begin();
	const [first, second] = [deliver(['a']), deliver(['b'])];
	await clock.pass(SECOND);
	const [third, fourth] = [deliver(['c']), deliver(['d'])];
	await clock.pass(SECOND);
	settle(third, true);
	await clock.pass(0);
	expect(fourth.turn).toEqual({ isFirst: false, isAccepted: true });
	expect(second.turn).toBeUndefined();
	settle(first, false);
	await clock.pass(0);
	expect(second.turn).toEqual({ isFirst: false, isAccepted: false });
});

describe('a group that is full starts before its time', () => {
	test('with as many deliveries as it may have', async () => {
		await begin();
		const deliveries = named(MOST_DELIVERIES).map((item) => deliver([item]));
		await clock.pass(0);
		expect(itemsOf(deliveries[0]!)).toEqual(named(MOST_DELIVERIES));
		const next = deliver(['next']);
		await clock.pass(SECOND - 1);
		expect(next.turn).toBeUndefined();
		await clock.pass(1);
		expect(itemsOf(next)).toEqual(['next']);
	});

	test('with as many events as it may have', async () => {
		await begin();
		const first = deliver(named(MOST_EVENTS - 1));
		await clock.pass(0);
		expect(first.turn).toBeUndefined();
		deliver(['last']);
		await clock.pass(0);
		expect(itemsOf(first)).toHaveLength(MOST_EVENTS);
	});

	test('when the next one has too many events for it', async () => {
		await begin();
		const first = deliver(named(MOST_EVENTS - 1));
		const next = deliver(['x', 'y']);
		await clock.pass(0);
		expect(itemsOf(first)).toHaveLength(MOST_EVENTS - 1);
		expect(next.turn).toBeUndefined();
		await clock.pass(SECOND);
		expect(itemsOf(next)).toEqual(['x', 'y']);
	});

	test('when the next one has too many bytes for it', async () => {
		await begin();
		const first = deliver(['a'], { bytes: MOST_BYTES - 1 });
		const next = deliver(['b'], { bytes: 2 });
		await clock.pass(0);
		expect(itemsOf(first)).toEqual(['a']);
		expect(next.turn).toBeUndefined();
	});

	test.each<[string, string[], number]>([
		['many events', named(MOST_EVENTS + 1), 100],
		['many bytes', ['a'], MOST_BYTES + 1],
	])('a delivery with too %s goes alone, at once', async (_what, items, bytes) => {
		await begin();
		const waiting = deliver(['w']);
		const large = deliver(items, { bytes });
		await clock.pass(0);
		expect(itemsOf(large)).toEqual(items);
		expect(waiting.turn).toBeUndefined();
		await clock.pass(SECOND);
		expect(itemsOf(waiting)).toEqual(['w']);
	});
});

test('a change of the time does not touch a group under way', async () => {
	await begin();
	const first = deliver(['a']);
	const second = deliver(['b'], { milliseconds: 5 * SECOND });
	await clock.pass(SECOND);
	expect(itemsOf(first)).toEqual(['a', 'b']);
	settle(first, true);
	await clock.pass(0);
	expect(second.turn).toEqual({ isFirst: false, isAccepted: true });
});

test('it is quiet once nothing waits and the time is over', async () => {
	expect(collector.isQuiet).toBe(true);
	await begin();
	expect(collector.isQuiet).toBe(false);
	deliver(['a']);
	await clock.pass(SECOND);
	expect(collector.isQuiet).toBe(false);
	await clock.pass(SECOND);
	expect(collector.isQuiet).toBe(true);
});

test('whatever comes, each event is in one execution, in order, within bounds and in time', async () => {
	const delivery = fc.record({
		pause: fc.integer({ min: 0, max: 700 }),
		events: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: MOST_EVENTS + 2 })),
		bytes: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: MOST_BYTES + 9 })),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(delivery, { maxLength: 80 }), async (deliveries) => {
			const own = new Clock();
			const tested = new BurstCollector<string>(own.wait, own.now);
			const executions: Array<{ at: number; items: readonly string[] }> = [];
			let longest = 0;
			const all: string[] = [];
			let answered = 0;
			for (const [index, { pause, events, bytes }] of deliveries.entries()) {
				await own.pass(pause);
				const cameAt = own.time;
				const items = named(events, `${index}/`);
				all.push(...items);
				void tested.join({ items, bytes }, SECOND).then((turn) => {
					answered++;
					longest = Math.max(longest, own.time - cameAt);
					if (!turn.isFirst) return;
					executions.push({ at: own.time, items: turn.items });
					turn.settle(true);
				});
			}
			await own.pass(SECOND);
			expect(answered).toBe(deliveries.length);
			expect(longest).toBeLessThanOrEqual(SECOND);
			expect(executions.flatMap(({ items }) => items).sort()).toEqual([...all].sort());
			const place = new Map(all.map((item, index) => [item, index]));
			for (const { items } of executions) {
				const places = items.map((item) => place.get(item) ?? -1);
				expect(places).toEqual([...places].sort((one, other) => one - other));
			}
		}),
		generatedCases(100),
	);
});
