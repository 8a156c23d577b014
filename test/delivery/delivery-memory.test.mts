import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
	DeliveryMemory,
	GIVEN_UP_MILLISECONDS,
	LONGEST_WAIT_MILLISECONDS,
	MOST_WAITING,
	MOST_WAITING_FOR_A_KEY,
	REMEMBERED_KEYS,
	REMEMBERED_MILLISECONDS,
	type Claim,
} from '../../delivery/delivery-memory';
import { allThatIsReady, Clock } from '../clock.mjs';
import { generatedCases } from '../generated-cases.mjs';

let clock: Clock;
let memory: DeliveryMemory;

beforeEach(() => {
	clock = new Clock();
	memory = new DeliveryMemory(clock.wait, clock.now);
});

/** A claim that need not wait. */
async function claimed(...keys: string[]): Promise<Claim> {
	const claim = await memory.claim(keys);
	if (!claim) throw new Error('A copy is still under way');
	return claim;
}

const isNew = async (...keys: string[]) => (await claimed(...keys)).isNew;

async function deliver(...keys: string[]): Promise<readonly boolean[]> {
	const claim = await claimed(...keys);
	claim.settle(true);
	return claim.isNew;
}

/** A claim that may have to wait, and what has become of it. */
function claiming(...keys: string[]): { claim: Claim | undefined; isRefused: boolean } {
	const waiting: { claim: Claim | undefined; isRefused: boolean } = {
		claim: undefined,
		isRefused: false,
	};
	void memory.claim(keys).then((claim) => {
		waiting.claim = claim;
		waiting.isRefused = !claim;
	});
	return waiting;
}

describe('a key', () => {
	test('is new once', async () => {
		expect(await deliver('a')).toEqual([true]);
		expect(await deliver('a')).toEqual([false]);
	});

	test('is new again after a failed delivery', async () => {
		(await claimed('a')).settle(false);
		expect(await deliver('a')).toEqual([true]);
		expect(await deliver('a')).toEqual([false]);
	});

	test('that comes twice in one delivery is new once', async () => {
		expect(await deliver('a', 'b', 'a')).toEqual([true, true, false]);
	});

	test('is remembered for 24 hours', async () => {
		await deliver('a');
		clock.time += REMEMBERED_MILLISECONDS - 1;
		expect(await deliver('a')).toEqual([false]);
		clock.time += 1;
		expect(await deliver('a')).toEqual([true]);
	});

	test('is not remembered longer because copies come', async () => {
		await deliver('a');
		clock.time += REMEMBERED_MILLISECONDS - 1;
		await deliver('a');
		clock.time += 1;
		expect(await isNew('a')).toEqual([true]);
	});

	test.each(['__proto__', 'constructor', '', 'x'.repeat(1_000_000)])(
		'may be any text: %.20s',
		async (key) => {
			expect(await deliver(key)).toEqual([true]);
			expect(await deliver(key)).toEqual([false]);
		},
	);

	test('of great length is not one with another of the same beginning', async () => {
		const long = 'x'.repeat(5_000);
		expect(await deliver(`${long}1`, `${long}2`)).toEqual([true, true]);
	});
});

describe('100,000 keys', () => {
	const keysFrom = (first: number, count: number) =>
		Array.from({ length: count }, (_, index) => String(first + index));

	async function deliverAll(keys: readonly string[]): Promise<readonly boolean[]> {
		const claim = await memory.claim(keys);
		claim?.settle(true);
		return claim?.isNew ?? [];
	}

	test('are remembered, and not one more', async () => {
		await deliverAll(keysFrom(0, REMEMBERED_KEYS + 1));
		expect(memory.size).toBe(REMEMBERED_KEYS);
		expect(await isNew('1')).toEqual([false]);
		expect(await isNew('0')).toEqual([true]);
	});

	test('of which one was forgotten let no more than that one pass again', async () => {
		const keys = keysFrom(0, REMEMBERED_KEYS);
		await deliverAll(keys);
		await deliver('one more');
		expect((await deliverAll(keys)).filter(Boolean)).toHaveLength(1);
	});

	test('never push out what is under way', async () => {
		const slow = await claimed('slow');
		await deliverAll(keysFrom(0, REMEMBERED_KEYS + 1));
		const copy = claiming('slow');
		await allThatIsReady();
		expect(copy.claim).toBeUndefined();
		slow.settle(true);
		await allThatIsReady();
		expect(copy.claim?.isNew).toEqual([false]);
	});
});

