import type { PlainObject } from '../json/object';

/** The steps of a path; of a longer one, the last are told. */
const LONGEST_PATH = 30;

/** Where a value stands in an item. */
export class Place {
	/** The name of the field it is in; of a list's elements, the list's. */
	readonly field: string;

	/**
	 * @param parent - the place of the object or list that has it; undefined where that is the item
	 * @param owner - the object that has it; undefined in a list
	 * @param isSelected - whether it is to be localized
	 * @param isChosen - whether it was chosen among several languages, so that its texts are plain
	 * @param name - the name of the field, where it is another than the key's
	 */
	constructor(
		readonly parent: Place | undefined,
		readonly key: string | number,
		readonly owner: PlainObject | undefined,
		readonly isSelected: boolean,
		readonly isChosen: boolean,
		readonly name?: string,
	) {
		this.field = name ?? (typeof key === 'string' ? key : (parent?.field ?? ''));
	}

	/** As in an expression: `data.products[0].name`. */
	toString(): string {
		let path = '';
		for (const step of stepsTo(this)) {
			if (typeof step === 'number') path += `[${step}]`;
			else path += path === '' ? step : `.${step}`;
		}
		return path;
	}

	/** The names of the fields that lead to it, without positions in lists: `products.name`. */
	names(): string {
		return stepsTo(this)
			.filter((step) => typeof step === 'string')
			.join('.');
	}
}

function stepsTo(place: Place): (string | number)[] {
	const steps: (string | number)[] = [];
	let next: Place | undefined = place;
	for (; next !== undefined && steps.length < LONGEST_PATH; next = next.parent)
		steps.push(next.key);
	if (next !== undefined) steps.push('…');
	return steps.reverse();
}
