/**
 * Gathers the fields of an item. No field is lost: when a name is taken, the later field gets `_2`,
 * `_3`, … Names such as `__proto__` and `constructor` are plain data.
 */
export class UniqueFields {
	readonly values: Record<string, unknown> = {};

	/** How often a name was asked for again, so that many equal names cost no search each. */
	private repeats: Map<string, number> | undefined;

	put(name: string, value: unknown): void {
		// What is undefined is neither an own property nor one inherited from Object.prototype.
		if (this.values[name] === undefined) this.values[name] = value;
		else this.define(Object.hasOwn(this.values, name) ? this.nextFree(name) : name, value);
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

	private define(name: string, value: unknown): void {
		Object.defineProperty(this.values, name, {
			value,
			writable: true,
			enumerable: true,
			configurable: true,
		});
	}
}
