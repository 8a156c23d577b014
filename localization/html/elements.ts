/** What an element does to the text around it. */
export type ElementRole =
	| 'block'
	| 'break'
	| 'cell'
	| 'code'
	| 'heading'
	| 'hidden'
	| 'image'
	| 'inline'
	| 'italic'
	| 'item'
	| 'line'
	| 'link'
	| 'list'
	| 'paragraph'
	| 'preformatted'
	| 'quotation'
	| 'rule'
	| 'strike'
	| 'strong';

const NAMES: Readonly<Record<ElementRole, string>> = {
	block:
		'address article aside body center dd details dialog dir div dl dt fieldset figcaption figure ' +
		'footer form header hgroup html legend main nav noscript optgroup option section summary',
	break: 'br',
	cell: 'td th',
	code: 'code kbd samp tt',
	heading: 'h1 h2 h3 h4 h5 h6',
	hidden:
		'applet area audio base canvas col colgroup datalist embed head iframe link map math meta ' +
		'noembed noframes object param script source style svg template title track video wbr',
	image: 'img',
	inline:
		'abbr acronym bdi bdo big button data dfn font input ins label mark meter o:p output progress ' +
		'q rp rt ruby select small span sub sup tbody textarea tfoot thead time u',
	italic: 'cite em i var',
	item: 'li',
	line: 'caption tr',
	link: 'a',
	list: 'menu ol ul',
	paragraph: 'p table',
	preformatted: 'listing pre xmp',
	quotation: 'blockquote',
	rule: 'hr',
	strike: 'del s strike',
	strong: 'b strong',
};

const VOID = 'area base br col embed hr img input link meta param source track wbr'.split(' ');

const END_TAG_OPTIONAL =
	'body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr'.split(' ');

/** An element of HTML. */
export interface HtmlElement {
	/** in lower case */
	readonly name: string;
	readonly role: ElementRole;
	/** Whether it has no content, and so no end tag. */
	readonly isVoid: boolean;
	/** Whether it is HTML also where its end tag is missing. */
	readonly isEndOptional: boolean;
}

/** The elements of HTML by name, old ones included. Other names are no HTML. */
export const ELEMENTS: ReadonlyMap<string, HtmlElement> = new Map(
	(Object.keys(NAMES) as ElementRole[]).flatMap((role) =>
		NAMES[role].split(' ').map((name): [string, HtmlElement] => {
			const isVoid = VOID.includes(name);
			const isEndOptional = isVoid || END_TAG_OPTIONAL.includes(name);
			return [name, { name, role, isVoid, isEndOptional }];
		}),
	),
);

const INLINE_ROLES: readonly ElementRole[] = [
	'code',
	'image',
	'inline',
	'italic',
	'link',
	'strike',
	'strong',
];

const LINE_ELEMENTS = [...ELEMENTS.values()].filter(({ role }) => !INLINE_ROLES.includes(role));

const LINE_TAG = new RegExp(`<(?:${LINE_ELEMENTS.map(({ name }) => name).join('|')})[\\s/>]`, 'i');

/**
 * Whether HTML has elements that make lines. Where it has none, as in messages of push services, its
 * line breaks are meant.
 */
export function hasLineElements(html: string): boolean {
	return LINE_TAG.test(html);
}
