import type { Dialect } from './dialects';

/** A pair of signs around inline text, such as `**`. */
interface Mark {
	readonly kind: string;
	readonly sign: string;
	/** Which part the sign is, once written: it waits for the first text, so that no mark is empty. */
	part: number | undefined;
}

/** A letter or digit, or a sign of a script that is written without blanks. */
const LETTER = '[\\p{L}\\p{M}\\p{N}\\u3000-\\u303f\\uff00-\\uffef]';
const ENDS_IN_LETTER = new RegExp(`${LETTER}$`, 'u');
const BEGINS_WITH_LETTER = new RegExp(`^${LETTER}`, 'u');

/** The marks that are open, and their signs among the parts of a text. */
export class OpenMarks {
	private readonly marks: Mark[] = [];

	/** The parts that are signs of marks that have ended where the text now ends. */
	private ended: number[] = [];

	/** The end of the text so far, without signs; '' at the start of a line. */
	private end = '';

	constructor(
		private readonly dialect: Dialect,
		private readonly parts: string[],
	) {}

	get count(): number {
		return this.marks.length;
	}

	open(kind: keyof Dialect['marks']): void {
		const sign = this.dialect.marks[kind];
		if (sign !== '') this.marks.push({ kind, sign, part: undefined });
	}

	close(kind: string): void {
		const index = this.marks.findLastIndex((mark) => mark.kind === kind);
		if (index === -1) return;
		this.writeEnds(index);
		this.marks.splice(index, 1);
	}

	/** Writes the signs that wait for text. Those that its dialect would not take for marks are left out. */
	writeBegins(text: string): void {
		const { marksNeedSpace } = this.dialect;
		if (marksNeedSpace && BEGINS_WITH_LETTER.test(text)) {
			for (const part of this.ended) this.parts[part] = '';
		}
		const isSign = marksNeedSpace && ENDS_IN_LETTER.test(this.end);
		for (const mark of this.marks) {
			if (mark.part !== undefined) continue;
			mark.part = this.parts.length;
			this.parts.push(isSign ? '' : mark.sign);
		}
	}

	/** Ends the written marks from one on, the innermost first; they begin again with the next text. */
	writeEnds(first = 0): void {
		for (const mark of this.marks.slice(first).reverse()) {
			if (mark.part === undefined) continue;
			this.ended.push(mark.part, this.parts.length);
			this.parts.push(this.parts[mark.part] ?? '');
			mark.part = undefined;
		}
	}

	/** Tells of text that has been written; '' for the start of a line. */
	follow(text: string): void {
		this.end = text.slice(-2);
		this.ended = [];
	}
}
