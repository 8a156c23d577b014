import type { Dialect } from './dialects';
import type { HtmlElement } from './elements';
import { OpenLists } from './open-lists';
import { TextWriter } from './text-writer';

type MarkKind = 'strong' | 'italic' | 'strike' | 'code';

/** An element's attributes, by lower-case name. */
type Attributes = ReadonlyMap<string, string>;

/** Addresses that a reader can follow out of a message. */
const ABSOLUTE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;

/** Writes what HTML elements mean in a dialect of text. Each begin must have its finish. */
export class ElementWriter {
	private readonly writer: TextWriter;
	private readonly lists = new OpenLists();
	private readonly depths = { strong: 0, italic: 0, strike: 0, code: 0, link: 0, pre: 0 };

	private linkAddress = '';
	private isFirstCell = true;
	private isPreStart = false;

	/** @param keepsLines - whether line breaks in text are meant as such */
	constructor(
		private readonly dialect: Dialect,
		private readonly keepsLines: boolean,
	) {
		this.writer = new TextWriter(dialect);
	}

	/** Text with its entities decoded. Blanks that do not break become plain ones. */
	text(source: string): void {
		const text = source.includes('\u00a0') ? source.replaceAll('\u00a0', ' ') : source;
		if (this.depths.pre > 0) {
			this.writer.preformatted(this.isPreStart ? text.replace(/^\r?\n/, '') : text);
			this.isPreStart = false;
		} else if (this.keepsLines) {
			this.lines(text);
		} else {
			this.writer.text(text, this.depths.code > 0);
		}
	}

	/** Whether the innermost list has an item that a new item ends. */
	hasOpenItem(): boolean {
		return this.lists.hasOpenItem();
	}

	toString(): string {
		return this.writer.toString();
	}

	begin({ name, role }: HtmlElement, attributes: Attributes | undefined): void {
		const { writer } = this;
		switch (role) {
			case 'strong':
			case 'italic':
			case 'strike':
			case 'code':
				return this.beginMark(role);
			case 'block':
				return writer.endLine(1);
			case 'line':
				this.isFirstCell = true;
				return writer.endLine(1);
			case 'break':
				return writer.lineBreak();
			case 'cell':
				if (!this.isFirstCell) writer.text(' | ', false);
				this.isFirstCell = false;
				return;
			case 'heading':
				writer.endLine(2);
				if (this.dialect.heading) writer.indent(this.dialect.heading(Number(name.slice(1))), '');
				else this.beginMark('strong');
				return;
			case 'image':
				return this.writeImage(attributes);
			case 'item':
				return this.beginItem();
			case 'link':
				return this.beginLink(attributes?.get('href') ?? '');
			case 'list':
				writer.endLine(this.lists.isEmpty ? 2 : 1);
				return this.lists.begin(name === 'ol', attributes?.get('start'));
			case 'paragraph':
				this.isFirstCell = true;
				return writer.endLine(this.lists.isEmpty ? 2 : 1);
			case 'preformatted':
				writer.endLine(2);
				this.writeFence();
				this.depths.pre++;
				this.isPreStart = true;
				return;
			case 'quotation':
				writer.endLine(2);
				return writer.indent('> ', '> ');
			case 'rule':
				writer.endLine(2);
				writer.raw('---');
				return writer.endLine(2);
			default:
				if (name === 'q') writer.text('"', false);
		}
	}

	finish({ name, role }: HtmlElement): void {
		const { writer } = this;
		switch (role) {
			case 'strong':
			case 'italic':
			case 'strike':
			case 'code':
				return this.finishMark(role);
			case 'block':
			case 'line':
				return writer.endLine(1);
			case 'heading':
				if (this.dialect.heading) writer.outdent();
				else this.finishMark('strong');
				return writer.endLine(2);
			case 'item':
				return this.finishItem();
			case 'link':
				return this.finishLink();
			case 'list':
			case 'paragraph':
				if (role === 'list') this.lists.finish();
				return writer.endLine(this.lists.isEmpty ? 2 : 1);
			case 'preformatted':
				this.depths.pre--;
				writer.endLine(1);
				this.writeFence();
				return writer.endLine(2);
			case 'quotation':
				writer.outdent();
				return writer.endLine(2);
			default:
				if (name === 'q') writer.text('"', false);
		}
	}

	private lines(text: string): void {
		for (const [number, line] of text.split('\n').entries()) {
			if (number > 0) this.writer.lineBreak();
			this.writer.text(line, this.depths.code > 0);
		}
	}

	/** Marks of one kind do not nest, and code has none in it. */
	private beginMark(kind: MarkKind): void {
		const isInCode = this.depths.code > 0 || this.depths.pre > 0;
		if (this.depths[kind] === 0 && !isInCode) this.writer.openMark(kind);
		this.depths[kind]++;
	}

	private finishMark(kind: MarkKind): void {
		this.depths[kind]--;
		if (this.depths[kind] === 0) this.writer.closeMark(kind);
	}

	private beginItem(): void {
		const sign = this.lists.beginItem(this.dialect.bullet);
		this.writer.endLine(1);
		this.writer.indent(sign, ' '.repeat(sign.length));
	}

	private finishItem(): void {
		this.lists.finishItem();
		this.writer.outdent();
		this.writer.endLine(1);
	}

	private beginLink(address: string): void {
		this.depths.link++;
		if (this.depths.link > 1) return;
		this.linkAddress = ABSOLUTE_ADDRESS.test(address) ? address.trim() : '';
		if (this.linkAddress !== '') this.writer.beginLabel();
	}

	private finishLink(): void {
		this.depths.link--;
		if (this.depths.link > 0 || this.linkAddress === '') return;
		this.writer.raw(this.dialect.link(this.writer.takeLabel(), this.linkAddress));
		this.linkAddress = '';
	}

	private writeImage(attributes: Attributes | undefined): void {
		const description = this.dialect.escape(attributes?.get('alt')?.trim() ?? '', false);
		const source = attributes?.get('src') ?? '';
		const address = ABSOLUTE_ADDRESS.test(source) ? source.trim() : '';
		this.writer.raw(this.dialect.image(description, address));
	}

	private writeFence(): void {
		this.writer.raw(this.dialect.fence);
		this.writer.endLine(1);
	}
}
