/**
 * What a stranger can send any number of. The tests send many; that the time grows as they do is
 * measured by `npm run bench -- growth`.
 */

export const NAME = { languages: [{ language: 'de', value: 'Schiff' }] };

/** Pieces of HTML to repeat. */
export const HTML_PIECES: ReadonlyArray<readonly [what: string, piece: string]> = [
	['open tags', '<b>'],
	['open links', '<a href="https://x.example">x'],
	['lists in lists', '<ul><li>x'],
	['quotations in quotations', '<blockquote>x'],
	['end tags', '</b></i></p>'],
	['crossed tags', '<b><i></b></i>'],
	['half tags', '<p '],
	['half end tags', '</'],
	['comments', '<!--'],
	['attributes', '<a b="'],
	['less-than signs', '<'],
	['ampersands', '&'],
	['half entities', '&#'],
	['blanks', ' \n'],
	['cells', '<table><tr><td>x<td>y'],
	['preformatted lines', '<pre>\n\n'],
];

/** Values for a list or for the fields of an object. */
export const VALUES: ReadonlyArray<readonly [what: string, make: (index: number) => unknown]> = [
	['localized values', () => NAME],
	['texts', (index) => `<p>${index}</p>`],
	['numbers', (index) => index],
	['objects', () => ({})],
	['broken shapes', (index) => ({ language: 'de', value: index, type: 'enum', languages: {} })],
];

/** One value with many of something in it. */
export const LARGE_VALUES: ReadonlyArray<readonly [what: string, make: (size: number) => unknown]> =
	[
		['languages', (size) => ({ languages: listOf(size, (i) => ({ language: `x${i}` })) })],
		['entries', (size) => listOf(size, () => ({ language: 'fr', value: 'x' }))],
		[
			'keys of translations',
			(size) => listOf(size, (i) => ({ key: `k${i}`, locale: 'de', value: 'x' })),
		],
		[
			'options',
			(size) => ({ type: 'enum', value: 'x', options: listOf(size, () => ({ key: 1 })) }),
		],
		[
			'fields per language',
			(size) => Object.fromEntries(listOf(size, (i) => [`f${i}__i18n__de`, 'x'])),
		],
		[
			'letters in a language',
			(size) => ({ languages: [{ language: 'x'.repeat(size), value: 'x' }] }),
		],
		['letters in a code', (size) => ({ type: 'enum', value: 'aB_'.repeat(size), options: [] })],
	];

/** Wraps a value once more. */
export const WRAPPERS: ReadonlyArray<readonly [what: string, wrap: (inner: unknown) => unknown]> = [
	['objects', (inner) => ({ a: inner })],
	['lists', (inner) => [inner]],
	['languages in languages', (inner) => ({ languages: [{ language: 'de', value: inner }] })],
	['maps in maps', (inner) => ({ 'de-DE': inner })],
	['containers', (inner) => ({ values: inner })],
	['entries', (inner) => [{ language: 'de', value: inner }]],
	['payload items', (inner) => ({ key: 'a', type: 'i18n', value: inner })],
	['rows', (inner) => ({ translations: [{ locale: 'de', inner }] })],
];

export function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
	let value: unknown = NAME;
	for (let count = 0; count < depth; count++) value = wrap(value);
	return value;
}

export function listOf<T>(size: number, make: (index: number) => T): T[] {
	return Array.from({ length: size }, (_, index) => make(index));
}
