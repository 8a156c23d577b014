import { describe, expect, test } from '@jest/globals';

import { BuiltInLabels, fieldKey } from '../../localization/enums/built-in-labels';
import { languagePreference } from '../../localization/language/language-preference';
import { LocalizeFields } from '../../nodes/LocalizeFields/LocalizeFields.node';
import { vendors } from '../../vendors';
import { documentedValues } from '../vendors/documented-values.mjs';

const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'pl', 'tr'];

const sections = vendors.flatMap(({ id, labels = {} }) =>
	Object.entries(labels).map(([name, set]) => [`${id}.${name}`, set] as const),
);

const all = sections.flatMap(([section, set]) =>
	Object.entries(set.labels).map(
		([value, translations]) => [`${section}.${value}`, translations] as const,
	),
);

const fields = new Set(sections.flatMap(([, set]) => set.fields.map(fieldKey)));

/** Each text of a delivery with the path to its field, and the choices of Gamanza's enums. */
function codedValues(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (Array.isArray(value)) return value.flatMap((element) => codedValues(element, path));
	if (typeof value !== 'object' || value === null) return [];
	if ('options' in value && 'key' in value && Array.isArray(value.options)) {
		return value.options.map((option: { value: string }) => [String(value.key), option.value]);
	}
	return Object.entries(value).flatMap(([name, inner]) =>
		codedValues(inner, path === '' ? name : `${path}.${name}`),
	);
}

describe('the labels of the vendors', () => {
	test('the editor says in which languages there are any', () => {
		const { properties } = new LocalizeFields().description;
		const description = properties.find(({ name }) => name === 'enumOutput')?.description;
		const languages = new Intl.DisplayNames(['en'], { type: 'language' });
		const named = LANGUAGES.map((tag) => languages.of(tag) ?? tag);
		expect(description).toContain(new Intl.ListFormat('en-GB').format(named));
	});

	test.each(all)('%s has a label in each language', (_name, translations) => {
		const languages = Object.keys(translations);
		expect(languages.slice(0, LANGUAGES.length)).toEqual(LANGUAGES);
		for (const language of languages) {
			expect(Intl.getCanonicalLocales(language)).toEqual([language]);
		}
		for (const text of Object.values(translations)) {
			expect(text).toBe(text.trim());
			expect(text).toBe(text.normalize('NFC'));
			expect(text).not.toMatch(/['"]|^$/);
			expect(text.charAt(0)).toBe(text.charAt(0).toUpperCase());
		}
	});

	test.each(sections)('%s says what it means and where it stands', (_name, set) => {
		expect(set.meaning).toMatch(/\.$/);
		expect(set.fields.length).toBeGreaterThan(0);
	});

	const builtIn = new BuiltInLabels(vendors.map(({ labels = {} }) => labels));

	/** The languages of the ten in which a value of a field has no label. */
	const missing = (field: string, value: string) =>
		LANGUAGES.filter((language) => {
			const label = builtIn.ofField([field], value, languagePreference(language, ''));
			return label?.language !== language;
		});

	test.each(
		Object.entries(documentedValues).flatMap(([field, values]) =>
			values.map((value) => [field, value] as const),
		),
	)('%s: %s, which is documented, has a label in each language', (field, value) => {
		expect(missing(field, value)).toEqual([]);
	});

	test.each(
		vendors.flatMap((vendor) =>
			vendor.catalogue.map((row) => [row.name, vendor.sampleDelivery(row)] as const),
		),
	)('%s: each coded value of its sample has a label in each language', (_name, delivery) => {
		const coded = codedValues(delivery).filter(
			// Appcharge documents only two reasons, of one event; any other is a code of its own
			([field]) => field !== 'reason' && fields.has(fieldKey(field)),
		);
		for (const [field, value] of coded) expect([value, missing(field, value)]).toEqual([value, []]);
	});

	test('no two sections claim one value of one field', () => {
		const claims = sections.flatMap(([, { fields, labels: set }]) =>
			[...new Set(fields.map(fieldKey))].flatMap((field) =>
				Object.keys(set).map((value) => `${field} ${value.toLowerCase()}`),
			),
		);
		expect(new Set(claims).size).toBe(claims.length);
	});
});
