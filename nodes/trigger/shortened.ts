const MOST_CHARACTERS = 100;

/** A text for a message: what a sender has written may be of any length. */
export function shortened(text: string): string {
	return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}
