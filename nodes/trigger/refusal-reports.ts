import type { Refusal } from '../../delivery/refusal';

const HOUR = 3_600_000;
const LONGEST_WAIT = 24 * HOUR;
/** Nodes of one n8n process. */
const MOST_NODES = 10_000;

/** What only a person can mend, by kind: the others are the sender's own. */
const REPORTED: ReadonlySet<Refusal['category']> = new Set([
	'signature',
	'timestamp',
	'token',
	'project',
	'secret',
	'setup',
]);

interface Report {
	reportedAt: number;
	refusedAt: number;
	/** Until the next report, at least. */
	wait: number;
}

/**
 * Decides which refusals become failed executions, so that a person hears of them and a stranger who
 * sends forged deliveries cannot fill the list: the first of a kind, then after 1, 2, 4, … 24 hours.
 */
export class RefusalReports {
	private readonly reportsByNode = new Map<string, Map<Refusal['category'], Report>>();

	/** @param now milliseconds since 1970 */
	constructor(private readonly now: () => number) {}

	/**
	 * Takes note of a refusal.
	 *
	 * @returns in how many hours the next of its kind is due where this one is to be reported, else
	 * undefined
	 */
	refused(nodeKey: string, category: Refusal['category']): number | undefined {
		if (!REPORTED.has(category)) return undefined;
		const now = this.now();
		const reports = this.reportsOf(nodeKey);
		const last = reports.get(category);
		if (last) {
			last.refusedAt = now;
			if (now - last.reportedAt < last.wait) return undefined;
		}
		const wait = last ? Math.min(2 * last.wait, LONGEST_WAIT) : HOUR;
		reports.set(category, { reportedAt: now, refusedAt: now, wait });
		return wait / HOUR;
	}

	/**
	 * Takes note of a delivery that was accepted: what has not been refused for an hour is mended, and
	 * is reported at once should it come again. Without that hour, forged deliveries between genuine
	 * ones would be reported one by one.
	 */
	accepted(nodeKey: string): void {
		const reports = this.reportsByNode.get(nodeKey);
		if (!reports) return;
		const now = this.now();
		for (const [category, { refusedAt }] of reports) {
			if (now - refusedAt >= HOUR) reports.delete(category);
		}
		if (reports.size === 0) this.reportsByNode.delete(nodeKey);
	}

	private reportsOf(nodeKey: string): Map<Refusal['category'], Report> {
		const known = this.reportsByNode.get(nodeKey);
		if (known) return known;
		const reports = new Map<Refusal['category'], Report>();
		this.reportsByNode.set(nodeKey, reports);
		if (this.reportsByNode.size > MOST_NODES) {
			const [oldest] = this.reportsByNode.keys();
			if (oldest !== undefined) this.reportsByNode.delete(oldest);
		}
		return reports;
	}
}
