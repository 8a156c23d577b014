/** An object that came out of JSON.parse: anything may be in it, as members of its own. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The same while it is being made. */
export type PlainObject = Record<string, unknown>;

/** Whether a value out of JSON.parse is an object, and not null or a list. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether `value` is an object as JSON has it, of whatever realm: dates, maps and class instances,
 * which n8n's items may hold beside JSON, are not.
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

/** Own member `name`, or undefined: `constructor` and its kin are ordinary names in data. */
export function own(object: JsonObject, name: string): unknown {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Sets an own member; assignment would take `__proto__` for the prototype. */
export function setOwn(object: PlainObject, name: string, value: unknown): void {
	if (name === '__proto__') {
		Object.defineProperty(object, name, {
			value,
			writable: true,
			enumerable: true,
			configurable: true,
		});
	} else {
		object[name] = value;
	}
}

/** The value to put in a member's place; undefined leaves the member out. */
export type ReplaceMember = (name: string, value: unknown) => unknown;

/** A copy of an object with `replace` applied to each of its own members, of any name. */
export function mapMembers(object: JsonObject, replace: ReplaceMember): JsonObject {
	const copy: PlainObject = {};
	for (const name of Object.keys(object)) {
		const value = replace(name, object[name]);
		if (value !== undefined) setOwn(copy, name, value);
	}
	return copy;
}
