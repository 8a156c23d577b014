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
 *
 * @param level the level of the object whose field this is; the event is the first
 */
export function flatten(
	name: string,
	value: unknown,
	separator: string,
	emit: EmitField,
	level = 1,
): void {
	if (!isJsonObject(value) || level === FLATTENED_LEVELS || name.length > LONGEST_PREFIX) {
		emit(name, value);
		return;
	}
	const members = Object.keys(value);
	if (members.length === 0) emit(name, value);
	const prefix = name + separator;
	for (const member of members) {
		flatten(prefix + member, value[member], separator, emit, level + 1);
	}
}
