import { decodeHTMLStrict } from 'entities/decode';
import { MARKDOWN, PLAIN_TEXT, SLACK_MRKDWN, type Dialect } from './dialects';
import { HtmlReader } from './html-reader';

/** What becomes of HTML in a text. */
export type HtmlHandling = 'text' | 'keep' | 'markdown' | 'slack';

const DIALECTS: Readonly<Record<Exclude<HtmlHandling, 'keep'>, Dialect>> = {
	text: PLAIN_TEXT,
	markdown: MARKDOWN,
	slack: SLACK_MRKDWN,
};

/**
 * A text with its HTML written as plain text, Markdown or Slack's mrkdwn. A text without HTML, even
 * one that looks like it (`5 < 6`), keeps every character; in Markdown and mrkdwn, signs that would
 * mean something there are escaped. Scripts, styles and comments are left out. Never fails.
 */
export function plainText(text: string, handling: HtmlHandling): string {
	if (handling === 'keep') return text;
	if (handling === 'text' && !text.includes('<') && !text.includes('&')) return text;
	return convert(text, DIALECTS[handling]);
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
