/**
 * Remembers results of a pure function. Holds at most `limit` of them: when it is full, it forgets all
 * and begins anew.
 */
export class BoundedMemo<Key, Result> {
	private results = new Map<Key, Result>();

	constructor(private readonly limit: number) {}

	/** The remembered result for `key`, else `compute(key)`, remembered. */
	get(key: Key, compute: (key: Key) => Result): Result {
		const remembered = this.results.get(key);
		if (remembered !== undefined) return remembered;
		const result = compute(key);
		if (this.results.size >= this.limit) this.results = new Map();
		this.results.set(key, result);
		return result;
	}
}
