import { decodeHTMLStrict } from 'entities/decode';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Dialect } from './dialects';
import { ElementWriter } from './element-writer';
import { ELEMENTS, hasLineElements, type HtmlElement } from './elements';

/**
 * Reads HTML by the tokens of htmlparser2 and hands elements and text to an {@link ElementWriter}.
 * Never fails, and takes time linear in the text, whatever is nested how: an element is opened and
 * closed once, and an end tag looks at no more elements than it closes. Tags that are no HTML (`<3`,
 * `<username>`) are text.
 */
export class HtmlReader implements TokenizerCallbacks {
	private readonly writer: ElementWriter;

	/** The open elements, the innermost last. */
	private readonly open: HtmlElement[] = [];

	private readonly openCounts = new Map<HtmlElement, number>();

	private hiddenDepth = 0;

	private tagStart = 0;

	private tagName = '';

	private attribute = '';

	private attributes: Map<string, string> | undefined;

	/** Where the text begins that no token has covered yet. */
	private read = 0;

	/** Whether there was any HTML in the text. */
	private hasHtml = false;

	/** Whether elements of a kind have an end tag anywhere. */
	private ended: Map<HtmlElement, boolean> | undefined;

	private lowerCase: string | undefined;

	constructor(
		private readonly html: string,
		dialect: Dialect,
	) {
		this.writer = new ElementWriter(dialect, html.includes('\n') && !hasLineElements(html));
	}

	/** The HTML as text of the dialect; undefined if there is none in the text. */
	convert(): string | undefined {
		const tokenizer = new Tokenizer({ decodeEntities: false }, this);
		tokenizer.write(this.html);
		tokenizer.end();
		while (this.open.length > 0) this.closeInnermost();
		return this.hasHtml ? this.writer.toString() : undefined;
	}

	ontext(start: number, end: number): void {
		// The tokenizer reports the rest of a broken end tag as text before its start
		if (start < this.read) return;
		// It leaves out the start of an end tag that has no end
		this.text(this.html.slice(this.read, end));
		this.read = end;
	}

	onopentagname(start: number, end: number): void {
		this.tagStart = start - 1;
		this.tagName = this.html.slice(start, end).toLowerCase();
		this.attributes = undefined;
	}

	onattribname(start: number, end: number): void {
		this.attribute = this.html.slice(start, end).toLowerCase();
	}

	onattribdata(start: number, end: number): void {
		const attributes = (this.attributes ??= new Map());
		if (attributes.has(this.attribute)) return;
		attributes.set(this.attribute, decodeHTMLStrict(this.html.slice(start, end)));
	}

	onopentagend(end: number): void {
		this.read = end + 1;
		const element = ELEMENTS.get(this.tagName);
		if (element !== undefined && (this.hasHtml || this.isHtml(element))) this.begin(element);
		else this.text(this.html.slice(this.tagStart, end + 1));
	}

	onselfclosingtag(end: number): void {
		this.onopentagend(end);
	}

	onclosetag(start: number, end: number): void {
		const element = ELEMENTS.get(this.html.slice(start, end).toLowerCase());
		const tagEnd = this.html.indexOf('>', end);
		this.read = tagEnd === -1 ? this.html.length : tagEnd + 1;
		if (element === undefined) {
			this.text(this.html.slice(start - 2, this.read));
			return;
		}
		this.hasHtml = true;
		if ((this.openCounts.get(element) ?? 0) > 0) this.closeUpTo(element);
	}

	oncomment(start: number, end: number): void {
		const tagStart = this.html.lastIndexOf('<', start - 1);
		const isEndTag = this.html.startsWith('</', tagStart);
		const breaksOff = end === this.html.length;
		if (this.html.startsWith('<!--', tagStart)) this.hasHtml = true;
		// `</3` and a last `<!` are comments to a browser, and text to a reader
		else if (isEndTag || breaksOff) this.text(this.html.slice(tagStart, end + 1));
		this.read = end + 1;
	}

	oncdata(start: number, end: number, endOffset: number): void {
		this.hasHtml = true;
		this.read = end + 1;
		this.text(this.html.slice(start, end - endOffset));
	}

	ondeclaration(_start: number, end: number): void {
		this.read = end + 1;
	}

	onprocessinginstruction(_start: number, end: number): void {
		this.read = end + 1;
	}

	/** A tag in which the text breaks off is no tag. */
	onend(): void {
		if (this.read < this.html.length) this.text(this.html.slice(this.read));
	}

	// Entities are decoded with the text they stand in

	onattribend(): void {}

	onattribentity(): void {}

	ontextentity(): void {}

	private text(source: string): void {
		if (this.hiddenDepth > 0) return;
		this.writer.text(source.includes('&') ? decodeHTMLStrict(source) : source);
	}

	/**
	 * `a <b and c` is no HTML: unless there was HTML before, what must be ended must have an end
	 * somewhere.
	 */
	private isHtml(element: HtmlElement): boolean {
		if (element.isEndOptional) return true;
		this.ended ??= new Map();
		let isEnded = this.ended.get(element);
		if (isEnded === undefined) {
			this.lowerCase ??= this.html.toLowerCase();
			isEnded = this.lowerCase.includes(`</${element.name}`);
			this.ended.set(element, isEnded);
		}
		return isEnded;
	}

	private begin(element: HtmlElement): void {
		this.hasHtml = true;
		if (element.role === 'item' && this.writer.hasOpenItem()) this.closeUpTo(element);
		if (element.isVoid) {
			if (this.hiddenDepth === 0) this.writer.begin(element, this.attributes);
			return;
		}
		if (element.role === 'hidden') this.hiddenDepth++;
		else if (this.hiddenDepth === 0) this.writer.begin(element, this.attributes);
		this.open.push(element);
		this.openCounts.set(element, (this.openCounts.get(element) ?? 0) + 1);
	}

	private closeUpTo(element: HtmlElement): void {
		while (this.open.length > 0 && this.closeInnermost() !== element);
	}

	private closeInnermost(): HtmlElement | undefined {
		const element = this.open.pop();
		if (element === undefined) return undefined;
		this.openCounts.set(element, (this.openCounts.get(element) ?? 1) - 1);
		if (element.role === 'hidden') this.hiddenDepth--;
		else if (this.hiddenDepth === 0) this.writer.finish(element);
		return element;
	}
}
