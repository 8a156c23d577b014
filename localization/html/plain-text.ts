import { decodeHTMLStrict } from 'entities/decode';
import { BoundedMemo } from '../bounded-memo';
import { MARKDOWN, PLAIN_TEXT, SLACK_MRKDWN, type Dialect } from './dialects';
import { ELEMENTS, END_TAG_OPTIONAL } from './elements';
import { HtmlReader } from './html-reader';

/** What becomes of HTML in a text. */
export type HtmlHandling = 'text' | 'keep' | 'markdown' | 'slack';

const DIALECTS: Readonly<Record<Exclude<HtmlHandling, 'keep'>, Dialect>> = {
	text: PLAIN_TEXT,
	markdown: MARKDOWN,
	slack: SLACK_MRKDWN,
};

/** A shop's texts come again and again; longer ones are converted each time. */
const LONGEST_REMEMBERED = 4000;

const REMEMBERED = 250;

const converted = {
	text: new BoundedMemo<string, string>(REMEMBERED),
	markdown: new BoundedMemo<string, string>(REMEMBERED),
	slack: new BoundedMemo<string, string>(REMEMBERED),
};

/**
 * A text with its HTML written as plain text, Markdown or Slack's mrkdwn. A text without HTML, even
 * one that looks like it (`5 < 6`), keeps every character; in Markdown and mrkdwn, signs that would
 * mean something there are escaped. Scripts, styles and comments are left out. Never fails.
 */
export function plainText(text: string, handling: HtmlHandling): string {
	if (handling === 'keep') return text;
	if (handling === 'text' && !text.includes('<') && !text.includes('&')) return text;
	if (text.length > LONGEST_REMEMBERED) return convert(text, DIALECTS[handling]);
	return converted[handling].get(text, () => convert(text, DIALECTS[handling]));
}

function convert(text: string, dialect: Dialect): string {
	if (text.includes('<')) {
		const endTags = endTagsOfHtml(text);
		if (endTags !== undefined) return new HtmlReader(text, endTags, dialect).convert();
	}
	const decoded = text.includes('&') ? decodeHTMLStrict(text).replaceAll('\u00a0', ' ') : text;
	if (dialect === PLAIN_TEXT) return decoded;
	return decoded
		.split('\n')
		.map((line) => dialect.escape(line, true))
		.join('\n');
}

const TAG = /<(\/?)([a-z][a-z\d]*(?::[a-z]+)?)(?=[\s/>])|<!(--|doctype\s|\[CDATA\[)/gi;

/**
 * The names of the end tags in a text that has HTML in it, in lower case; undefined for other text.
 * It has HTML if an element of HTML is begun and ended, or begun and needs no end, or if it has a
 * comment.
 */
function endTagsOfHtml(text: string): ReadonlySet<string> | undefined {
	const begun = new Set<string>();
	const ended = new Set<string>();
	let isHtml = false;
	for (const [, slash, tag = '', declaration] of text.matchAll(TAG)) {
		const name = tag.toLowerCase();
		if (declaration !== undefined) isHtml = true;
		else if (slash === '/') ended.add(name);
		else if (ELEMENTS.has(name)) begun.add(name);
	}
	for (const name of begun) isHtml ||= END_TAG_OPTIONAL.has(name) || ended.has(name);
	return isHtml ? ended : undefined;
}
