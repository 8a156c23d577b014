import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { flatten as flatByFlat } from 'flat';

import type { JsonObject } from '../json/object';
import { asShipped } from './as-shipped.mjs';
import { gamanzaEvents, sampleOf, SECRET, send, type Sent } from './deliveries.mjs';
import { measureAsync, rounded, type Row } from './measure.mjs';
import { codeNodeFlatEvent } from './peers/code-node-flat-event.mjs';
import { codeNodeGamanza } from './peers/code-node-gamanza.mjs';

type Shipped = typeof import('../delivery/flatten') &
	typeof import('../delivery/receive') &
	typeof import('../delivery/unique-fields') &
	typeof import('../vendors/appcharge/delivery') &
	typeof import('../vendors/gamanza-engage/delivery') &
	typeof import('../vendors/komo/delivery');

const { appcharge, flatten, gamanzaEngage, komo, receive, UniqueFields } = await asShipped<Shipped>(
	'delivery/flatten',
	'delivery/receive',
	'delivery/unique-fields',
	'vendors/appcharge/delivery',
	'vendors/gamanza-engage/delivery',
	'vendors/komo/delivery',
);

const ALL = ['*'];

/**
 * Events that a contender handles in one run, at least: enough for the clock, and few enough that most
 * runs are not interrupted by what else the machine does.
 */
const EVENTS_A_RUN = 1_000;

const ROUNDS = { rounds: 101, warmUp: 20 };

/** For the runs that take long by themselves. */
const FEW_ROUNDS = { rounds: 21, warmUp: 5 };

/** From a parsed request to its items, compared with the least that it can take, and with others. */
export async function deliverRows(): Promise<Row[]> {
	return [
		...(await gamanzaRows()),
		...(await singleEventRows(
			'Appcharge order.completed',
			send(appcharge, sampleOf(appcharge, 'order.completed')),
		)),
		...(await singleEventRows('Komo CardViewed', send(komo, sampleOf(komo, 'CardViewed')))),
		...(await flatRows()),
		memory(),
	];
}

async function gamanzaRows(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const count of [1, 100, 1_000, 10_000]) {
		const sent = send(gamanzaEngage, { events: gamanzaEvents(count) });
		const peer = () =>
			codeNodeGamanza(
				sent.delivery.headers as Record<string, string>,
				sent.bytes,
				sent.delivery.body as object,
				SECRET,
				ALL,
			);
		const name = `a signed Gamanza batch of ${count}`;
		rows.push(
			...(await againstFloorAndPeer(name, sent, count, peer, count === 100 ? 0.6 : undefined)),
		);
	}
	rows.push(await growth());
	return rows;
}

async function singleEventRows(name: string, sent: Sent): Promise<Row[]> {
	const peer = () =>
		codeNodeFlatEvent(
			sent.delivery.headers.signature as string | undefined,
			sent.bytes,
			sent.delivery.body as JsonObject,
			SECRET,
			ALL,
		);
	return await againstFloorAndPeer(name, sent, 1, peer);
}

async function againstFloorAndPeer(
	name: string,
	sent: Sent,
	count: number,
	peer: () => unknown,
	goal?: number,
): Promise<Row[]> {
	const runs = Math.max(1, EVENTS_A_RUN / count);
	const pieces = runs * count;
	const times = await measureAsync(
		{
			ours: async () => {
				for (let run = 1; run < runs; run++) await receive(sent.delivery, sent.trigger);
				return await receive(sent.delivery, sent.trigger);
			},
			floor: () => repeat(runs, () => floor(sent.bytes)),
			peer: () => repeat(runs, peer),
		},
		{ ...(pieces > EVENTS_A_RUN ? FEW_ROUNDS : ROUNDS), pieces },
	);
	const inMicroseconds = (ms: number) => rounded(ms * 1e3);
	const ours = inMicroseconds(times.ours);
	return [
		{
			name: `${name}, an event : HMAC + JSON.parse`,
			ours,
			floor: inMicroseconds(times.floor),
			ratio: rounded(times.ours / times.floor),
			unit: 'µs',
			...(goal === undefined ? {} : { goal }),
		},
		{
			name: `${name}, an event : Code node`,
			ours,
			peer: inMicroseconds(times.peer),
			ratio: rounded(times.ours / times.peer),
			unit: 'µs',
			goal: 1,
		},
	];
}

