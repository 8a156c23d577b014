/**
 * Compares a name with a pattern in which `*` stands for any characters, none included. Takes each
 * piece between two `*` at its first place, so that no pattern can make it slow.
 */
export function matchesWildcard(name: string, pattern: string): boolean {
	const pieces = pattern.split('*');
	if (pieces.length === 1) return name === pattern;
	const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
	if (!name.startsWith(first)) return false;
	let from = first.length;
	for (const piece of pieces.slice(1, -1)) {
		const at = name.indexOf(piece, from);
		if (at === -1) return false;
		from = at + piece.length;
	}
	return name.length - last.length >= from && name.endsWith(last);
}
