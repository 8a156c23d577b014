/** What the Unicode data name. Each kind is made when it is asked for: that takes 10 to 20 ms. */
const displayNames = new Map<'language' | 'region', Intl.DisplayNames>();

/** Whether the Unicode data know a language or region by this code; false for what is no code. */
export function hasDisplayName(type: 'language' | 'region', code: string): boolean {
	let names = displayNames.get(type);
	if (names === undefined) {
		names = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
		displayNames.set(type, names);
	}
	try {
		return names.of(code) !== undefined;
	} catch {
		return false;
	}
}
