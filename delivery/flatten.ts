import { isJsonObject } from '../json/object';
import type { UniqueFields } from './unique-fields';

/** Levels of objects that become parts of a field's name; what is deeper stays nested. */
export const FLATTENED_LEVELS = 20;

/**
 * Characters of a name that is put in front of further names. A longer one stays the name of a nested
 * object, or a small body of deep, long names would become a huge item.
 */
export const LONGEST_PREFIX = 250;

/**
 * Puts a field where the others are: a nested object as one field for each of its members, with their
 * names joined. Lists and empty objects are values. Never changes what it is given.
 *
 * @param level the level of the object whose field this is; the event is the first
 */
export function flatten(
	name: string,
	value: unknown,
	separator: string,
	fields: UniqueFields,
	level = 1,
): void {
	if (!isJsonObject(value) || level === FLATTENED_LEVELS || name.length > LONGEST_PREFIX) {
		fields.put(name, value);
		return;
	}
	const members = Object.keys(value);
	if (members.length === 0) fields.put(name, value);
	for (const member of members) {
		flatten(name + separator + member, value[member], separator, fields, level + 1);
	}
}
