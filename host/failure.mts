/**
 * Something outside this project stands in the way: a missing tool, a taken port, a full disk. Its
 * message is one sentence for the person at the keyboard, with the remedy, and is shown without a
 * stack trace.
 */
export class HostFailure extends Error {
	override readonly name = 'HostFailure';
}

/** What to print of an error: the sentence of a failure, everything of a programming mistake. */
export function explain(error: unknown): string {
	if (error instanceof HostFailure) return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
