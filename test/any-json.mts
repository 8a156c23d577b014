import fc from 'fast-check';

import type { JsonObject } from '../json/object';

/** Names that have tripped code before, beside some that a vendor sends and any others. */
export const names = fc.oneof(
	fc.constantFrom(
		'__proto__',
		'constructor',
		'prototype',
		'toString',
		'valueOf',
		'hasOwnProperty',
		'__defineGetter__',
		'length',
		'json',
	),
	fc.constantFrom('eventType', 'eventTime', 'playerId', 'eventKey', 'original', 'schemaIssues'),
	fc.constantFrom('a', 'a_a', 'a_2', 'a_a_2', '', '_', '0', '1', 'a.b', 'name', 'at', 'calls'),
	fc.string({ unit: 'grapheme', maxLength: 8 }).map((name) => name.replaceAll('\0', '')),
);

export const leaves = fc.oneof(
	fc.constant(null),
	fc.boolean(),
	fc.integer(),
	// Integers beyond a double's and U+0000, which no output keeps as they are, have tests of their own.
	fc
		.double({ noNaN: true, noDefaultInfinity: true })
		.map((number) =>
			Number.isInteger(number) && !Number.isSafeInteger(number) ? 1e15 : number + 0,
		),
	fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
	fc.constantFrom('', '12.50', 'true', '12345678901234567890', '2025-06-02T17:45:20.913Z', 'abc'),
);

/**
 * Any JSON made of such names and leaves, as JSON.parse makes it: names such as `__proto__` are own
 * members.
 */
export function jsonOf(memberNames: fc.Arbitrary<string>, ofLeaves: fc.Arbitrary<unknown>) {
	return fc.letrec<{ json: unknown; object: JsonObject }>((tie) => ({
		json: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			ofLeaves,
			fc.array(tie('json'), { maxLength: 4 }),
			tie('object'),
		),
		object: fc
			.array(fc.tuple(memberNames, tie('json')), { maxLength: 6 })
			.map((members): JsonObject => Object.fromEntries(members)),
	}));
}

const { json, object } = jsonOf(names, leaves);

/** Any JSON value, and any event. */
export { json, object as event };

/** A JSON text with the white space, escapes and repeated names that a serializer would not write. */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ text: string }>((tie) => ({
	text: fc.oneof(
		{ depthSize: 'small' },
		leaves.map((leaf) => JSON.stringify(leaf)),
		stringText(),
		listed('[', tie('text'), ']'),
		listed('{', member(tie('text')), '}'),
	),
})).text;

function listed(open: string, element: fc.Arbitrary<string>, close: string) {
	return fc
		.tuple(whiteSpace(), fc.array(padded(element), { maxLength: 4 }))
		.map(([space, elements]) => open + (elements.length > 0 ? elements.join(',') : space) + close);
}

function member(value: fc.Arbitrary<string>) {
	const name = fc.oneof(stringText(), fc.constantFrom('"calls"', '"\\u0063alls"', '"call\\u0073"'));
	return fc.tuple(padded(name), padded(value)).map((pair) => pair.join(':'));
}

export function padded(text: fc.Arbitrary<string>) {
	return fc.tuple(whiteSpace(), text, whiteSpace()).map((parts) => parts.join(''));
}

function whiteSpace() {
	return fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 2 });
}

/** A string as JSON may write it: each character plain or as an escape. */
function stringText() {
	const character = fc
		.tuple(
			fc.oneof(
				fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
				fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', ':', '/', 'é', '🚢'),
			),
			fc.boolean(),
		)
		.map(([text, isEscaped]) =>
			isEscaped
				? [...Array(text.length).keys()]
						.map((index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`)
						.join('')
				: JSON.stringify(text).slice(1, -1),
		);
	return fc.array(character, { maxLength: 9 }).map((characters) => `"${characters.join('')}"`);
}
