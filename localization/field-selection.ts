import type { Frame } from './frame';

/** Which fields are to be localized. */
export class FieldSelection {
	private readonly names: ReadonlySet<string> | undefined;

	private readonly hasPaths: boolean;

	/**
	 * @param fields - names or dotted paths; with a field goes all that is in it. Positions in lists
	 * (`products[0].name`, as the editor writes a dragged field) mean the whole list.
	 */
	constructor(fields: 'all' | readonly string[]) {
		const names = fields === 'all' ? [] : fields.map((name) => name.trim());
		this.names = fields === 'all' ? undefined : new Set(names.flatMap(withoutPositions));
		this.hasPaths = names.some((name) => name.includes('.'));
	}

	get isEverything(): boolean {
		return this.names === undefined;
	}

	/** Whether a field of a frame is selected by its own name or path. */
	has(frame: Frame, key: string | number): boolean {
		if (this.names === undefined) return true;
		if (typeof key === 'number') return false;
		return this.names.has(key) || (this.hasPaths && this.names.has(frame.namesTo(key)));
	}

	/** Whether a field is selected that goes by another name than its key's, as payload items do. */
	hasName(name: string): boolean {
		return this.names === undefined || this.names.has(name);
	}
}

function withoutPositions(name: string): string[] {
	return name.includes('[') ? [name, name.replace(/\[\d+\]/g, '')] : [name];
}
