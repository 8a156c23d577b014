import { DeliveryMemory, REMEMBERED_KEYS, type Wait } from '../delivery/delivery-memory';
import { keyOfJson } from '../delivery/event-key';
import { collectGarbage, measureAsync, median, rounded, type Row } from './measure.mjs';

/** No delivery here has to wait for another. */
const wait: Wait = async () => {};

/** Keys that a contender claims in one run. */
const PIECES = 1_000;
const ROUNDS = { rounds: 40, warmUp: 10, pieces: PIECES };

/** What a full memory costs a node: heap for 10,000 keys, and time for a claim and its outcome. */
export async function memoryRows(): Promise<Row[]> {
	const megabytes = rounded((await bytesOfFullMemory()) / 1e6);
	return [
		{
			name: `${REMEMBERED_KEYS} remembered keys, heap`,
			ours: megabytes,
			ratio: megabytes,
			unit: 'MB',
			goal: 5,
		},
		...(await claimRows()),
	];
}

/** The growth of the heap, measured five times. */
async function bytesOfFullMemory(): Promise<number> {
	const sizes: number[] = [];
	const memories: DeliveryMemory[] = [];
	for (let round = 0; round < 5; round++) {
		const before = heap();
		memories.push(await memoryOf(keys(round * REMEMBERED_KEYS, REMEMBERED_KEYS)));
		sizes.push(heap() - before);
	}
	if (memories.some(({ size }) => size !== REMEMBERED_KEYS))
		throw new Error('A memory is not full');
	return median(sizes);
}

/** A claim in a memory that is full, for a key that is new and for a copy. */
async function claimRows(): Promise<Row[]> {
	const known = keys(0, REMEMBERED_KEYS);
	const memory = await memoryOf(known);
	const names = keys(REMEMBERED_KEYS, PIECES * (ROUNDS.rounds + ROUNDS.warmUp));
	const { copies } = await measureAsync(
		{ copies: () => deliver(memory, known.slice(-PIECES)) },
		ROUNDS,
	);
	const { fresh } = await measureAsync(
		{ fresh: () => deliver(memory, names.splice(0, PIECES)) },
		ROUNDS,
	);
	const row = (name: string, milliseconds: number): Row => ({
		name,
		ours: rounded(milliseconds * 1e3),
		ratio: rounded(milliseconds * 1e3),
		unit: 'µs',
		goal: 50,
	});
	return [row('claim a new key and settle it', fresh), row('claim a copy and settle it', copies)];
}

async function memoryOf(delivered: readonly string[]): Promise<DeliveryMemory> {
	const memory = new DeliveryMemory(wait);
	await deliver(memory, delivered);
	return memory;
}

async function deliver(memory: DeliveryMemory, delivered: readonly string[]): Promise<void> {
	for (const key of delivered) (await memory.claim([key])).settle(true);
}

/** Keys as events without an id have them. */
function keys(from: number, count: number): string[] {
	return Array.from({ length: count }, (_, index) => keyOfJson(String(from + index)));
}

function heap(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}
