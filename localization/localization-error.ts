/** A field has no text in any of the wanted languages. */
export class LocalizationError extends Error {
	/**
	 * @param field - path of the field, as in an expression
	 * @param wanted - the languages wanted, best first
	 * @param present - the languages that have a text there, as spelled in the data
	 */
	constructor(
		readonly field: string,
		readonly wanted: readonly string[],
		readonly present: readonly string[],
	) {
		const there = present.length > 0 ? `is there in ${present.join(', ')}` : 'has no text at all';
		super(`The field "${field}" ${there}; wanted ${wanted.join(', ') || 'no readable language'}`);
		this.name = 'LocalizationError';
	}
}
