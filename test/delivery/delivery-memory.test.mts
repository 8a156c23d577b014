import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
	DeliveryMemory,
	HANGING_MILLISECONDS,
	LONGEST_WAIT_MILLISECONDS,
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

const isNew = async (...keys: string[]) => (await memory.claim(keys)).isNew;

async function deliver(...keys: string[]): Promise<readonly boolean[]> {
	const claim = await memory.claim(keys);
	claim.settle(true);
	return claim.isNew;
}

/** A claim that may have to wait: undefined for as long as it does. */
function claiming(...keys: string[]): { claim: Claim | undefined } {
	const waiting: { claim: Claim | undefined } = { claim: undefined };
	void memory.claim(keys).then((claim) => (waiting.claim = claim));
	return waiting;
}

describe('a key', () => {
	test('is new once', async () => {
		expect(await deliver('a')).toEqual([true]);
		expect(await deliver('a')).toEqual([false]);
	});

	test('is new again after a failed delivery', async () => {
		(await memory.claim(['a'])).settle(false);
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

describe('10,000 keys', () => {
	test('are remembered, and not one more', async () => {
		for (let key = 0; key <= REMEMBERED_KEYS; key++) await deliver(String(key));
		expect(memory.size).toBe(REMEMBERED_KEYS);
		expect(await isNew('1')).toEqual([false]);
		expect(await isNew('0')).toEqual([true]);
	});

	test('are the bound for one delivery of more, too', async () => {
		const keys = Array.from({ length: 3 * REMEMBERED_KEYS }, (_, key) => String(key));
		const claim = await memory.claim([...keys, '0']);
		expect(claim.isNew).toEqual([...keys.map(() => true), false]);
		expect(memory.size).toBe(REMEMBERED_KEYS);
		claim.settle(true);
		expect(memory.size).toBe(REMEMBERED_KEYS);
		expect(await isNew('0', String(keys.length - 1))).toEqual([true, false]);
	});

	test('push out a delivery under way, which is remembered all the same once it is taken', async () => {
		const slow = await memory.claim(['slow']);
		for (let key = 0; key < REMEMBERED_KEYS; key++) await deliver(String(key));
		slow.settle(true);
		expect(await isNew('slow')).toEqual([false]);
	});
});

describe('a second copy', () => {
	test('waits for the first, and is a duplicate once that is taken', async () => {
		const first = await memory.claim(['a']);
		const second = claiming('a');
		await clock.pass(5_000);
		expect(second.claim).toBeUndefined();
		first.settle(true);
		await allThatIsReady();
		expect(second.claim?.isNew).toEqual([false]);
	});

	test('is delivered in place of a first that fails', async () => {
		const first = await memory.claim(['a']);
		const second = claiming('a');
		first.settle(false);
		await allThatIsReady();
		expect(second.claim?.isNew).toEqual([true]);
	});

	test('of 200, one is delivered after each failure, and none after the success', async () => {
		const first = await memory.claim(['a']);
		const copies = Array.from({ length: 199 }, () => claiming('a'));
		const taken = () => copies.filter(({ claim }) => claim?.isNew[0]);
		first.settle(false);
		await allThatIsReady();
		expect(taken()).toHaveLength(1);
		taken()[0]?.claim?.settle(false);
		await allThatIsReady();
		expect(taken()).toHaveLength(2);
		taken()[1]?.claim?.settle(true);
		await allThatIsReady();
		expect(taken()).toHaveLength(2);
		expect(copies.every(({ claim }) => claim !== undefined)).toBe(true);
	});

	test('claims nothing while it waits, so that others need not wait for it', async () => {
		const first = await memory.claim(['a']);
		const second = claiming('a', 'b');
		expect(await deliver('b')).toEqual([true]);
		first.settle(true);
		await allThatIsReady();
		expect(second.claim?.isNew).toEqual([false, false]);
	});
});

describe('a first copy that never ends', () => {
	test('holds a second for ten seconds', async () => {
		await memory.claim(['a']);
		const second = claiming('a');
		await clock.pass(HANGING_MILLISECONDS - 1);
		expect(second.claim).toBeUndefined();
		await clock.pass(1);
		expect(second.claim?.isNew).toEqual([true]);
	});

	test('holds nobody who comes later', async () => {
		await memory.claim(['a']);
		clock.time += HANGING_MILLISECONDS;
		expect(await isNew('a')).toEqual([true]);
	});

	test('is followed by one of its copies, for which the others wait', async () => {
		await memory.claim(['a']);
		const copies = Array.from({ length: 199 }, () => claiming('a'));
		await clock.pass(HANGING_MILLISECONDS);
		const [successor, ...others] = copies.filter(({ claim }) => claim);
		expect(others).toEqual([]);
		successor?.claim?.settle(true);
		await allThatIsReady();
		expect(copies.filter(({ claim }) => claim?.isNew[0])).toEqual([successor]);
		expect(copies.every(({ claim }) => claim)).toBe(true);
	});

	test('and copies that never end hold nobody longer than twenty seconds', async () => {
		await memory.claim(['a']);
		const copies = Array.from({ length: 50 }, () => claiming('a'));
		await clock.pass(LONGEST_WAIT_MILLISECONDS);
		expect(copies.every(({ claim }) => claim)).toBe(true);
	});

	test.each([true, false])(
		'may end after another has taken over; settled with %s, it takes nothing away',
		async (isDelivered) => {
			const first = await memory.claim(['a']);
			clock.time += HANGING_MILLISECONDS;
			const second = await memory.claim(['a']);
			expect(second.isNew).toEqual([true]);
			first.settle(isDelivered);
			const third = claiming('a');
			await allThatIsReady();
			expect(third.claim?.isNew).toEqual(isDelivered ? [false] : undefined);
			second.settle(true);
			await allThatIsReady();
			expect(third.claim?.isNew).toEqual([false]);
		},
	);

	test('that was taken stays remembered when the one that took over fails', async () => {
		const first = await memory.claim(['a']);
		clock.time += HANGING_MILLISECONDS;
		const second = await memory.claim(['a']);
		first.settle(true);
		second.settle(false);
		expect(await isNew('a')).toEqual([false]);
	});
});

describe('settle', () => {
	test('counts the first time only', async () => {
		const claim = await memory.claim(['a']);
		claim.settle(false);
		claim.settle(true);
		expect(await isNew('a')).toEqual([true]);
	});

	test('leaves alone what another delivery has delivered', async () => {
		await deliver('a');
		(await memory.claim(['a', 'b'])).settle(false);
		expect(await isNew('a', 'b')).toEqual([false, true]);
	});
});

test('a ring of deliveries that share keys does not lock up', async () => {
	const first = await memory.claim(['a', 'b']);
	const ring = [claiming('b', 'c'), claiming('c', 'a'), claiming('a', 'b', 'c')];
	first.settle(true);
	await allThatIsReady();
	for (const { claim } of ring) {
		claim?.settle(true);
		await allThatIsReady();
	}
	expect(ring.map(({ claim }) => claim?.isNew)).toEqual([
		[false, true],
		[false, false],
		[false, false, false],
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
						if (isDelivered) delivered.push(...keys.filter((_, index) => claim.isNew[index]));
						claim.settle(isDelivered);
					}),
					scheduler.waitIdle(),
				]);
				const [...rest] = wanted;
				const claim = await memory.claim(rest);
				delivered.push(...rest.filter((_, index) => claim.isNew[index]));
				expect(delivered.sort()).toEqual(rest.sort());
				expect(clock.time).toBe(0);
			},
		),
		generatedCases(300),
	);
});
