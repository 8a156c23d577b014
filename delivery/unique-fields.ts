import type { JsonObject } from '../vendors/vendor';

/**
 * Gathers the fields of an item. No field is lost: when a name is taken, the later field gets `_2`,
 * `_3`, … Names such as `__proto__` and `constructor` are plain data.
 */
export class UniqueFields {
	readonly values: Record<string, unknown> = {};

	/** How often a name was asked for again, so that many equal names cost no search each. */
	private repeats: Map<string, number> | undefined;

	/** @param first fields to begin with; one put with the same name and value is the same field */
	constructor(private readonly first: JsonObject = {}) {
		// V8 is slow to add fields to what a spread has made, but not to this.
		Object.assign(this.values, first);
	}

	put(name: string, value: unknown): void {
		if (Object.hasOwn(this.values, name)) {
			if (!this.isFirst(name, value)) this.values[this.nextFree(name)] = value;
		} else if (name === '__proto__') {
			// The one name to which an assignment makes no own property.
			Object.defineProperty(this.values, name, {
				value,
				writable: true,
				enumerable: true,
				configurable: true,
			});
		} else {
			this.values[name] = value;
		}
	}

	private isFirst(name: string, value: unknown): boolean {
		return Object.hasOwn(this.first, name) && this.first[name] === value;
	}

	private nextFree(name: string): string {
		this.repeats ??= new Map();
		let count = this.repeats.get(name) ?? 1;
		let free: string;
		do free = `${name}_${++count}`;
		while (Object.hasOwn(this.values, free));
		this.repeats.set(name, count);
		return free;
	}
}
