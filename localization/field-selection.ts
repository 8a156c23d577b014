import type { Notes } from './notes';
import type { PlainObject } from '../json/object';
import { Place } from './place';

/** Which fields are to be localized. */
export class FieldSelection {
	/** Each name as typed, by the names that lead to its field. */
	private readonly names: ReadonlyMap<string, string> | undefined;

	private readonly hasPaths: boolean;

	/**
	 * @param fields - names or paths as people type them or the editor's drag writes them; with a field
	 * goes all that is in it
	 */
	constructor(
		fields: 'all' | readonly string[],
		private readonly notes: Notes,
	) {
		const paths = fields === 'all' ? [] : fields.map((typed) => [namesIn(typed), typed] as const);
		this.names =
			fields === 'all'
				? undefined
				: new Map(
						paths.flatMap(([names, typed]) => [
							[names.join('.'), typed],
							[typed.trim(), typed],
						]),
					);
		this.hasPaths = paths.some(([names]) => names.length > 1);
	}

	get isEverything(): boolean {
		return this.names === undefined;
	}

	/** The place of what `parent` has under a key, and whether that is selected. */
	placeOf(key: string | number, parent: Place | undefined, owner?: PlainObject): Place {
		const place = new Place(
			parent,
			key,
			owner,
			parent?.isSelected !== false,
			parent?.isChosen === true,
		);
		if (this.names === undefined || typeof key === 'number') return place;
		const isSelected = this.has(place) || parent?.isSelected === true;
		return new Place(parent, key, owner, isSelected, place.isChosen);
	}

	/** Whether a field is selected by its own name or path. */
	has(field: Place): boolean {
		return this.hasName(field.field) || (this.hasPaths && this.hasName(field.names()));
	}

	/** Whether a field of this name is selected. */
	hasName(name: string): boolean {
		if (this.names === undefined) return true;
		const typed = this.names.get(name);
		if (typed !== undefined) this.notes.fieldsFound.add(typed);
		return typed !== undefined;
	}
}

/** A name up to a dot or bracket, a name in brackets and quotes, or a position in a list. */
const STEP = /\.?([^.[\]]+)|\[(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\d*|\*)\]/gsy;

/** What an expression for the item's data begins with. */
const ITEM = /^(?:\$json|\$input\.item\.json|\$item\.json)(?=[.[])\.?/;

/**
 * The names of the fields that a typed path leads through: `data.name`, `data['my field']`,
 * `products[0].name` (a position means the whole list), `$json.data.name`. What does not read as a
 * path is a name.
 */
export function namesIn(typed: string): string[] {
	const path = typed.trim().replace(ITEM, '');
	const names: string[] = [];
	let end = 0;
	for (const [step, plain, quoted, single] of path.matchAll(STEP)) {
		end += step.length;
		const name = plain ?? (quoted ?? single)?.replace(/\\(.)/gs, '$1');
		if (name !== undefined) names.push(name);
	}
	return end === path.length && names.length > 0 ? names : [path];
}
