import { describe, expect, test } from '@jest/globals';

import { LARGE_VALUES, listOf, NAME, nested, VALUES, WRAPPERS } from '../../host/many.mjs';
import type { PlainObject } from '../../json/object';
import { DEFAULT_SHAPES, localize, settings } from './localized.mjs';
import { examples } from './shape-examples.mjs';

const GERMAN = settings({
	language: 'de',
	shapes: [...DEFAULT_SHAPES, 'languageMaps', 'fieldNames', 'documentedCodes', 'labelledKeys'],
	labels: [{ value: 'x', label: 'y' }],
	report: true,
});

describe('names that mean something in JavaScript are plain data', () => {
	test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', ''])('%j', (key) => {
		const item = parse(`{"a":{${JSON.stringify(key)}:${JSON.stringify(NAME)}}}`);
		const plain = localize(item, settings({ language: 'de' }));
		expect(JSON.stringify(plain)).toBe(`{"a":{${JSON.stringify(key)}:"Schiff"}}`);
		expect(Object.prototype).not.toHaveProperty('languages');
	});

	test('as a language, a key and a field of translations', () => {
		const item = parse(
			'{"a":[{"key":"__proto__","locale":"de","value":"x"}],' +
				'"b":[{"language":"__proto__","value":"x"}],"c":{"languages":[{"language":"constructor"}]}}',
		);
		expect(JSON.stringify(localize(item, settings()))).toBe(
			'{"a":{"__proto__":"x"},"b":[{"language":"__proto__","value":"x"}],"c":{"languages":[{"language":"constructor"}]}}',
		);
	});

	test('in the report', () => {
		const item = parse(`{"__proto__":${JSON.stringify(NAME)}}`);
		const { localization } = localize(item, GERMAN);
		expect(JSON.stringify(localization)).toBe('{"__proto__":{"language":"de","fallback":false}}');
	});

	test('in an object with no prototype', () => {
		const item: PlainObject = Object.assign(Object.create(null), { name: NAME });
		expect(localize(item, settings({ language: 'de' }))).toEqual({ name: 'Schiff' });
	});
});

test.each(WRAPPERS)('%s of any depth pass', (_what, wrap) => {
	const item = { item: nested(50_000, wrap) };
	expect(() => localize(item, GERMAN)).not.toThrow();
});

describe('data that contain themselves', () => {
	test('are gone through once', () => {
		const item: PlainObject = { name: NAME };
		item.self = item;
		item.list = [item, { item }];
		const plain = localize(item, settings({ language: 'de' }));
		expect(plain.name).toBe('Schiff');
		expect(plain.self).toBe(item);
	});

	test('in shapes of localized values', () => {
		const map: PlainObject = {};
		map['de-DE'] = map;
		const list: unknown[] = [];
		list.push(list);
		const entry: PlainObject = { language: 'de' };
		entry.value = { languages: [entry] };
		expect(() => localize({ map, list, entry }, GERMAN)).not.toThrow();
	});
});

describe('any number passes', () => {
	const SIZE = 50_000;

	test.each(VALUES)('of %s in a list and in an object', (_what, make) => {
		const list = listOf(SIZE, make);
		const object = Object.fromEntries(list.map((value, index) => [`field${index}`, value]));
		const plain = localize({ list, object }, GERMAN);
		expect(plain.list).toHaveLength(SIZE);
		expect(Object.keys(plain.object as PlainObject)).toHaveLength(SIZE);
	});

	test.each(LARGE_VALUES)('of %s', (_what, make) => {
		const value = make(SIZE);
		expect(() => localize({ value, list: [value] }, GERMAN)).not.toThrow();
	});
});

/** What a product sends, and what only several fields together are. */
const shapes: ReadonlyArray<readonly [string, unknown]> = [
	...examples.map(({ product, value }) => [product, value] as const),
	['a payload', [{ key: 'Name', type: 'i18n', value: NAME }]],
	['an enum', { type: 'enum', value: 'x', displayValue: 'X', options: [{ key: 'X', value: 'x' }] }],
	['rows', { translations: [{ locale: 'de', title: 'Schiff' }] }],
	['fields per language', { a: 'Ship', a__i18n__de: 'Schiff' }],
];

const ODD: readonly unknown[] = [
	null,
	undefined,
	0,
	'',
	'x',
	true,
	[],
	[null],
	[[]],
	{},
	{ a: {} },
];

/** A value as it is with another one in the place of each of its parts; undefined leaves a part out. */
function* distorted(value: unknown): Generator<unknown> {
	const text = JSON.stringify(value);
	let parts = 0;
	JSON.parse(text, () => parts++);
	for (let place = 0; place < parts; place++) {
		for (const odd of ODD) {
			let part = 0;
			yield JSON.parse(text, (_name, old: unknown) => (part++ === place ? odd : old));
		}
	}
}

test.each(shapes)('%s with anything in the place of any part never fails', (_product, value) => {
	for (const field of distorted(value)) {
		for (const whenMissing of ['firstAvailable', 'empty', 'keep'] as const) {
			for (const enumOutput of ['label', 'value', 'both'] as const) {
				const wish = { ...GERMAN, whenMissing, enumOutput };
				expect(() => localize({ field }, wish)).not.toThrow();
			}
		}
	}
});

function parse(json: string): PlainObject {
	return JSON.parse(json) as PlainObject;
}
