import { describe, expect, test } from '@jest/globals';

import { fieldKey } from '../../localization/enums/built-in-labels';
import { vendors } from '../../vendors';

const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'pl', 'tr'];

const sections = vendors.flatMap(({ id, labels = {} }) =>
	Object.entries(labels).map(([name, set]) => [`${id}.${name}`, set] as const),
);

const all = sections.flatMap(([section, set]) =>
	Object.entries(set.labels).map(
		([value, translations]) => [`${section}.${value}`, translations] as const,
	),
);

describe('the labels of the vendors', () => {
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

	test('no two sections claim one value of one field', () => {
		const claims = sections.flatMap(([, { fields, labels: set }]) =>
			[...new Set(fields.map(fieldKey))].flatMap((field) =>
				Object.keys(set).map((value) => `${field} ${value.toLowerCase()}`),
			),
		);
		expect(new Set(claims).size).toBe(claims.length);
	});
});
