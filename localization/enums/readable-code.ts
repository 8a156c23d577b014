/** Longer codes are no codes. */
const LONGEST_CODE = 200;

/**
 * A code as a person would write it: `out_of_stock` → `Out of stock`, `ScratchAndWin` →
 * `Scratch and win`. Abbreviations stay (`XP`, `OTP`), and so does what is no code but a text.
 */
export function readableCode(code: unknown): string {
	if (code === null || code === undefined || typeof code === 'object') return '';
	const text = String(code).trim();
	if (typeof code !== 'string' || text.length > LONGEST_CODE || /\s/.test(text)) return text;
	const words = text
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.split(/[\s_\-.]+/)
		.filter(Boolean);
	const shouting = words.length > 1 && text === text.toUpperCase();
	const [first = '', ...others] = words.map((word) =>
		!shouting && isAbbreviation(word) ? word : word.toLowerCase(),
	);
	return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' ');
}

function isAbbreviation(word: string): boolean {
	return word.length > 1 && word.length <= 4 && word === word.toUpperCase();
}
