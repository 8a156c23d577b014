import { isJsonObject, type EmitField } from '../vendors/vendor';

/** Levels of objects that become parts of a field's name; what is deeper stays nested. */
export const FLATTENED_LEVELS = 20;

/**
 * Characters of a name that is put in front of further names. A longer one stays the name of a nested
 * object, or a small body of deep, long names would become a huge item.
 */
export const LONGEST_PREFIX = 250;

/**
 * Hands on a field: a nested object as one field for each of its members, with their names joined by
 * the separator. Lists and empty objects are values. Never changes what it is given.
 */
export function flatten(name: string, value: unknown, separator: string, emit: EmitField): void {
	flattenLevel(name, value, separator, emit, 2);
}

function flattenLevel(
	name: string,
	value: unknown,
	separator: string,
	emit: EmitField,
	level: number,
): void {
	if (!isJsonObject(value) || level > FLATTENED_LEVELS || name.length > LONGEST_PREFIX) {
		emit(name, value);
		return;
	}
	let isEmpty = true;
	for (const member in value) {
		if (!Object.hasOwn(value, member)) continue;
		isEmpty = false;
		flattenLevel(name + separator + member, value[member], separator, emit, level + 1);
	}
	if (isEmpty) emit(name, value);
}
