import { sleep } from 'n8n-workflow';

/** All events of a vendor may come to one URL, so the chosen one may be on its way. */
const PATIENCE_MILLISECONDS = 5_000;

/** The wait under way, by node. */
const waits = new Map<string, symbol>();

/**
 * Waits, after an event that does not start the workflow, for one that does.
 *
 * @returns whether none came; false, too, where the node has stopped listening, and at once where a
 * wait is under way
 */
export async function noneFollows(nodeKey: string): Promise<boolean> {
	if (waits.has(nodeKey)) return false;
	const wait = Symbol(nodeKey);
	waits.set(nodeKey, wait);
	await sleep(PATIENCE_MILLISECONDS);
	return waits.get(nodeKey) === wait && waits.delete(nodeKey);
}

/** A chosen event has come, or the node has stopped listening. */
export function endListening(nodeKey: string): void {
	waits.delete(nodeKey);
}
