import { BoundedMemo } from '../bounded-memo';
import { isPlainObject, type PlainObject } from '../../json/object';
import { ENUM_LISTS, ENUM_OBJECTS } from './enums';
import { GAMANZA_ENGAGE } from './gamanza-engage';
import { JSON_LD_LISTS, JSON_LD_OBJECTS } from './json-ld';
import { LANGUAGE_ENTRIES, LANGUAGE_ENTRY_OBJECTS } from './language-entries';
import { LANGUAGE_MAPS } from './language-maps';
import type { ListShape, ObjectShape, Place, Recognised, ShapeFamily } from './shape';
import { TRANSLATION_ROW_OBJECTS, TRANSLATION_ROWS } from './translation-rows';

/** All shapes of objects, in the order in which they are tried. A new shape is a row here. */
export const OBJECT_SHAPES: readonly ObjectShape[] = [
	...GAMANZA_ENGAGE,
	...ENUM_OBJECTS,
	...JSON_LD_OBJECTS,
	...TRANSLATION_ROW_OBJECTS,
	...LANGUAGE_ENTRY_OBJECTS,
	...LANGUAGE_MAPS,
];

/** All shapes of lists, in the order in which they are tried. */
export const LIST_SHAPES: readonly ListShape[] = [
	...ENUM_LISTS,
	...JSON_LD_LISTS,
	...LANGUAGE_ENTRIES,
	...TRANSLATION_ROWS,
];

/** No shape with a sign has more keys than this; larger objects are spared the search for signs. */
const MOST_KEYS = 16;

/**
 * Tells localized values from other data. Most values are other data: an object is looked at more
 * closely only if one of its keys is the sign of a shape.
 */
export class Recogniser {
	private readonly objectShapes = new Map<string, ObjectShape[]>();

	private readonly signless: readonly ObjectShape[];

	private readonly listShapes = new Map<string, ListShape[]>();

	constructor(families: readonly ShapeFamily[]) {
		const objects = OBJECT_SHAPES.filter(({ family }) => families.includes(family));
		for (const shape of objects) enter(this.objectShapes, shape, shape.signs ?? []);
		this.signless = objects.filter(({ signs }) => signs === undefined);
		for (const shape of LIST_SHAPES) {
			if (families.includes(shape.family)) enter(this.listShapes, shape, shape.signs);
		}
	}

	/** What localized value an object is; undefined for none. */
	object(object: PlainObject, keys: readonly string[], place: Place): Recognised | undefined {
		if (keys.length <= MOST_KEYS) {
			for (const key of keys) {
				const shapes = this.objectShapes.get(key);
				if (shapes === undefined) continue;
				for (const { recognise } of shapes) {
					const recognised = recognise(object, keys, place);
					if (recognised !== undefined) return recognised;
				}
			}
		}
		for (const { recognise } of this.signless) {
			const recognised = recognise(object, keys, place);
			if (recognised !== undefined) return recognised;
		}
		return undefined;
	}

	/** What localized value a list is; undefined for none. */
	list(list: readonly unknown[], place: Place): Recognised | undefined {
		// JSON-LD may begin with a string of no language
		const first = typeof list[0] === 'string' ? list[1] : list[0];
		if (!isPlainObject(first)) return undefined;
		let tried: Set<ListShape> | undefined;
		for (const key of Object.keys(first)) {
			for (const shape of this.listShapes.get(key) ?? []) {
				if (tried?.has(shape)) continue;
				(tried ??= new Set()).add(shape);
				const recognised = shape.recognise(list, first, place);
				if (recognised !== undefined) return recognised;
			}
		}
		return undefined;
	}
}

function enter<Shape>(index: Map<string, Shape[]>, shape: Shape, signs: readonly string[]): void {
	for (const sign of signs) index.set(sign, [...(index.get(sign) ?? []), shape]);
}

const recognisers = new BoundedMemo<string, Recogniser>(50);

/** The recogniser for some families; equal families share one object. */
export function recogniserFor(families: readonly ShapeFamily[]): Recogniser {
	return recognisers.get([...families].sort().join(), () => new Recogniser(families));
}
