/** A field has no text in any of the wanted languages. */
export class LocalizationError extends Error {
	/**
	 * @param field - path of the field, as in an expression
	 * @param wanted - the languages wanted, best first
	 * @param present - the languages that have a text there
	 */
	constructor(
		readonly field: string,
		readonly wanted: readonly string[],
		readonly present: readonly string[],
	) {
		const missing = wanted.length > 0 ? `text in ${listed(wanted, 'or')}` : 'text in a language';
		const others = present.length > 0 ? `, only in ${listed(present, 'and')}` : '';
		super(`"${field}" has no ${missing}${others}`);
		this.name = 'LocalizationError';
	}
}

/** `en, de and fr`. */
function listed(languages: readonly string[], word: 'and' | 'or'): string {
	const last = languages.at(-1) ?? '';
	const others = languages.slice(0, -1);
	return others.length > 0 ? `${others.join(', ')} ${word} ${last}` : last;
}
