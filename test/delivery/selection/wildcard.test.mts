import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { matchesWildcard } from '../../../delivery/selection/wildcard';
import { generatedCases } from '../../generated-cases.mjs';

describe('a wildcard', () => {
	test.each([
		['', '', true],
		['', '*', true],
		['a', '', false],
		['order.completed', 'order.*', true],
		['order.', 'order.*', true],
		['order', 'order.*', false],
		['preorder.completed', 'order.*', false],
		['order.dispute.opened', 'order.*.opened', true],
		['order.opened', 'order.*.opened', false],
		['order.dispute.opened', '*dispute*', true],
		['dispute', '*dispute*', true],
		['aXbXc', 'a*b*c', true],
		['acb', 'a*b*c', false],
		['abab', 'ab*ab', true],
		['ab', 'ab*ab', false],
		['aba', 'ab*ba', false],
		['a.b', 'a?b', false],
		['a.b', 'a.b', true],
		['axb', 'a.b', false],
		['order.completed', '**', true],
		['(a+)+', '(a+)+*', true],
		['ORDER.COMPLETED', 'order.*', false],
	])('%j against %j: %s', (name, pattern, isMatch) => {
		expect(matchesWildcard(name, pattern)).toBe(isMatch);
	});

	test('with many asterisks takes no time that grows with their number', () => {
		const pattern = '*a'.repeat(1000);
		expect(matchesWildcard('a'.repeat(100_000) + 'b', pattern)).toBe(false);
	});
});

/** A pattern as a regular expression, which some patterns could make slow. */
const wildcard = (pattern: string) =>
	new RegExp(
		`^${pattern
			.split('*')
			.map((piece) => piece.replaceAll('.', '\\.'))
			.join('.*')}$`,
		's',
	);

test('a wildcard means what a regular expression makes of it', () => {
	const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '\n'), maxLength: 8 });
	fc.assert(
		fc.property(text, text, (name, pattern) => {
			expect(matchesWildcard(name, pattern)).toBe(wildcard(pattern).test(name));
		}),
		generatedCases(5_000),
	);
});
