import { readdirSync, readFileSync } from 'node:fs';

import { proofFor } from '../host/sender/proof.mjs';
import { deliveryOf, triggerOf } from '../host/without-n8n.mjs';
import type { JsonObject } from '../json/object';
import type { CatalogueEvent, Vendor } from '../vendors/vendor';
import { asShipped } from './as-shipped.mjs';
import { measure, rounded, type Row } from './measure.mjs';
import { codeNodeFlatEvent } from './peers/code-node-flat-event.mjs';
import { codeNodeGamanza } from './peers/code-node-gamanza.mjs';

type Shipped = typeof import('../delivery/receive') &
	typeof import('../vendors/appcharge/delivery') &
	typeof import('../vendors/gamanza-engage/delivery') &
	typeof import('../vendors/komo/delivery');

const { appcharge, gamanzaEngage, komo, receive } = await asShipped<Shipped>(
	'delivery/receive',
	'vendors/appcharge/delivery',
	'vendors/gamanza-engage/delivery',
	'vendors/komo/delivery',
);

const SECRET = 'a-signing-secret-for-benchmarks';
const ALL = ['*'];

/**
 * Events that a contender handles in one run, at least: enough for the clock, and few enough that most
 * runs are not interrupted by what else the machine does.
 */
const EVENTS_A_RUN = 1_000;
const ROUNDS = { rounds: 101, warmUp: 20 };
/** For the runs that take long by themselves. */
const FEW_ROUNDS = { rounds: 21, warmUp: 5 };

/** From a parsed request to its items, against the Code node that a user would write for it. */
export async function deliverRows(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [vendor, event] of [
		[appcharge, 'order.completed'],
		[komo, 'CardViewed'],
	] as const) {
		const sent = send(vendor, sampleOf(vendor, event));
		const { headers, rawBody, body } = sent.delivery;
		const peer = () =>
			codeNodeFlatEvent(headers.signature as string, rawBody, body as JsonObject, SECRET, ALL);
		rows.push(await againstCodeNode(`${vendor.displayName} ${event}`, sent, 1, peer));
	}
	for (const count of [1, 100, 10_000]) {
		const sent = send(gamanzaEngage, { events: gamanzaEvents(count) });
		const { headers, rawBody, body } = sent.delivery;
		const peer = () =>
			codeNodeGamanza(
				headers as Record<string, string>,
				rawBody,
				body as { events: never[] },
				SECRET,
				ALL,
			);
		rows.push(await againstCodeNode(`an event in a Gamanza batch of ${count}`, sent, count, peer));
	}
	rows.push(await growth());
	return rows;
}

/** A body sent as the vendor's default setup has it: signed, where the vendor signs. */
function send(vendor: Vendor, content: unknown) {
	const body = Buffer.from(JSON.stringify(content));
	const { headers } = proofFor(vendor, { signingSecret: SECRET }, 'header', body, new Date());
	const scheme = vendor.authentication;
	const bySignature = {
		kind: 'signature',
		secrets: [SECRET],
		expectedHeaders: {},
		timestampTolerance: 1200,
	} as const;
	const authentication =
		scheme.kind === 'signature' ? { ...bySignature, scheme } : ({ kind: 'none' } as const);
	return {
		delivery: deliveryOf(body, { headers }),
		trigger: triggerOf(vendor, { authentication }),
	};
}

async function againstCodeNode(
	name: string,
	{ delivery, trigger }: ReturnType<typeof send>,
	count: number,
	peer: () => unknown,
): Promise<Row> {
	const runs = Math.max(1, EVENTS_A_RUN / count);
	const pieces = runs * count;
	const times = await measure(
		{
			ours: async () => {
				for (let run = 1; run < runs; run++) await receive(delivery, trigger);
				return await receive(delivery, trigger);
			},
			peer: () => {
				for (let run = 1; run < runs; run++) peer();
				return peer();
			},
		},
		{ ...(pieces > EVENTS_A_RUN ? FEW_ROUNDS : ROUNDS), pieces },
	);
	return rowOf(`${name} : Code node`, times.ours, times.peer, 1);
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
	const times = await measure(
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
	const name = 'an event in a Gamanza batch of 10,000 : in batches of 100';
	return rowOf(name, times.large, times.small, 1.1);
}

/** @param goal the greatest ratio that is good enough */
function rowOf(name: string, ours: number, peer: number, goal: number): Row {
	const [inOurs, inPeer] = [ours, peer].map((ms) => rounded(ms * 1e3));
	return { name, ours: inOurs!, peer: inPeer!, ratio: rounded(ours / peer), unit: 'µs', goal };
}

/** That many events of Gamanza Engage: its own examples in turn, each player their own. */
function gamanzaEvents(count: number): JsonObject[] {
	const folder = new URL('../vendors/gamanza-engage/examples/', import.meta.url);
	const examples = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
	return Array.from({ length: count }, (_, index) => {
		const event = JSON.parse(examples[index % examples.length] ?? '') as JsonObject;
		return { ...event, playerId: `player-${index}` };
	});
}

/** The vendor's sample of an event. */
function sampleOf(vendor: Vendor, name: string): JsonObject {
	return vendor.sampleDelivery(vendor.catalogue.find((row) => row.name === name) as CatalogueEvent);
}
