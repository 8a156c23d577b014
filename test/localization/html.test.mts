import { describe, expect, test } from '@jest/globals';
import naughtyStrings from 'big-list-of-naughty-strings';
import fc from 'fast-check';

import { plainText } from '../../localization/html/plain-text';
import { localize, settings } from './localized.mjs';
import { HTML_PIECES } from '../../host/many.mjs';

describe('HTML becomes', () => {
	test.each<[what: string, html: string, text: string, markdown: string, slack: string]>([
		[
			'paragraphs and line breaks',
			'<p>One.</p>\n<p>Two<br>three &amp; <b>four</b></p>',
			'One.\n\nTwo\nthree & four',
			'One.\n\nTwo  \nthree & **four**',
			'One.\n\nTwo\nthree &amp; *four*',
		],
		['blocks', '<div>One<div>Two</div></div>', 'One\nTwo', 'One\nTwo', 'One\nTwo'],
		['a heading', '<h2>Ship</h2><p>x</p>', 'Ship\n\nx', '## Ship\n\nx', '*Ship*\n\nx'],
		[
			'marks',
			'<strong>a</strong> <em>b</em> <del>c</del> <code>d &lt; e</code>',
			'a b c d < e',
			'**a** *b* ~~c~~ `d < e`',
			'*a* _b_ ~c~ `d &lt; e`',
		],
		['marks with blanks in them', 'a<b> b </b>c', 'a b c', 'a **b** c', 'a *b* c'],
		['empty marks', '<b></b><i> </i>x', 'x', 'x', 'x'],
		['marks in marks', '<b><strong>a</strong></b>', 'a', '**a**', '*a*'],
		['marks over lines', '<b><p>x</p><p>y</p></b>', 'x\n\ny', '**x**\n\n**y**', '*x*\n\n*y*'],
		['crossed marks', '<b>a <i>b</b> c</i>', 'a b c', '**a *b*** c', '*a _b_* c'],
		[
			'lists',
			'<p>All:</p><ul><li>a</li><li><p>b</p><ol start="3"><li>c<li>d</ol></li></ul><p>x</p>',
			'All:\n\n- a\n- b\n  3. c\n  4. d\n\nx',
			'All:\n\n- a\n- b\n  3. c\n  4. d\n\nx',
			'All:\n\n• a\n• b\n  3. c\n  4. d\n\nx',
		],
		[
			'a link',
			'See <a href="https://a.example/?b=1&amp;c=2">the shop</a>.',
			'See the shop (https://a.example/?b=1&c=2).',
			'See [the shop](https://a.example/?b=1&c=2).',
			'See <https://a.example/?b=1&amp;c=2|the shop>.',
		],
		[
			'a link that shows its address',
			'<a href="https://a.example">https://a.example</a>',
			'https://a.example',
			'[https://a.example](https://a.example)',
			'<https://a.example>',
		],
		[
			'a mail address',
			'<a href="mailto:a@b.example">a@b.example</a>',
			'a@b.example',
			'[a@b.example](mailto:a@b.example)',
			'<mailto:a@b.example|a@b.example>',
		],
		[
			'a link with signs of its own',
			'<a href="https://a.example/(b) c|d">[x]</a>',
			'[x] (https://a.example/(b) c|d)',
			'[\\[x\\]](https://a.example/%28b%29%20c|d)',
			'<https://a.example/(b)%20c%7Cd|[x]>',
		],
		['a link to a script', '<a href="javascript:alert(1)">x</a>', 'x', 'x', 'x'],
		['a link within the page', '<a href="#top">x</a>', 'x', 'x', 'x'],
		[
			'a picture',
			'<img src="https://a.example/b.png" alt="A ship">',
			'A ship',
			'![A ship](https://a.example/b.png)',
			'A ship',
		],
		[
			'a quotation',
			'<blockquote><p>a</p><p>b</p></blockquote>c',
			'> a\n>\n> b\n\nc',
			'> a\n>\n> b\n\nc',
			'> a\n>\n> b\n\nc',
		],
		[
			'preformatted text',
			'<pre><code>a  b\n\n  c</code></pre>',
			'a  b\n\n  c',
			'```\na  b\n\n  c\n```',
			'```\na  b\n\n  c\n```',
		],
		[
			'a table',
			'<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
			'a | b\n1 | 2',
			'a | b\n1 | 2',
			'a | b\n1 | 2',
		],
		['entities', '30&nbsp;h &ndash; &#128512;&#x20AC;', '30 h – 😀€', '30 h – 😀€', '30 h – 😀€'],
		['tags in entities', '<p>&lt;b&gt;</p>', '<b>', '\\<b\\>', '&lt;b&gt;'],
		['inline HTML with lines', 'One\n<b>two</b>', 'One\ntwo', 'One  \n**two**', 'One\n*two*'],
		[
			'what is not for readers',
			'<!-- a --><style>b</style><script>c</script><title>d</title><svg><text>e</text></svg>f',
			'f',
			'f',
			'f',
		],
		['an unclosed script', '<p>a</p><script>b', 'a', 'a', 'a'],
		[
			'HTML that breaks off',
			'<p>One <b>two</b></p',
			'One two</p',
			'One **two**\\</p',
			'One *two*&lt;/p',
		],
		['an end tag alone', 'one</p>', 'one', 'one', 'one'],
		[
			'HTML with less-than signs',
			'<b>I</b> <3 it <!',
			'I <3 it <!',
			'**I** \\<3 it \\<!',
			'*I* &lt;3 it &lt;!',
		],
		['HTML with declarations', '<!DOCTYPE html><?xml?><p>a</p>', 'a', 'a', 'a'],
		['an empty paragraph', '<p><br></p>', '', '', ''],
	])('%s', (_what, html, text, markdown, slack) => {
		expect(plainText(html, 'text')).toBe(text);
		expect(plainText(html, 'markdown')).toBe(markdown);
		expect(plainText(html, 'slack')).toBe(slack);
		expect(plainText(html, 'keep')).toBe(html);
	});
});

