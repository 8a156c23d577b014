import { type PlainObject, setOwn } from '../json/object';

/** The steps of a path; of a longer one, the last are told. */
const LONGEST_PATH = 30;

/** An object or list that is being walked through, and the copy of it once something changes. */
export class Frame {
	/** The next key or index. */
	next = 0;

	/** Whether a list has an element that was localized itself. */
	hasLocalizedElement = false;

	/** Whether the result takes the place of a localized value. */
	isPlainValue = false;

	/** The source, if it is a list. */
	readonly list: readonly unknown[] | undefined;

	/** The source, if it is an object. */
	readonly object: PlainObject | undefined;

	private listCopy: unknown[] | undefined;

	private objectCopy: PlainObject | undefined;

	/**
	 * @param keys - an object's keys to go through; none for a list
	 * @param key - where it stands in its parent
	 * @param field - the name of the field it is in; of a list's elements, the list's
	 * @param isSelected - whether all that is in it is to be localized
	 * @param isChosen - whether it was chosen among several languages, so that its texts are plain
	 */
	constructor(
		readonly source: PlainObject | unknown[],
		readonly keys: readonly string[],
		readonly parent: Frame | undefined,
		readonly key: string | number,
		readonly field: string,
		readonly isSelected: boolean,
		readonly isChosen: boolean,
	) {
		if (Array.isArray(source)) this.list = source;
		else this.object = source;
	}

	/** The result: the copy if anything changed, else the very object that came in. */
	get result(): PlainObject | unknown[] {
		return this.objectCopy ?? this.listCopy ?? this.source;
	}

	/** The result of an object, if anything changed. */
	get changedObject(): PlainObject | undefined {
		return this.objectCopy;
	}

	get isChanged(): boolean {
		return this.objectCopy !== undefined || this.listCopy !== undefined;
	}

	get size(): number {
		return this.list ? this.list.length : this.keys.length;
	}

	set(key: string | number, value: unknown): void {
		if (this.list) {
			this.listCopy ??= this.list.slice();
			this.listCopy[Number(key)] = value;
		} else {
			this.objectCopy ??= { ...this.object };
			setOwn(this.objectCopy, String(key), value);
		}
	}

	/** Takes a field out of the result. */
	remove(field: string): void {
		if (this.object === undefined) return;
		this.objectCopy ??= { ...this.object };
		delete this.objectCopy[field];
	}

	/** Where a key stands, as in an expression: `data.products[0].name`. */
	pathOf(key: string | number): string {
		let path = '';
		for (const step of stepsTo(this, key)) {
			if (typeof step === 'number') path += `[${step}]`;
			else path += path === '' ? step : `.${step}`;
		}
		return path;
	}

	/** The names of the fields that lead to a key, without positions in lists: `products.name`. */
	namesTo(key: string | number): string {
		return stepsTo(this, key)
			.filter((step) => typeof step === 'string')
			.join('.');
	}
}

function stepsTo(frame: Frame, key: string | number): (string | number)[] {
	const steps: (string | number)[] = [key];
	let { parent, key: own } = frame;
	while (parent !== undefined && steps.length < LONGEST_PATH) {
		steps.push(own);
		({ parent, key: own } = parent);
	}
	if (parent !== undefined) steps.push('…');
	return steps.reverse();
}
