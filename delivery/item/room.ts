/** What every item may have beyond its event's size, in bytes. */
const ROOM_OF_EVERY_ITEM = 400;

/**
 * How much an item may still grow beyond what its event was as sent, in bytes of JSON: the names of
 * nested objects, which are repeated in front of each member, and what options tell of its fields. It
 * is as much as the event, since an original and values that are longer in an item take more already.
 *
 * Without it a small body of long names would become a huge execution. It is counted in an event of its
 * own, so that the shape of an item depends on no other event. Those of all vendors need a fraction.
 */
export class Room {
	private left: number;

	/** @param size bytes of the event's JSON */
	constructor(size: number) {
		this.left = ROOM_OF_EVERY_ITEM + size;
	}

	/** Takes so many bytes, if there is room for them. */
	take(bytes: number): boolean {
		if (bytes > this.left) return false;
		this.left -= bytes;
		return true;
	}
}

/** The bytes that a name or text takes in JSON, without its quotes. */
export function bytesInJson(text: string): number {
	return Buffer.byteLength(JSON.stringify(text)) - 2;
}
