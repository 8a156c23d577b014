import { createHash } from 'crypto';

import type { JsonObject } from '../json/object';
import type { Body } from './read-body';

/** What is repeated in each item of a delivery may take so many bytes an event, beside its body. */
const REPEATED_BY_EVENT = 200;

/** What a delivery has once, and what belongs to each of its events. */
export interface Surrounding {
	/** What stands beside the list of events. */
	readonly envelope: JsonObject | undefined;
	/** Those to add to the item; undefined adds none. */
	readonly headers: JsonObject | undefined;
}

/** What surrounds the events of one delivery: in each item where it is little, else in the first. */
export class Surroundings {
	/** What an event has of it that need not be the first. */
	readonly ofEach: Surrounding;
	private readonly envelopeSize: number;
	private readonly isForAll: boolean;
	private readonly hashOfEnvelope = createHash('sha256');

	/** @param count how many events the delivery has */
	constructor(
		private readonly all: Surrounding,
		{ text, outline: { root, elements } }: Body,
		count: number,
	) {
		const [start, end] = root;
		const before = text.subarray(start, elements[0] ?? start);
		const behind = text.subarray(elements.at(-1) ?? end, end);
		if (all.envelope) this.hashOfEnvelope.update(before).update('\0').update(behind).update('\0');
		this.envelopeSize = sizeOf(all.envelope);
		const size = this.envelopeSize + sizeOf(all.headers);
		this.isForAll = size * count <= text.length + REPEATED_BY_EVENT * count;
		this.ofEach = this.isForAll ? all : { envelope: undefined, headers: undefined };
	}

	/** The event of the first item, which has all of it. */
	ofFirst<T extends Surrounding & { readonly size: number }>(event: T): T {
		if (this.isForAll) return event;
		return { ...event, ...this.all, size: event.size + this.envelopeSize };
	}

	/**
	 * The eventKey of an event without an id: SHA-256 of its JSON and, where it has one, of what stands
	 * beside the list.
	 */
	keyOf(json: Uint8Array): string {
		return `sha256:${this.hashOfEnvelope.copy().update(json).digest('hex')}`;
	}
}

/** As it is written in an item, where a number may have more digits than were sent. */
function sizeOf(members: JsonObject | undefined): number {
	return members ? JSON.stringify(members).length : 0;
}