describe('a text without HTML keeps every character', () => {
	test.each([
		['5 < 6'],
		['5 < 6 > 3'],
		['a<b and c>d'],
		['I <3 you </3'],
		['<username> & <John@x.example>'],
		['AT&T, R&D, fish &chips;'],
		['https://a.example/?a=1&copy=2&lt=3'],
		['  two  blanks\n\n\nthree lines\t'],
		['x <script and y'],
		['<'],
		['&'],
		['<>'],
		['</>'],
		['< p >'],
		['100 % < 1/2'],
		['{{name}} <%= x %>'],
		['wow <!important'],
		['<?xml and more'],
		['<![CDATA[ breaks off'],
	])('%j', (text) => {
		expect(plainText(text, 'text')).toBe(text);
	});

	test.each(naughtyStrings.filter((text) => !/<[a-z!/]|&[a-z#\d]+;/i.test(text)))('%j', (text) => {
		expect(plainText(text, 'text')).toBe(text);
	});

	test('also as a localized text', () => {
		for (const value of naughtyStrings) {
			const RewardExternalName = { languages: [{ language: 'en', value }] };
			expect(localize({ RewardExternalName }, settings({ html: 'keep' }))).toEqual({
				RewardExternalName: value.trim() === '' ? '' : value,
			});
		}
	});
});

describe('Slack’s marks are left out where it would not take them for marks', () => {
	test.each([
		['これは<b>太字</b>です', 'これは太字です'],
		['<b>太字</b>です。', '太字です。'],
		['新<b>品</b>！', '新品！'],
		['これは <b>太字</b> です', 'これは *太字* です'],
		['un<b>believ</b>able', 'unbelievable'],
		['<b><i>x</i></b>y', 'xy'],
		['a.<b>x</b> <i>𠮷</i>𠮷', 'a.*x* 𠮷𠮷'],
		['(<b>x</b>), <i>y</i>!', '(*x*), _y_!'],
		['<p>一<b>二</b></p><p><b>三</b></p>', '一二\n\n*三*'],
		['一<a href="https://x.example"><b>二</b></a>三', '一<https://x.example|*二*>三'],
	])('%s', (html, expected) => {
		expect(plainText(html, 'slack')).toBe(expected);
	});
});

describe('in dialects, signs of the text stand for themselves', () => {
	test.each([
		['# a\n- b\n1. c', '\\# a\n\\- b\n1\\. c', '# a\n- b\n1. c'],
		['*a* _b_ `c` [d]', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\]', '*a* _b_ `c` [d]'],
		['5 < 6 & 7', '5 \\< 6 & 7', '5 &lt; 6 &amp; 7'],
		['<!channel>', '\\<!channel\\>', '&lt;!channel&gt;'],
	])('%j', (text, markdown, slack) => {
		expect(plainText(text, 'markdown')).toBe(markdown);
		expect(plainText(text, 'slack')).toBe(slack);
	});
});

describe('any text', () => {
	const handlings = ['text', 'markdown', 'slack'] as const;
	const piece = fc.constantFrom(
		...'<p> </p> <b> </b> <i> <a href="https://x.example"> </a> <ul> <ol> <li> </li> </ul> <br> <pre>'.split(
			' ',
		),
		...'<script> </script> <blockquote> </blockquote> <!-- --> <td> <h1> </h1> < > & &lt; &amp; " \n'.split(
			' ',
		),
		'word',
		' ',
		'</',
		'<code>',
		'<svg>',
	);

	test('is converted, whatever tags are in it', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				for (const handling of handlings) {
					const text = plainText(pieces.join(''), handling);
					if (pieces.includes('word') && !/<(?:script|svg|!--)/.test(pieces.join(''))) {
						expect(text).toContain('word');
					}
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('is converted, whatever characters are in it', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				fc.constantFrom(...handlings),
				(text, handling) => {
					expect(typeof plainText(text, handling)).toBe('string');
				},
			),
			{ numRuns: 500 },
		);
	});

	test.each([...HTML_PIECES, ['open tags, then end tags', `${'<b>'.repeat(50_000)}</i>`] as const])(
		'of many %s',
		(_what, piece) => {
			const html = `<p>${piece.repeat(Math.ceil(100_000 / piece.length))}`;
			for (const handling of handlings) expect(typeof plainText(html, handling)).toBe('string');
		},
	);
});
