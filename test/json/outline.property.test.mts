import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { outlineJson } from '../../json/outline';
import { isJsonObject } from '../../json/object';
import { pairsOf } from './pairs.mjs';
import { generatedCases } from '../generated-cases.mjs';
import { jsonText, padded } from '../any-json.mjs';

/** What JSON.parse makes of the text there. */
const parsedAt = (text: Buffer, [start, end]: readonly [number, number]): unknown =>
	JSON.parse(text.subarray(start, end).toString());

function depthOf(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** The list that is meant, as JSON.parse has it. */
function listIn(value: unknown): unknown[] | undefined {
	const list = isJsonObject(value) && Object.hasOwn(value, 'calls') ? value.calls : value;
	return Array.isArray(list) ? list : undefined;
}

describe('the outline of a JSON text, with JSON.parse as the oracle', () => {
	const cases = generatedCases(2_000);

	test('has each value where it lies', () => {
		fc.assert(
			fc.property(padded(jsonText), fc.boolean(), (json, hasMark) => {
				const text = Buffer.from((hasMark ? '\ufeff' : '') + json);
				const { root, elements } = outlineJson(text, 'calls');
				const value: unknown = JSON.parse(json);
				expect(parsedAt(text, root)).toEqual(value);
				expect(text.subarray(...root).toString()).toBe(
					json.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''),
				);
				const list = listIn(value);
				if (list) expect(pairsOf(elements).map((pair) => parsedAt(text, pair))).toEqual(list);
			}),
			cases,
		);
	});

	test('is as deep as the value, but for members that a repeated name has replaced', () => {
		fc.assert(
			fc.property(jsonText, (json) => {
				const { depth } = outlineJson(Buffer.from(json), 'calls');
				const value: unknown = JSON.parse(json);
				expect(depth).toBeGreaterThanOrEqual(depthOf(value));
				const compact = JSON.stringify(value);
				expect(outlineJson(Buffer.from(compact)).depth).toBe(depthOf(value));
			}),
			cases,
		);
	});

	test('ends for any bytes, with every value inside of them', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
				const { depth, root, elements } = outlineJson(bytes, 'calls');
				expect(depth).toBeLessThanOrEqual(bytes.length);
				for (const [start, end] of [root, ...pairsOf(elements)]) {
					expect(0 <= start && start <= end && end <= bytes.length).toBe(true);
				}
			}),
			cases,
		);
	});

	test('is the same wherever in memory the text lies', () => {
		fc.assert(
			fc.property(jsonText, fc.nat(7), (json, offset) => {
				const text = Buffer.from(json);
				const moved = Buffer.concat([Buffer.alloc(offset, '"'), text, Buffer.alloc(3, '"')]);
				const view = moved.subarray(offset, offset + text.length);
				expect(outlineJson(view, 'calls')).toEqual(outlineJson(text, 'calls'));
			}),
			cases,
		);
	});
});
