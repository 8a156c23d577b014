import { describe, expect, test } from '@jest/globals';

import { outlineJson } from '../../json/outline';
import { pairsOf } from './pairs.mjs';

/** The outline with the text of each span in place of where it lies. */
function outlined(json: string | Buffer, wrapper?: string) {
	const text = Buffer.from(json);
	const { depth, root, elements } = outlineJson(text, wrapper);
	const textAt = (start: number, end: number) => text.subarray(start, end).toString();
	return {
		depth,
		root: textAt(...root),
		elements: pairsOf(elements).map((pair) => textAt(...pair)),
	};
}

describe('depth', () => {
	test.each([
		['null', 0],
		['"[{"', 0],
		['{}', 1],
		['[]', 1],
		['[[],[[]]]', 3],
		['{"a":{"b":[{}]},"c":1}', 4],
		['{"a":"]]]}}}","b":{}}', 2],
		[String.raw`{"a":"\"[[[","b":"\\"}`, 1],
		['[{},{},{}]', 2],
	])('of %s is %i', (json, depth) => {
		expect(outlined(json).depth).toBe(depth);
	});

	test('of 100,000 lists is counted without recursion', () => {
		const json = '['.repeat(100_000) + ']'.repeat(100_000);
		expect(outlineJson(Buffer.from(json)).depth).toBe(100_000);
	});
});

describe('the root', () => {
	test.each([
		[' \r\n\t{"a" : 1}\n ', '{"a" : 1}'],
		['\ufeff{"a":1}', '{"a":1}'],
		['\ufeff [1] ', '[1]'],
		['"\ufeff"', '"\ufeff"'],
		[' 7 ', '7'],
	])('of %j is %j', (json, root) => {
		expect(outlined(json).root).toBe(root);
	});
});

describe('the elements of a list at the top', () => {
	test.each([
		['[]', []],
		['[ ]', []],
		['[1]', ['1']],
		['[ {"a": 1} ,\n[2, 3],"x,]" , null ]', ['{"a": 1}', '[2, 3]', '"x,]"', 'null']],
		['[{"calls":[{}]}]', ['{"calls":[{}]}']],
		['[[1],[2]]', ['[1]', '[2]']],
		['["é","🚢"]', ['"é"', '"🚢"']],
	])('of %s', (json, elements) => {
		expect(outlined(json, 'calls').elements).toEqual(elements);
	});
});

describe('the elements of the wrapped list', () => {
	test.each([
		['the only member', '{"calls":[{"a":[1,2]},{}]}', ['{"a":[1,2]}', '{}']],
		['among others', '{"x":[0],"calls" : [ 1 , 2 ] ,"y":[9,9]}', ['1', '2']],
		['empty', '{"calls":[]}', []],
		['no list', '{"calls":{"calls":[1]}}', []],
		['deeper', '{"x":{"calls":[1]}}', []],
		['another name', '{"call":[1],"callss":[2],"Calls":[3]}', []],
		['its name as a value', '{"x":"calls","y":[1]}', []],
		['repeated: the last counts', '{"calls":[1,2],"calls":[3]}', ['3']],
		['its name written with escapes', String.raw`{"\u0063all\u0073":[1]}`, ['1']],
		[
			'repeated with and without escapes: the last counts',
			String.raw`{"calls":[1],"c\u0061lls":[2]}`,
			['2'],
		],
		['a name with an escaped quote', String.raw`{"\"calls":[1]}`, []],
	])('%s', (_what, json, elements) => {
		expect(outlined(json, 'calls').elements).toEqual(elements);
	});

	test('a wrapper whose name needs escapes is found', () => {
		expect(outlined(String.raw`{"a\"b":[1]}`, 'a"b').elements).toEqual(['1']);
		expect(outlined(String.raw`{"a\u0022b":[1]}`, 'a"b').elements).toEqual(['1']);
	});

	test('there are none where no wrapper is meant', () => {
		expect(outlined('{"calls":[1]}').elements).toEqual([]);
		expect(outlined('{"":[1]}').elements).toEqual([]);
	});
});

describe('what is no JSON', () => {
	test.each(['', ' ', '"', '"\\', '[', '[1', ']', '}}}', '{"a', '[,]', '\ufeff', '{]', '[1,'])(
		'%j ends in some outline',
		(text) => {
			const { root, elements } = outlineJson(Buffer.from(text), 'a');
			for (const [start, end] of [root, ...pairsOf(elements)]) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThanOrEqual(start);
				expect(end).toBeLessThanOrEqual(Buffer.byteLength(text));
			}
		},
	);
});
