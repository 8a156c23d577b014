/** Shorter than any text with an empty paragraph in it. */
const LONGEST_BLANK_HTML = 60;

const BLANK_HTML = /^(?:\s|&nbsp;|<\/?(?:b|br|div|em|i|p|span|strong|u)(?:\s[^<>]*|\/)?>)*$/i;

const BLANK = 0x20;
const NON_ASCII = 0x80;
const TAG_START = 0x3c;

/** Whether there is no text to read: an editor's empty paragraph (`<p><br></p>`) is none. */
export function isBlank(text: unknown): boolean {
	if (text === undefined || text === null) return true;
	if (Array.isArray(text)) return text.every(isBlank);
	if (typeof text !== 'string') return false;
	const first = text.charCodeAt(0);
	if (first > BLANK && first < NON_ASCII && first !== TAG_START) return false;
	return text.length <= LONGEST_BLANK_HTML ? BLANK_HTML.test(text) : text.trim() === '';
}
