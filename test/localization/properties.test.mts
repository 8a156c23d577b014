import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isPlainObject } from '../../json/object';
import { Recogniser } from '../../localization/shapes/recogniser';
import { DEFAULT_SHAPES } from '../../localization/settings';
import { anySettings, item, localizedValue } from './arbitraries.mjs';
import { localize, settings, vendorValues } from './localized.mjs';

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

function textsIn(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [value];
	return Object.values(value).flatMap(textsIn);
}
