import { setOwn, type PlainObject } from '../json/object';
import { isEqual } from './is-equal';

/** What becomes of an object: a copy of it once something changes. */
export class Draft {
	private copy: PlainObject | undefined;

	constructor(private readonly source: PlainObject) {}

	/** The copy if anything has changed, else the very object. */
	get result(): PlainObject {
		return this.copy ?? this.source;
	}

	set(name: string, value: unknown): void {
		if (this.result[name] === value && Object.hasOwn(this.result, name)) return;
		setOwn((this.copy ??= { ...this.source }), name, value);
	}

	/**
	 * Adds a field. Where the name is taken by another value, the new field is called `name_2`,
	 * `name_3`, …
	 */
	add(name: string, value: unknown): void {
		this.set(
			this.freeName(name, (taken) => isEqual(taken, value)),
			value,
		);
	}

	/** The first of `name`, `name_2`, … that is not taken, or whose value may be replaced. */
	freeName(name: string, mayReplace: (taken: unknown) => boolean): string {
		let free = name;
		for (let count = 2; Object.hasOwn(this.result, free); count++) {
			if (mayReplace(this.result[free])) break;
			free = `${name}_${count}`;
		}
		return free;
	}

	remove(name: string): void {
		if (Object.hasOwn(this.result, name)) delete (this.copy ??= { ...this.source })[name];
	}
}
