import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { START_TIMEOUT } from '../../host/host.mjs';
import { measure, type Measured } from './queue/measure.mjs';
import { openQueueHost, type QueueHost } from './queue/queue-host.mjs';
import {
	answersOf,
	reportOf,
	resultsOf,
	writeQueueResults,
	type QueueResults,
} from './queue/results.mjs';

const SIZE = { deliveries: 2_000, duplicates: 0.2, forged: 0.2 };

/** The settings of docs/scaling.md, for every process. */
const SETTINGS = {
	QUEUE_WORKER_LOCK_DURATION: '3600000',
	QUEUE_WORKER_STALLED_INTERVAL: '3600000',
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
};

let host: QueueHost;
const allResults: QueueResults[] = [];

beforeAll(async () => {
	host = await openQueueHost(SETTINGS);
}, START_TIMEOUT);

afterAll(async () => {
	await host?.close();
	if (process.env['QUEUE_RESULTS'] === 'write') writeQueueResults(allResults);
}, START_TIMEOUT);

describe.each([0, 1])('with Collect at %d s', (collect) => {
	let measured: Measured;

	beforeAll(async () => {
		measured = await measure(host, SIZE, collect);
		const results = resultsOf(measured, collect);
		process.stdout.write(`${reportOf(results)}\n`);
		allResults.push(results);
	}, START_TIMEOUT);

	test('every genuine delivery is answered 2xx, every forged one 401', () => {
		const duplicates = SIZE.deliveries * SIZE.duplicates;
		const forged = SIZE.deliveries * SIZE.forged;
		expect(answersOf(measured)).toEqual({
			genuine: { '2xx': SIZE.deliveries - duplicates - forged },
			duplicate: { '2xx': duplicates },
			forged: { '401': forged },
		});
	});

	test('every event of a delivery that was answered 2xx is executed, nothing forged is', () => {
		expect(measured.nothing.never).toBe(0);
		expect(measured.forgedEvents).toBe(0);
	});

	test('no execution fails', () => {
		expect(measured.failures).toEqual([]);
	});

	test('copies do arrive: without any measure, some events act more than once', () => {
		expect(measured.nothing.moreThanOnce).toBeGreaterThan(0);
	});

	test('with a key in PostgreSQL, each event acts exactly once', () => {
		expect(measured.key).toEqual({ once: measured.events, moreThanOnce: 0, never: 0 });
	});

	test('the example stores no event twice', () => {
		expect(measured.example.moreThanOnce).toBe(0);
	});

	test('deliveries share executions where they are collected, and only there', () => {
		expect(measured.executions < measured.events / 2).toBe(collect > 0);
	});
});
