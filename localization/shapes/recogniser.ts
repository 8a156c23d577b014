import { isPlainObject, type PlainObject } from '../../json/object';
import type { LocalizedShapes } from '../../vendors/localized-value';
import { ENUM_LISTS, ENUM_OBJECTS } from './enums';
import { ENTRIES_BY_LANGUAGE } from './entries-by-language';
import { isTranslation } from './translation';
import { JSON_LD_LISTS, JSON_LD_OBJECTS } from './json-ld';
import { LANGUAGE_ENTRIES, LANGUAGE_ENTRY_OBJECTS } from './language-entries';
import { LANGUAGE_MAPS } from './language-maps';
import type {
	FieldList,
	LocalizedValue,
	ListShape,
	ObjectShape,
	Recognised,
	ShapeFamily,
	Surroundings,
} from './shape';
import { isBesideItsRecord, TRANSLATION_ROW_OBJECTS, TRANSLATION_ROWS } from './translation-rows';

/** All shapes of objects, in the order in which they are tried. A new shape is a row here. */
const OBJECT_SHAPES: readonly ObjectShape[] = [
	...ENUM_OBJECTS,
	...JSON_LD_OBJECTS,
	...TRANSLATION_ROW_OBJECTS,
	...LANGUAGE_ENTRY_OBJECTS,
	...ENTRIES_BY_LANGUAGE,
	...LANGUAGE_MAPS,
];

/** All shapes of lists, in the order in which they are tried. */
const LIST_SHAPES: readonly ListShape[] = [
	...ENUM_LISTS,
	...JSON_LD_LISTS,
	...LANGUAGE_ENTRIES,
	...TRANSLATION_ROWS,
];

/** Tells localized values from other data: the vendors' own first, then those of other products. */
export class Recogniser {
	private readonly vendors: readonly LocalizedShapes[];

	private readonly objectShapes: readonly ObjectShape[];

	private readonly listShapes: readonly ListShape[];

	constructor(families: readonly ShapeFamily[], vendors: readonly LocalizedShapes[]) {
		const isWanted = ({ family }: ObjectShape | ListShape) => families.includes(family);
		this.vendors = families.includes('vendors') ? vendors : [];
		this.objectShapes = OBJECT_SHAPES.filter(isWanted);
		this.listShapes = LIST_SHAPES.filter(isWanted);
	}

	/** What localized value an object or list is; undefined for other data. */
	recognise(value: object, surroundings: Surroundings): Recognised | undefined {
		if (Array.isArray(value)) return this.list(value, surroundings);
		return isPlainObject(value) ? this.object(value, surroundings) : undefined;
	}

	/** The fields that a list holds by a vendor's grammar; undefined for a list of other data. */
	fieldList(list: readonly unknown[]): FieldList | undefined {
		for (const vendor of this.vendors) {
			const fields = vendor.list(list);
			if (fields !== undefined) return fields;
		}
		return undefined;
	}

	private object(object: PlainObject, surroundings: Surroundings): LocalizedValue | undefined {
		for (const vendor of this.vendors) {
			const recognised = vendor.object(object, surroundings.field);
			if (recognised !== undefined && isTranslation(recognised)) return recognised;
		}
		const keys = Object.keys(object);
		for (const { signs, recognise } of this.objectShapes) {
			if (signs?.some((sign) => Object.hasOwn(object, sign)) === false) continue;
			const recognised = recognise(object, keys, surroundings);
			if (recognised !== undefined && isSure(recognised, surroundings)) return recognised;
		}
		return undefined;
	}

	private list(list: readonly unknown[], surroundings: Surroundings): Recognised | undefined {
		const fields = this.fieldList(list);
		if (fields !== undefined) return fields;
		// JSON-LD may begin with a string of no language
		const first = typeof list[0] === 'string' ? list[1] : list[0];
		if (!isPlainObject(first)) return undefined;
		for (const { signs, recognise } of this.listShapes) {
			if (!signs.some((sign) => Object.hasOwn(first, sign))) continue;
			const recognised = recognise(list, first, surroundings);
			if (recognised !== undefined && isSure(recognised, surroundings)) return recognised;
		}
		return undefined;
	}
}

function isSure(value: LocalizedValue, surroundings: Surroundings): boolean {
	return isTranslation(value) && !isBesideItsRecord(value, surroundings);
}
