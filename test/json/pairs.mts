/** A flat list of starts and ends as pairs. */
export function pairsOf(flat: readonly number[]): Array<[start: number, end: number]> {
	return flat.flatMap((start, index) => (index % 2 === 0 ? [[start, flat[index + 1] ?? NaN]] : []));
}