/** What n8n and any signing receiver cannot do without. */
function floor(bytes: Buffer): unknown {
	const digest = createHmac('sha256', SECRET).update('1750000000000.').update(bytes).digest();
	return [digest, JSON.parse(bytes.toString())];
}

function repeat(times: number, run: () => unknown): unknown {
	for (let count = 1; count < times; count++) run();
	return run();
}

/**
 * Time an event in a batch of 10,000, compared with in batches of 100. Both have the same events, so
 * that they meet the same caches, and keep all items, so that the collector has the same to do.
 */
async function growth(): Promise<Row> {
	const events = gamanzaEvents(10_000);
	const large = send(gamanzaEngage, { events });
	const small = Array.from({ length: 100 }, (_, batch) =>
		send(gamanzaEngage, { events: events.slice(100 * batch, 100 * (batch + 1)) }),
	);
	const times = await measureAsync(
		{
			large: () => receive(large.delivery, large.trigger),
			small: async () => {
				const kept = [];
				for (const { delivery, trigger } of small) kept.push(await receive(delivery, trigger));
				return kept;
			},
		},
		{ ...FEW_ROUNDS, pieces: events.length },
	);
	return {
		name: 'an event in a Gamanza batch of 10,000 : in batches of 100',
		ours: rounded(times.large * 1e3),
		floor: rounded(times.small * 1e3),
		ratio: rounded(times.large / times.small),
		unit: 'µs',
		goal: 1.1,
	};
}

/** The flattening alone, against the package that people take for it. */
async function flatRows(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const eventType of ['order.completed', 'webstore.offers.displayed']) {
		const event = sampleOf(appcharge, eventType);
		const times = await measureAsync(
			{
				ours: () => repeat(EVENTS_A_RUN, () => flattened(event)),
				peer: () => repeat(EVENTS_A_RUN, () => flatByFlat(event, { safe: true, delimiter: '_' })),
			},
			{ ...ROUNDS, pieces: EVENTS_A_RUN },
		);
		rows.push({
			name: `flattening Appcharge ${eventType} : flat`,
			ours: rounded(times.ours * 1e3),
			peer: rounded(times.peer * 1e3),
			ratio: rounded(times.ours / times.peer),
			unit: 'µs',
			goal: 1,
		});
	}
	return rows;
}

function flattened(event: JsonObject): Record<string, unknown> {
	const fields = new UniqueFields();
	for (const name of Object.keys(event)) flatten(name, event[name], '_', fields);
	return fields.values;
}

const LARGEST_BODY = 16 * 1024 * 1024;

/** How much memory a body of 16 MB takes at the most, beside its bytes and its parsed value. */
function memory(): Row {
	const { bytes: sample } = send(gamanzaEngage, { events: gamanzaEvents(1_000) });
	const count = Math.floor((LARGEST_BODY / sample.length) * 1_000) - 100;
	const { bytes } = send(gamanzaEngage, { events: gamanzaEvents(count) });
	const folder = mkdtempSync(join(tmpdir(), 'peak-memory-'));
	const file = join(folder, 'body.json');
	writeFileSync(file, bytes);
	const script = fileURLToPath(new URL('peak-memory.mts', import.meta.url));
	const command = ['--expose-gc', '--import', 'tsx', script, file];
	const grown = Number(execFileSync(process.execPath, command, { encoding: 'utf8' }));
	rmSync(folder, { recursive: true });
	return {
		name: 'peak memory of a Gamanza batch of 16 MB, beside what n8n has of it : the body',
		ours: rounded(grown / 1e6),
		floor: rounded(bytes.length / 1e6),
		ratio: rounded(grown / bytes.length),
		unit: 'MB',
		goal: 6,
	};
}
