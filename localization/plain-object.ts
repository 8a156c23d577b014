/** An object as JSON has it: its own properties are all there is to it. */
export type PlainObject = Record<string, unknown>;

/**
 * Whether `value` is an object as JSON has it, of whatever realm: dates, maps and class instances
 * are not, and pass through a transform as they are.
 */
export function isPlainObject(value: unknown): value is PlainObject {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether `value` can have properties of its own to read, whatever made it. Cheaper than the above. */
export function isObject(value: unknown): value is PlainObject {
	return typeof value === 'object' && value !== null;
}

/** Own property `key`, or undefined: `constructor` and its kin are ordinary names in data. */
export function own(object: PlainObject, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets an own property; assignment would take `__proto__` for the prototype. */
export function setOwn(object: PlainObject, key: string, value: unknown): void {
	if (key === '__proto__') {
		Object.defineProperty(object, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true,
		});
	} else {
		object[key] = value;
	}
}
