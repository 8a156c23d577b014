import { decodeHTMLStrict } from 'entities/decode';
import { BoundedMemo } from '../bounded-memo';
import { MARKDOWN, PLAIN_TEXT, SLACK_MRKDWN, type Dialect } from './dialects';
import { HtmlReader } from './html-reader';

/** What becomes of HTML in a text. */
export type HtmlHandling = 'text' | 'keep' | 'markdown' | 'slack';

type Converted = Exclude<HtmlHandling, 'keep'>;

const CONVERSIONS: Readonly<Record<Converted, (text: string) => string>> = {
	text: (text) => convert(text, PLAIN_TEXT),
	markdown: (text) => convert(text, MARKDOWN),
	slack: (text) => convert(text, SLACK_MRKDWN),
};

/** A shop's texts come again and again; longer ones are converted each time. */
const LONGEST_REMEMBERED = 2000;

const REMEMBERED = 500;

const converted: Readonly<Record<Converted, BoundedMemo<string, string>>> = {
	text: new BoundedMemo(REMEMBERED),
	markdown: new BoundedMemo(REMEMBERED),
	slack: new BoundedMemo(REMEMBERED),
};

/**
 * A text with its HTML written as plain text, Markdown or Slack's mrkdwn. A text without HTML, even
 * one that looks like it (`5 < 6`), keeps every character; in Markdown and mrkdwn, signs that would
 * mean something there are escaped. Scripts, styles and comments are left out. Never fails.
 */
export function plainText(text: string, handling: HtmlHandling): string {
	if (handling === 'keep') return text;
	if (handling === 'text' && !text.includes('<') && !text.includes('&')) return text;
	const conversion = CONVERSIONS[handling];
	if (text.length > LONGEST_REMEMBERED) return conversion(text);
	return converted[handling].get(text, conversion);
}

function convert(text: string, dialect: Dialect): string {
	const html = text.includes('<') ? new HtmlReader(text, dialect).convert() : undefined;
	if (html !== undefined) return html;
	const decoded = text.includes('&') ? decodeHTMLStrict(text).replaceAll('\u00a0', ' ') : text;
	if (dialect === PLAIN_TEXT) return decoded;
	return decoded
		.split('\n')
		.map((line) => dialect.escape(line, true))
		.join('\n');
}
