import { isPlainObject } from '../json/object';
import type { Place } from './place';
import { languageMap } from './shapes/language-maps';
import type { ShapeFamily } from './shapes/shape';
import { isTranslation } from './shapes/translation';

/** Maps that are told at most. */
const MOST_MAPS = 5;

/** What a user may want to know of all items together, beside what became of them. */
export class Notes {
	/** Selected names that an item has, as typed. */
	readonly fieldsFound = new Set<string>();

	/** Paths of maps by language that were left alone, as they were not asked for. */
	readonly mapsLeft = new Set<string>();

	/** Takes note of a value that was left alone, if it is a map by language. */
	leave(value: object, place: Place, shapes: readonly ShapeFamily[]): void {
		if (shapes.includes('languageMaps') || this.mapsLeft.size >= MOST_MAPS) return;
		if (!place.isSelected || !isPlainObject(value)) return;
		const keys = Object.keys(value);
		const map = keys.length > 1 ? languageMap(value, keys) : undefined;
		if (map !== undefined && isTranslation(map)) this.mapsLeft.add(String(place));
	}
}
