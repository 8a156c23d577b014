/** Maps that are told at most. */
const MOST_MAPS = 5;

/** What a user may want to know of all items together, beside what became of them. */
export class Notes {
	/** Selected names that an item has. */
	readonly fieldsFound = new Set<string>();

	/** Paths of maps by language that were left alone, as they were not asked for. */
	readonly mapsLeft = new Set<string>();

	leaveMap(path: string): void {
		if (this.mapsLeft.size < MOST_MAPS) this.mapsLeft.add(path);
	}
}