describe('a second copy', () => {
	test('waits for the first, and is a duplicate once that is taken', async () => {
		const first = await claimed('a');
		const second = claiming('a');
		await clock.pass(5_000);
		expect(second.claim).toBeUndefined();
		first.settle(true);
		await allThatIsReady();
		expect(second.claim?.isNew).toEqual([false]);
	});

	test('is delivered in place of a first that fails', async () => {
		const first = await claimed('a');
		const second = claiming('a');
		first.settle(false);
		await allThatIsReady();
		expect(second.claim?.isNew).toEqual([true]);
	});

	test('is refused once it has waited for long enough, and starts nothing', async () => {
		const first = await claimed('a');
		const second = claiming('a', 'b');
		await clock.pass(LONGEST_WAIT_MILLISECONDS - 1);
		expect(second).toEqual({ claim: undefined, isRefused: false });
		await clock.pass(1);
		expect(second.isRefused).toBe(true);
		expect(await deliver('b')).toEqual([true]);
		first.settle(true);
		expect(await isNew('a')).toEqual([false]);
	});

	test('claims nothing while it waits, so that others need not wait for it', async () => {
		const first = await claimed('a');
		const second = claiming('a', 'b');
		expect(await deliver('b')).toEqual([true]);
		first.settle(true);
		await allThatIsReady();
		expect(second.claim?.isNew).toEqual([false, false]);
	});
});

describe('of many copies', () => {
	const many = (count: number, keyOf: (index: number) => string) =>
		Array.from({ length: count }, (_, index) => claiming(keyOf(index)));

	test('two wait for a key, and the others are refused at once', async () => {
		const first = await claimed('a');
		const copies = many(500, () => 'a');
		await allThatIsReady();
		expect(copies.filter(({ isRefused }) => !isRefused)).toHaveLength(MOST_WAITING_FOR_A_KEY);
		first.settle(true);
		await allThatIsReady();
		expect(copies.filter(({ claim }) => claim)).toHaveLength(MOST_WAITING_FOR_A_KEY);
		expect(copies.some(({ claim }) => claim?.isNew[0])).toBe(false);
	});

	test('32 wait in all', async () => {
		const keys = Array.from({ length: 100 }, (_, index) => `k${index}`);
		await claimed(...keys);
		const copies = many(200, (index) => keys[index % 100] ?? '');
		await allThatIsReady();
		expect(copies.filter(({ isRefused }) => !isRefused)).toHaveLength(MOST_WAITING);
	});

	test('one is delivered after each failure, and none after the success', async () => {
		const first = await claimed('a');
		const copies = many(2, () => 'a');
		const taken = () => copies.filter(({ claim }) => claim?.isNew[0]);
		first.settle(false);
		await allThatIsReady();
		expect(taken()).toHaveLength(1);
		taken()[0]?.claim?.settle(true);
		await allThatIsReady();
		expect(taken()).toHaveLength(1);
		expect(copies.every(({ claim }) => claim)).toBe(true);
	});

	test('those that have waited make room for others', async () => {
		const first = await claimed('a');
		many(2, () => 'a');
		await clock.pass(LONGEST_WAIT_MILLISECONDS);
		const [copy, another, third] = many(3, () => 'a');
		await allThatIsReady();
		expect([copy, another, third].map((waits) => waits?.isRefused)).toEqual([false, false, true]);
		first.settle(true);
	});
});

