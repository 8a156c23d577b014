import { setOwn } from '../json/object';

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Gathers the fields of an item. No field is lost: when a name is taken, the later field gets `_2`,
 * `_3`, … Names such as `__proto__` and `constructor` are plain data.
 */
export class UniqueFields {
	/** How often a name was asked for again, so that many equal names cost no search each. */
	private repeats: Map<string, number> | undefined;

	/**
	 * @param values where the fields go, beside those that are in it already
	 * @param shared names of fields in it; one put with such a name and the same value is that field
	 */
	constructor(
		readonly values: Record<string, unknown> = {},
		private readonly shared = NO_NAMES,
	) {}

	put(name: string, value: unknown): void {
		const { values } = this;
		if (Object.hasOwn(values, name)) {
			const isSame = this.shared.has(name) && values[name] === value;
			if (!isSame) values[this.nextFree(name)] = value;
		} else {
			setOwn(values, name, value);
		}
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
