/**
 * Remembers results of a pure function for the arguments used lately. Holds at most twice `limit`
 * results: when the young half is full it becomes the old half, and the old half is forgotten.
 */
export class BoundedMemo<Key, Result> {
	private young = new Map<Key, Result>();

	private old = new Map<Key, Result>();

	constructor(private readonly limit: number) {}

	/** The remembered result for `key`, else `compute(key)`, remembered. */
	get(key: Key, compute: (key: Key) => Result): Result {
		const remembered = this.young.get(key);
		if (remembered !== undefined) return remembered;
		const result = this.old.get(key) ?? compute(key);
		if (this.young.size >= this.limit) {
			this.old = this.young;
			this.young = new Map();
		}
		this.young.set(key, result);
		return result;
	}
}
