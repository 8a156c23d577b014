import { describe, expect, test } from '@jest/globals';

import type { ShapeFamily } from '../../localization/shapes/shape';
import { localize, settings } from './localized.mjs';

const EVERY_SHAPE: ShapeFamily[] = [
	'countryMaps',
	'enums',
	'fieldNames',
	'vendors',
	'jsonLd',
	'languageEntries',
	'languageMaps',
];

describe('what is no localized value passes untouched', () => {
	test.each<[string, unknown]>([
		['comments of people', [{ lang: 'en', content: 'Nice', author: 'Bob' }]],
		[
			'comments in two languages',
			[
				{ id: 1, lang: 'en', text: 'x' },
				{ id: 2, lang: 'de', text: 'y' },
			],
		],
		['a player’s language', { language: 'de', name: 'Mara' }],
		['a list of languages', { languages: ['en', 'de'] }],
		['languages a player speaks', { name: 'Mara', languages: [] }],
		[
			'languages of an audience',
			[
				{ language: 'en', value: 40 },
				{ language: 'de', value: 60 },
			],
		],
		[
			'rows of people',
			[
				{ language: 'en', name: 'Bob' },
				{ language: 'de', name: 'Mara' },
			],
		],
		['an object with an ID', { id: '42', to: 'Bob', is: 'new', no: '7' }],
		['units', { kg: '5', km: '7', ms: '3', mi: '2' }],
		['weekdays', { mon: '9-5', sat: 'closed', sun: 'closed' }],
		['a location', { lat: '47.3', lon: '8.5' }],
		['names and other fields', { en: 'Ship', price: '7' }],
		['one country', { GB: 'x' }],
		['no countries', { XY: 'x', QQ: 'y' }],
		[
			'options of a list',
			[
				{ key: 'a', label: 'A' },
				{ key: 'b', label: 'B' },
			],
		],
		['an enum’s type without a value', { type: 'enum' }],
		['an enum of objects', { type: 'enum', value: {}, displayValue: 'x' }],
		['a form field', { key: 'email', type: 'string', value: 'a@b.example', required: true }],
		['blocks of an editor', [{ _key: 'a1b2', _type: 'block', text: 'x' }]],
		['typed literals of JSON-LD', [{ '@value': '5', '@type': 'xsd:integer' }]],
		['fields with dashes', { 'built-in': 'a', 'check-in_at': 'b', 'opt-in_US': 'c' }],
		['one field with a suffix', { 'label-fr_FR': 'x' }],
		['an empty object', {}],
		['an empty list', []],
		['nested lists', [[[]], [{}]]],
		['languages that someone speaks', { languages: [{ language: 'English', fluency: 'Native' }] }],
		['languages with no text', { languages: [{ language: 'en', value: '' }, { language: 'de' }] }],
		[
			'shares in text',
			[
				{ language: 'en', value: '40' },
				{ language: 'de', value: '60%' },
			],
		],
		['no languages', { languages: [] }],
		['a form’s definition', [{ name: 'size', type: 'enum', options: ['S', 'M'] }]],
		['a setting with options', { key: 'm', type: 'enum', value: 'a', options: ['a', 'b'] }],
		['a setting with its options', { type: 'enum', value: 'a', options: ['a', 'b'] }],
		['a field with a default', { name: 'size', type: 'enum', value: 'S', required: true }],
		['an enum of no value', { type: 'enum', value: null, displayValue: 'x', options: [] }],
		['an enum of a blank value', { type: 'enum', value: ' ' }],
		[
			'rows in which a language comes twice',
			[
				{ language: 'en', text: 'Ann' },
				{ language: 'de', text: 'Bob' },
				{ language: 'EN', text: 'Cat' },
			],
		],
		['e-mail addresses by language', [{ language: 'en', text: 'ann@example.com' }]],
		['a person’s e-mail address', { language: 'de', value: 'ann@example.com' }],
		['with the name', { language: 'de', value: 'Ann Lee <ann@example.com>' }],
		['in the field name', { email_en: 'ann@example.com', email_de: 'bob@example.com' }],
		['fields of no text', { name_en: '', name_de: null }],
		['numbers by language', { price_en: '5', price_de: '6' }],
		['languages in the field name', { label_en: 'English', label_de: 'Deutsch' }],
		[
			'tracks of a film',
			[
				{ kind: 'subtitles', language: 'en', label: 'English' },
				{ kind: 'captions', language: 'de', label: 'German [CC]' },
			],
		],
		[
			'a record beside its other languages',
			{ title: 'Ship', locale: 'en', localizations: [{ title: 'Schiff', locale: 'de' }] },
		],
		[
			'a record beside its translations',
			{ title: 'Ship', language: 'en', translations: [{ title: 'Schiff', language: 'de' }] },
		],
		[
			'a record beside its text in other languages',
			{ text: 'Ship', lang: 'en', translations: [{ lang: 'de', text: 'Schiff' }] },
		],
		[
			'a record beside its texts by key',
			{
				title: 'Ship',
				locale: 'en',
				translations: [{ key: 'title', locale: 'de', value: 'Schiff' }],
			},
		],
		['a list of subscribers', { translations: [{ locale: 'de', done: true, progress: 7 }] }],
		['a value of no language', [{ locale: null, scope: null, data: 'Ship 7' }]],
		['a string of no language', { '@value': 'Ship 7', '@language': null }],
		['labels of no text', { key: 'small', label: { en: null } }],
		['a value beside options of others', { value: 'A', enumValues: [{ key: 'B' }] }],
		['translations that are none', { translations: ['a', 'b'] }],
		['translations without a language', { translations: [{ id: 1 }] }],
		['LiveLike', { badge_title: 'Winner', description: '<p>x</p>' }],
		['HTML in a plain text', '<b>x</b>'],
		['a value and its label', { value: 'a', label: 'A' }],
		['entries in an unknown language', [{ language: 'qqx1', value: 'x' }]],
		[
			'languages to choose from',
			[
				{ language: 'en', label: 'English' },
				{ language: 'de', label: 'Deutsch' },
			],
		],
		[
			'languages with the word for it',
			[
				{ language: 'id', label: 'Bahasa Indonesia' },
				{ language: 'pl', label: 'Język polski' },
			],
		],
		['one language to choose from', [{ locale: 'en', label: 'English' }]],
		['languages by their codes', { eng: 'English', nld: 'Dutch', pap: 'Papiamento' }],
		['a language by its code', { por: 'Portuguese' }],
		['countries by their codes', { GB: 'Vereinigtes Königreich', DE: 'Deutschland' }],
		['an entry with two texts', [{ language: 'en', value: 'x', text: 'y' }]],
		['an entry with two languages', [{ language: 'en', locale: 'de', value: 'x' }]],
		['a key with a plain label in a list', { key: 'a', label: { color: 'red' } }],
	])('%s', (_what, value) => {
		const item = { field: value, other: [value] };
		expect(localize(item, settings({ shapes: EVERY_SHAPE }))).toBe(item);
	});

	test.each<[string, object]>([
		['a date', new Date(0)],
		['a map', new Map([['languages', []]])],
		['bytes', new Uint8Array(3)],
		[
			'an instance',
			new (class Named {
				languages = [];
			})(),
		],
	])('%s', (_what, value) => {
		const item = { field: value };
		expect(localize(item, settings({ shapes: EVERY_SHAPE }))).toBe(item);
	});
});
