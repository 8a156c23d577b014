/** A kind of text that HTML is written as. */
export interface Dialect {
	/** The signs around strong, italic, struck and code text. */
	readonly marks: Readonly<Record<'strong' | 'italic' | 'strike' | 'code', string>>;
	/**
	 * Whether marks count only where no letter is beside them: elsewhere they would be read as signs,
	 * and are left out.
	 */
	readonly marksNeedSpace: boolean;
	readonly bullet: string;
	/** The lines before and after preformatted text. */
	readonly fence: string;
	/** What `<br>` ends its line with. */
	readonly lineEnd: string;
	/** What a heading of level 1 to 6 begins with; where that is nothing, headings are strong. */
	readonly heading?: (level: number) => string;
	/** A link, with its label written out already; the address is absolute. */
	readonly link: (label: string, address: string) => string;
	readonly image: (description: string, address: string) => string;
	/** Makes characters that mean something in the dialect stand for themselves. */
	readonly escape: (text: string, atLineStart: boolean) => string;
	/** The same within code. */
	readonly escapeCode: (text: string) => string;
}

const same = (text: string) => text;

export const PLAIN_TEXT: Dialect = {
	marks: { strong: '', italic: '', strike: '', code: '' },
	marksNeedSpace: false,
	bullet: '- ',
	fence: '',
	lineEnd: '',
	link: (label, address) => {
		const bare = address.replace(/^(?:mailto:|tel:)/i, '');
		if (label === '' || label === address || label === bare) return bare;
		return `${label} (${bare})`;
	},
	image: same,
	escape: same,
	escapeCode: same,
};

/** CommonMark, with GitHub's strikethrough. */
export const MARKDOWN: Dialect = {
	marks: { strong: '**', italic: '*', strike: '~~', code: '`' },
	marksNeedSpace: false,
	bullet: '- ',
	fence: '```',
	lineEnd: '  ',
	heading: (level) => `${'#'.repeat(level)} `,
	link: (label, address) => `[${label || address}](${encodeSigns(address, /[ \t\n\r()<>]/g)})`,
	image: (description, address) =>
		address === '' ? description : `![${description}](${encodeSigns(address, /[ \t\n\r()<>]/g)})`,
	escape: escapeMarkdown,
	escapeCode: same,
};

/** @see https://api.slack.com/reference/surfaces/formatting */
export const SLACK_MRKDWN: Dialect = {
	marks: { strong: '*', italic: '_', strike: '~', code: '`' },
	marksNeedSpace: true,
	bullet: '• ',
	fence: '```',
	lineEnd: '',
	link: (label, address) => {
		const target = escapeSlack(encodeSigns(address, /[ \t\n\r|]/g));
		return label === '' || label === target ? `<${target}>` : `<${target}|${label}>`;
	},
	image: same,
	escape: escapeSlack,
	escapeCode: escapeSlack,
};

function escapeSlack(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeMarkdown(text: string, atLineStart: boolean): string {
	const escaped = text
		.replace(/[\\`*_[\]<>]|~(?=~)/g, '\\$&')
		.replace(/&(?=[a-z\d#]{1,40};)/gi, '\\&');
	if (!atLineStart) return escaped;
	return escaped.replace(
		/^(\s*)([#+=-]|\d{1,9}(?=[.)](?:\s|$)))/,
		(_, space: string, sign: string) =>
			/\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
	);
}

/** Percent-encodes signs that would end an address. */
function encodeSigns(address: string, signs: RegExp): string {
	return address.replace(
		signs,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
	);
}
