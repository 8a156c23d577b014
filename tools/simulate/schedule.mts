/** One request to make; the same body may be sent several times. */
export interface Sending {
	readonly body: Buffer;
	/** Milliseconds to wait after the request before. */
	readonly after: number;
	/** The time that the signature says. */
	readonly signedAt: Date;
	/** What is sent, in a word or two, for the report. */
	readonly label: string;
}

/** Appcharge tries four times (its page "Events V2: introduction"); the vendors' others are unknown. */
const RETRY_PAUSES = [0, 15_000, 15_000, 15 * 60_000];

const STALE_BY = 2 * 60 * 60_000;

/** Lays out the requests for one body. A retry carries the bytes and the time of the first try. */
export function scheduleOf(
	body: Buffer,
	{
		duplicate,
		retrySchedule,
		stale,
		pause,
	}: {
		readonly duplicate: boolean;
		readonly retrySchedule: boolean;
		readonly stale: boolean;
		readonly pause: number;
	},
	now: Date,
): Sending[] {
	const signedAt = new Date(+now - (stale ? STALE_BY : 0));
	const pauses = retrySchedule ? RETRY_PAUSES : duplicate ? [0, 0] : [0];
	return pauses.map((after, index) => ({
		body,
		after: index === 0 ? pause : after,
		signedAt,
		label: index === 0 ? 'delivery' : `copy ${index}`,
	}));
}
