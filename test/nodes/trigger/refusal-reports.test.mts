import { expect, test } from '@jest/globals';

import type { Refusal } from '../../../delivery/refusal';
import { RefusalReports } from '../../../nodes/trigger/refusal-reports';

const HOUR = 3_600_000;

function reportsAt() {
	let now = 0;
	const reports = new RefusalReports(() => now);
	return { reports, pass: (hours: number) => (now += hours * HOUR) };
}

test('while refusals go on, they are reported at once and then after 1, 2, 4, 8, 16, 24, 24 hours', () => {
	const { reports, pass } = reportsAt();
	const reportedAt: number[] = [];
	const silences: number[] = [];
	for (let minute = 0; minute <= 80 * 60; minute++) {
		const hours = reports.refused('node', 'signature');
		if (hours !== undefined) {
			reportedAt.push(minute / 60);
			silences.push(hours);
		}
		pass(1 / 60);
	}
	expect(reportedAt.map((hour) => Math.round(hour))).toEqual([0, 1, 3, 7, 15, 31, 55, 79]);
	expect(silences).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
});

test.each<Refusal['category']>(['signature', 'timestamp', 'token', 'project', 'secret', 'setup'])(
	'each kind is reported by itself, as is each node: %s',
	(category) => {
		const { reports } = reportsAt();
		expect(reports.refused('one', category)).toBe(1);
		expect(reports.refused('one', category)).toBeUndefined();
		expect(reports.refused('other', category)).toBe(1);
	},
);

test.each<Refusal['category']>(['address', 'body'])(
	'what no setting of the user can mend is not reported: %s',
	(category) => {
		expect(reportsAt().reports.refused('node', category)).toBeUndefined();
	},
);

test('after an accepted delivery and an hour without refusals it begins anew', () => {
	const { reports, pass } = reportsAt();
	reports.refused('node', 'signature');
	pass(1);
	expect(reports.refused('node', 'signature')).toBe(2);
	pass(1);
	reports.accepted('node');
	expect(reports.refused('node', 'signature')).toBe(1);
});

test('forged deliveries between genuine ones are reported no more often for it', () => {
	const { reports, pass } = reportsAt();
	let count = 0;
	for (let minute = 0; minute < 24 * 60; minute++) {
		if (reports.refused('node', 'signature') !== undefined) count++;
		reports.accepted('node');
		pass(1 / 60);
	}
	expect(count).toBe(5);
});

test('it remembers 10,000 nodes at most', () => {
	const { reports } = reportsAt();
	for (let node = 0; node <= 10_000; node++) reports.refused(`node-${node}`, 'signature');
	expect(reports.refused('node-10000', 'signature')).toBeUndefined();
	expect(reports.refused('node-0', 'signature')).toBe(1);
});
