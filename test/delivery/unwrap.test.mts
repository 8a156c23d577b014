import { describe, expect, test } from '@jest/globals';

import { unwrap } from '../../delivery/unwrap';

describe('the events of a body', () => {
	test.each<[string, unknown, readonly unknown[]]>([
		['a bare event', { name: 'a' }, [{ name: 'a' }]],
		['an empty object is an event', {}, [{}]],
		['a list of events', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }]],
		['an empty list', [], []],
		['a wrapped list', { calls: [{ a: 1 }, { a: 2 }] }, [{ a: 1 }, { a: 2 }]],
		['an empty wrapped list', { calls: [] }, []],
		['a list with something else in it', [1, { a: 1 }, null], [1, { a: 1 }, null]],
		['a wrapper that holds no list', { calls: { a: 1 } }, [{ calls: { a: 1 } }]],
		['a wrapper that holds no objects', { calls: [1, 2] }, [{ calls: [1, 2] }]],
		['a wrapper of another name', { events: [{}] }, [{ events: [{}] }]],
		['a wrapper in a wrapper', { calls: [{ calls: [{}] }] }, [{ calls: [{}] }]],
	])('%s', (_what, body, events) => {
		expect(unwrap(body, 'calls')?.events).toEqual(events);
	});

	test.each([null, true, 7, 'text', [1, 2], [[{}]], [null], undefined])('are not in %j', (body) => {
		expect(unwrap(body, 'calls')).toBeUndefined();
	});

	test('are not searched in a member where the vendor has no wrapper', () => {
		expect(unwrap({ undefined: [{}] }, undefined)?.events).toEqual([{ undefined: [{}] }]);
	});

	test('are not taken from what every object inherits', () => {
		expect(unwrap({ a: 1 }, 'constructor')?.events).toEqual([{ a: 1 }]);
	});
});

describe('what stands beside a wrapped list', () => {
	test('is the envelope', () => {
		const body: unknown = JSON.parse('{"v":1,"calls":[{}],"__proto__":{"x":2},"a":[{}]}');
		const envelope = unwrap(body, 'calls')?.envelope ?? {};
		expect(Object.entries(envelope)).toEqual([
			['v', 1],
			['__proto__', { x: 2 }],
			['a', [{}]],
		]);
		expect(Object.getPrototypeOf(envelope)).toBe(Object.prototype);
	});

	test.each<[string, unknown]>([
		['nothing beside it', { calls: [{}] }],
		['a bare event', { a: 1 }],
		['a list', [{}]],
	])('is undefined for %s', (_what, body) => {
		expect(unwrap(body, 'calls')?.envelope).toBeUndefined();
	});
});