describe('a first copy that never ends', () => {
	test('is given up after ten minutes', async () => {
		await claimed('a');
		clock.time += GIVEN_UP_MILLISECONDS - 1;
		const second = claiming('a');
		await allThatIsReady();
		expect(second.claim).toBeUndefined();
		clock.time += 1;
		expect(await isNew('a')).toEqual([true]);
	});

	test.each([true, false])(
		'may end after another has taken over; settled with %s, it takes nothing away',
		async (isDelivered) => {
			const first = await claimed('a');
			clock.time += GIVEN_UP_MILLISECONDS;
			const second = await claimed('a');
			expect(second.isNew).toEqual([true]);
			first.settle(isDelivered);
			const third = claiming('a');
			await allThatIsReady();
			expect(third.claim).toBeUndefined();
			second.settle(true);
			await allThatIsReady();
			expect(third.claim?.isNew).toEqual([false]);
		},
	);

	test('that was taken stays remembered when the one that took over fails', async () => {
		const first = await claimed('a');
		clock.time += GIVEN_UP_MILLISECONDS;
		const second = await claimed('a');
		first.settle(true);
		second.settle(false);
		expect(await isNew('a')).toEqual([false]);
	});

	test('does not keep a memory for ever', async () => {
		await claimed('a');
		expect(memory.isStale()).toBe(false);
		clock.time += GIVEN_UP_MILLISECONDS;
		expect(memory.isStale()).toBe(true);
	});
});

describe('settle', () => {
	test('counts the first time only', async () => {
		const claim = await claimed('a');
		claim.settle(false);
		claim.settle(true);
		expect(await isNew('a')).toEqual([true]);
	});

	test('leaves alone what another delivery has delivered', async () => {
		await deliver('a');
		(await claimed('a', 'b')).settle(false);
		expect(await isNew('a', 'b')).toEqual([false, true]);
	});
});

test('a ring of deliveries that share keys does not lock up', async () => {
	const first = await claimed('a', 'b');
	const ring = [claiming('b', 'c'), claiming('c', 'a'), claiming('c', 'd')];
	first.settle(true);
	await allThatIsReady();
	for (const { claim } of ring) {
		claim?.settle(true);
		await allThatIsReady();
	}
	expect(ring.map(({ claim }) => claim?.isNew)).toEqual([
		[false, false],
		[false, false],
		[true, true],
	]);
	expect(clock.time).toBe(0);
});

test('a memory is stale once nothing in it counts', async () => {
	expect(memory.isStale()).toBe(true);
	await deliver('a');
	expect(memory.isStale()).toBe(false);
	clock.time += REMEMBERED_MILLISECONDS;
	expect(memory.isStale()).toBe(true);
});

test('delivers each event exactly once, in any order of copies, failures and retries', async () => {
	const copy = fc.record({
		keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }),
		isDelivered: fc.boolean(),
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(copy, { maxLength: 12 }),
			fc.scheduler(),
			async (copies, scheduler) => {
				clock = new Clock();
				memory = new DeliveryMemory(clock.wait, clock.now);
				const delivered: string[] = [];
				const wanted = new Set(copies.flatMap(({ keys }) => keys));
				await Promise.all([
					...copies.map(async ({ keys, isDelivered }) => {
						const claim = await memory.claim(keys);
						await scheduler.schedule(Promise.resolve());
						if (!claim) return;
						if (isDelivered) delivered.push(...keys.filter((_, index) => claim.isNew[index]));
						claim.settle(isDelivered);
					}),
					scheduler.waitIdle(),
				]);
				const [...rest] = wanted;
				// The senders of those that have failed or were refused try again.
				const claim = await claimed(...rest);
				delivered.push(...rest.filter((_, index) => claim.isNew[index]));
				expect(delivered.sort()).toEqual(rest.sort());
				expect(clock.time).toBe(0);
			},
		),
		generatedCases(300),
	);
});
