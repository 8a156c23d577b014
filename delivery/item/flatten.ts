import { isJsonObject } from '../../json/object';
import { bytesInJson, type Room } from './room';
import type { UniqueFields } from '../unique-fields';

/** Levels of objects that become parts of a field's name; what is deeper stays nested. */
export const FLATTENED_LEVELS = 20;

/** Where flattened fields go, and how. */
export interface Flattened {
	readonly fields: UniqueFields;
	/** Between the parts of a name. */
	readonly separator: string;
	readonly room: Room;
}

/**
 * Puts a field where the others are: a nested object as one field for each of its members, with their
 * names joined. Lists and empty objects are values, and so is an object for whose names there is no
 * room. Never changes what it is given.
 *
 * @param level the level of the object whose field this is; the event is the first
 */
export function flatten(name: string, value: unknown, into: Flattened, level = 1): void {
	const { fields, separator, room } = into;
	const members = isJsonObject(value) ? Object.keys(value) : [];
	if (
		!isJsonObject(value) ||
		members.length === 0 ||
		level === FLATTENED_LEVELS ||
		!room.take(members.length * bytesInJson(name + separator))
	) {
		fields.put(name, value);
		return;
	}
	for (const member of members) flatten(name + separator + member, value[member], into, level + 1);
}
