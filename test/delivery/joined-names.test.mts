import { describe, expect, test } from '@jest/globals';

import {
	JoinedNames,
	joinedNamesWith,
	LONGEST_REMEMBERED,
	MOST_NAMES,
	MOST_SEPARATORS,
} from '../../delivery/joined-names';

describe('names', () => {
	test.each([
		['customer', 'id', '_', 'customer_id'],
		['', '', '_', '_'],
		['a', '__proto__', '.', 'a.__proto__'],
		['__proto__', 'constructor', '', '__proto__constructor'],
		['a'.repeat(LONGEST_REMEMBERED), 'b', '_', `${'a'.repeat(LONGEST_REMEMBERED)}_b`],
		['a'.repeat(LONGEST_REMEMBERED + 1), 'b', '_', `${'a'.repeat(LONGEST_REMEMBERED + 1)}_b`],
	])('%.20s and %s are joined with %j', (prefix, member, separator, name) => {
		const names = new JoinedNames(separator);
		expect(names.under(prefix).join(member)).toBe(name);
		expect(names.under(prefix).join(member)).toBe(name);
	});

	test('with different separators do not mix', () => {
		expect(joinedNamesWith('_').under('a').join('b')).toBe('a_b');
		expect(joinedNamesWith('.').under('a').join('b')).toBe('a.b');
		expect(joinedNamesWith('_').under('a').join('b')).toBe('a_b');
	});
});

describe('what is remembered', () => {
	test('is found again', () => {
		const names = new JoinedNames('_');
		expect(names.under('a')).toBe(names.under('a'));
		expect(joinedNamesWith('_')).toBe(joinedNamesWith('_'));
	});

	test('is forgotten when there are too many names', () => {
		const names = new JoinedNames('_');
		const first = names.under('a');
		for (let count = 1; count < MOST_NAMES; count++) names.under('a').join(`member${count}`);
		expect(names.under('a')).toBe(first);
		first.join('one more');
		expect(names.under('a')).not.toBe(first);
		expect(names.under('a').join('member1')).toBe('a_member1');
	});

	test('is forgotten when there are too many objects without members', () => {
		const names = new JoinedNames('_');
		const first = names.under('first');
		for (let count = 0; count < MOST_NAMES; count++) names.under(`object${count}`);
		expect(names.under('first')).not.toBe(first);
	});

	test('is forgotten when there are too many separators', () => {
		const first = joinedNamesWith('first');
		for (let count = 0; count < MOST_SEPARATORS; count++) joinedNamesWith(`separator ${count}`);
		expect(joinedNamesWith('first')).not.toBe(first);
	});

	test('is nothing under a name that is too long', () => {
		const names = new JoinedNames('_');
		const long = 'a'.repeat(LONGEST_REMEMBERED + 1);
		expect(names.under(long)).not.toBe(names.under(long));
	});
});
