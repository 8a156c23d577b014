import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isKnownLanguage } from '../../localization/language/language-tag';
import { isPlainObject } from '../../json/object';
import { Recogniser } from '../../localization/shapes/recogniser';
import { anySettings, item, localizedValue } from './arbitraries.mjs';
import { DEFAULT_SHAPES, localize, settings, vendorValues } from './localized.mjs';

const RUNS = { numRuns: 500 };

describe('for any item and settings', () => {
	test('localizing never fails, and gives JSON for JSON', () => {
		fc.assert(
			fc.property(item, anySettings, (json, wish) => {
				const plain = localize(json, wish);
				expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
			}),
			RUNS,
		);
	});

	test('the item is not changed', () => {
		fc.assert(
			fc.property(item, anySettings, (json, wish) => {
				const before = JSON.stringify(json);
				localize(deepFrozen(json), wish);
				expect(JSON.stringify(json)).toBe(before);
			}),
			RUNS,
		);
	});

	test('localizing twice changes nothing more', () => {
		fc.assert(
			fc.property(item, anySettings, (json, wish) => {
				const once = localize(json, wish);
				expect(localize(once, wish)).toEqual(once);
			}),
			RUNS,
		);
	});
});

describe('for any item and default settings', () => {
	test('no localized shape is left', () => {
		fc.assert(
			fc.property(item, fc.constantFrom('en', 'de', 'ja'), (json, language) => {
				expect(shapesIn(localize(json, settings({ language })))).toEqual([]);
			}),
			RUNS,
		);
	});

	test('other values are kept, and shared where nothing in them changes', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), item, (other, json) => {
				const untouched = shapesIn(other).length === 0;
				fc.pre(untouched && Object.keys(other).length > 0);
				expect(localize(other, settings())).toBe(other);
				const plain = localize({ ...json, other }, settings());
				expect(plain.other).toBe(other);
			}),
			{ numRuns: 500 },
		);
	});

	test('an item with no text in a language comes out unchanged', () => {
		fc.assert(
			fc.property(item, fc.constantFrom('en', 'de', 'ja'), (json, language) => {
				const silent = withoutTexts(json);
				expect(localize(silent, settings({ language }))).toEqual(silent);
			}),
			RUNS,
		);
	});

	test('whatever is replaced had a text in a language, and what comes out was in it', () => {
		fc.assert(
			fc.property(item, fc.constantFrom('en', 'de', 'ja'), (json, language) => {
				const plain = localize(json, settings({ language, html: 'keep' }));
				for (const [before, after] of replaced(json, plain)) {
					if (hasCodes(before)) continue;
					expect(hasTextInLanguage(before)).toBe(true);
					const texts = textsIn(before);
					for (const text of textsIn(after)) expect(texts).toContain(text);
				}
			}),
			RUNS,
		);
	});

	test('a text is one that came in', () => {
		fc.assert(
			fc.property(localizedValue, fc.constantFrom('en', 'de', 'ja'), (value, language) => {
				fc.pre(!isEnum(value));
				const wish = settings({ language, html: 'keep' });
				const { field } = localize({ field: value }, wish);
				if (typeof field === 'string' && field !== '') expect(textsIn(value)).toContain(field);
			}),
			RUNS,
		);
	});
});

function isEnum(value: unknown): boolean {
	return isPlainObject(value) && (value.type === 'enum' || 'label' in value);
}

function deepFrozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFrozen);
	return Object.freeze(value);
}

const recogniser = new Recogniser(DEFAULT_SHAPES, vendorValues.shapes);

/** The localized values in some JSON, found without the walk under test. */
function shapesIn(value: unknown, field = '', owner?: Record<string, unknown>): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	const found = recogniser.recognise(value, { field, owner });
	if (found && found.kind !== 'fields' && owner !== undefined) return [value];
	if (Array.isArray(value)) return value.flatMap((element) => shapesIn(element, field));
	if (!isPlainObject(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => shapesIn(child, key, value));
}

const LANGUAGE_NAMES = ['language', 'locale', '@language', 'languageCode'];

/** The same with blanks in the place of texts that have a language beside them, and no codes. */
function withoutTexts<T>(value: T): T {
	const silent = JSON.stringify(value, (key, member: unknown) => {
		if (key === 'type' || key === 'label') return undefined;
		return typeof member === 'string' && !LANGUAGE_NAMES.includes(key) ? ' ' : member;
	});
	return JSON.parse(silent) as T;
}

/** The values of which not even the kind has stayed, with what has become of them. */
function replaced(before: unknown, after: unknown): [unknown, unknown][] {
	if (before === after) return [];
	if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
		return before.flatMap((element, at) => replaced(element, after[at]));
	}
	if (!isPlainObject(before) || !isPlainObject(after)) return [[before, after]];
	const names = Object.keys(before);
	if (
		names.length !== Object.keys(after).length ||
		!names.every((name) => Object.hasOwn(after, name))
	)
		return [[before, after]];
	// Of a payload's item the type changes, too
	return names.flatMap((name) => (name === 'type' ? [] : replaced(before[name], after[name])));
}

function hasCodes(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return isEnum(value) || Object.values(value).some(hasCodes);
}

function hasTextInLanguage(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const members = Object.entries(value);
	const language = members.find(([name]) => LANGUAGE_NAMES.includes(name))?.[1];
	const isInLanguage = typeof language === 'string' && isKnownLanguage(language);
	const hasText = members.some(
		([name, text]) => typeof text === 'string' && name !== 'language' && /\S/.test(text),
	);
	return (isInLanguage && hasText) || members.some(([, member]) => hasTextInLanguage(member));
}

function textsIn(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [value];
	return Object.values(value).flatMap(textsIn);
}
