import type { Dialect } from './dialects';
import { OpenMarks } from './open-marks';

/** What a line in a list or quotation begins with. */
interface Indent {
	first: string;
	readonly rest: string;
}

/** White space that HTML makes one blank. */
const UNKEPT_SPACE = /[\t\n\r\f]| {2}/;

/** Deeper lists and quotations are written at this depth. */
const DEEPEST_INDENT = 10;

/**
 * Writes text with line breaks, marks and indents in one dialect. Breaks, blanks and marks wait for
 * the text that follows them, so that none is doubled, empty or at an end.
 */
export class TextWriter {
	private readonly parts: string[] = [];

	private readonly marks: OpenMarks;

	private readonly indents: Indent[] = [];

	private tooDeep = 0;

	private label: { begin: number; marks: number } | undefined;

	private breaks = 0;

	private lineEnd = '';

	private blank = false;

	private atLineStart = true;

	constructor(private readonly dialect: Dialect) {
		this.marks = new OpenMarks(dialect, this.parts);
	}

	/** Text of which white space is not kept, as in HTML. */
	text(text: string, isCode: boolean): void {
		const words = UNKEPT_SPACE.test(text) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text;
		const start = words.startsWith(' ') ? 1 : 0;
		const end = words.endsWith(' ') ? words.length - 1 : words.length;
		if (start === 1) this.blank = true;
		if (end <= start) return;
		const content = words.slice(start, end);
		const { escape, escapeCode } = this.dialect;
		this.write(isCode ? escapeCode(content) : escape(content, this.startsLine()));
		this.blank = end < words.length;
	}

	/** Text that stands as it is, lines and blanks kept. */
	preformatted(text: string): void {
		for (const [number, line] of text.split('\n').entries()) {
			if (number > 0 && !this.isInLabel()) this.breaks++;
			if (line !== '') this.write(this.dialect.escapeCode(line));
		}
	}

	/** Written as it is, between blanks and breaks that wait. */
	raw(text: string): void {
		if (text !== '') this.write(text);
	}

	/** Ends the line; with 2, an empty line follows. Breaks that meet are one. */
	endLine(breaks: 1 | 2): void {
		if (this.isInLabel()) return;
		this.breaks = Math.max(this.breaks, breaks);
		this.blank = false;
	}

	/** `<br>`: breaks that meet add up, to one empty line at most. */
	lineBreak(): void {
		if (this.isInLabel()) return;
		if (this.breaks === 0) this.lineEnd = this.dialect.lineEnd;
		this.breaks = Math.min(this.breaks + 1, 2);
		this.blank = false;
	}

	openMark(kind: keyof Dialect['marks']): void {
		this.marks.open(kind);
	}

	closeMark(kind: string): void {
		this.marks.close(kind);
	}

	/** Begins a list item or quotation; `first` is what its first line begins with. */
	indent(first: string, rest: string): void {
		if (this.indents.length < DEEPEST_INDENT) this.indents.push({ first, rest });
		else this.tooDeep++;
	}

	outdent(): void {
		if (this.tooDeep > 0) this.tooDeep--;
		else this.indents.pop();
	}

	/** Begins text that {@link takeLabel} takes back. It stays on one line. */
	beginLabel(): void {
		this.write('');
		this.label = { begin: this.parts.length, marks: this.marks.count };
		this.marks.follow('');
	}

	/** The text written since {@link beginLabel}, which is taken out again. */
	takeLabel(): string {
		const { begin, marks } = this.label ?? { begin: this.parts.length, marks: 0 };
		this.marks.writeEnds(marks);
		this.label = undefined;
		return this.parts.splice(begin).join('');
	}

	toString(): string {
		this.marks.writeEnds();
		return this.parts.join('');
	}

	/** Whether a label is being written, in which a break is a blank. */
	private isInLabel(): boolean {
		if (this.label === undefined) return false;
		this.blank ||= this.parts.length > this.label.begin;
		return true;
	}

	private startsLine(): boolean {
		return this.atLineStart || this.breaks > 0;
	}

	private write(text: string): void {
		this.writeBreaks();
		if (this.atLineStart) {
			this.atLineStart = false;
			this.blank = false;
			for (const indent of this.indents) {
				this.parts.push(indent.first);
				indent.first = indent.rest;
			}
		}
		if (this.blank) this.push(' ');
		this.blank = false;
		this.marks.writeBegins(text);
		this.push(text);
	}

	private push(text: string): void {
		if (text === '') return;
		this.parts.push(text);
		this.marks.follow(text);
	}

	private writeBreaks(): void {
		if (this.breaks === 0) return;
		if (this.parts.length > 0) {
			this.marks.writeEnds();
			if (this.breaks === 1) this.parts.push(this.lineEnd);
			for (let written = 0; written < this.breaks; written++) {
				if (written > 0) for (const { rest } of this.indents) this.parts.push(rest.trimEnd());
				this.parts.push('\n');
			}
			this.atLineStart = true;
			this.marks.follow('');
		}
		this.breaks = 0;
		this.lineEnd = '';
	}
}
