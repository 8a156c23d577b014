import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readSender } from '../../delivery/ip-address';
import { checkAddress } from '../../delivery/ip-allowlist';
import { generatedCases } from '../generated-cases.mjs';

const isAllowed = (address: string, ...list: string[]) => checkAddress(address, list) === undefined;

describe('checkAddress', () => {
	test('lets everybody pass without a list, and nobody with an empty one', () => {
		expect(checkAddress('203.0.113.7', undefined)).toBeUndefined();
		expect(checkAddress('', undefined)).toBeUndefined();
		expect(checkAddress('203.0.113.7', [])).toMatchObject({
			status: 403,
			reason: 'The IP allowlist is filled in, but names no address.',
		});
	});

	const allowed: Array<[address: string, ...list: string[]]> = [
		['203.0.113.7', '203.0.113.7'],
		['203.0.113.7', '198.51.100.0/24', '203.0.113.0/24'],
		['203.0.113.7', ' 203.0.113.7 '],
		['203.0.113.7', '203.0.113.7/32'],
		['203.0.113.7', '203.0.113.99/24'],
		['203.0.113.7', '0.0.0.0/0'],
		['::ffff:203.0.113.7', '203.0.113.7'],
		['::FFFF:CB00:7107', '203.0.113.7'],
		['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.0/24'],
		['203.0.113.7', '::ffff:203.0.113.7'],
		['203.0.113.7', '::ffff:203.0.113.0/120'],
		['203.0.113.7', '0:0:0:0:0:ffff:203.0.113.0/120'],
		['203.0.113.7:51234', '203.0.113.7'],
		['2001:db8::1', '2001:db8::/32'],
		['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
		['[2001:db8::1]:443', '2001:db8::1'],
		['fe80::1%eth0', 'fe80::/10'],
		['::1', '::1/128'],
	];
	test.each(allowed)('lets %s pass', (...[address, ...list]) => {
		expect(isAllowed(address, ...list)).toBe(true);
	});

	const refused: Array<[address: string, ...list: string[]]> = [
		['203.0.113.8', '203.0.113.7'],
		['203.0.114.7', '203.0.113.0/24'],
		['::ffff:203.0.113.8', '203.0.113.7'],
		['203.0.113.8', '::ffff:203.0.113.7'],
		['203.0.113.8', '::ffff:203.0.113.7/128'],
		['2001:db9::1', '2001:db8::/32'],
		['203.0.113.7', '::/0'],
		['2001:db8::1', '0.0.0.0/0'],
		['', '0.0.0.0/0', '::/0'],
		['unknown', '0.0.0.0/0', '::/0'],
		['203.0.113.7, 198.51.100.1', '203.0.113.7'],
		['203.0.113.7\n', '203.0.113.7'],
		['0xcb.0.113.7', '203.0.113.7'],
		['0313.0.113.7', '203.0.113.7'],
		['203.0.28935', '203.0.113.7'],
		['3405803783', '203.0.113.7'],
		['203.0.113.7', '203.0.113.0/33'],
		['203.0.113.7', '203.0.113.0/-1'],
		['203.0.113.7', '203.0.113.0/'],
		['203.0.113.7', '203.0.113.0/24/24'],
		['203.0.113.7', '203.0.113.0/2 4'],
		['203.0.113.7', '203.0.113'],
		['203.0.113.7', '203.0.113.*'],
		['203.0.113.7', '203.0.113.7:80'],
		['203.0.113.7', '::ffff:203.0.113.0/95'],
		['203.0.113.7', '203/8'],
		['203.0.113.7', 'example.com'],
		['2001:db8::1', '2001:db8::/129'],
		['2001:db8::1', '2001:db8::1%eth0'],
		['2001:db8::1', '[2001:db8::1]'],
	];
	test.each(refused)('refuses %s', (...[address, ...list]) => {
		expect(isAllowed(address, ...list)).toBe(false);
	});

	test('tells the operator which entries cannot be read', () => {
		expect(checkAddress('203.0.113.7', ['198.51.100.0/24', 'example.com', '10/8'])).toMatchObject({
			status: 403,
			category: 'address',
			reason: expect.stringContaining('example.com, 10/8'),
		});
	});

	test('agrees with plain arithmetic on IPv4', () => {
		const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
		fc.assert(
			fc.property(octets, octets, fc.nat(32), fc.boolean(), (one, other, length, isMapped) => {
				const bits = (parts: readonly number[]) => parts.reduce((sum, part) => sum * 256 + part, 0);
				const size = 2 ** (32 - length);
				const expected = Math.floor(bits(one) / size) === Math.floor(bits(other) / size);
				const address = `${isMapped ? '::ffff:' : ''}${one.join('.')}`;
				expect(isAllowed(address, `${other.join('.')}/${length}`)).toBe(expected);
			}),
			generatedCases(500),
		);
	});

	test('takes any text for an address or an entry without a throw, and soon', () => {
		const text = fc.oneof(
			fc.string({ maxLength: 2_000 }),
			fc.ipV6(),
			fc.stringMatching(/^[0-9a-f:.%/[\]]{0,60}$/),
		);
		fc.assert(
			fc.property(text, text, (address, entry) => {
				checkAddress(address, [entry]);
			}),
			generatedCases(500),
		);
		expect(isAllowed('1.'.repeat(1_000_000), '::1')).toBe(false);
		expect(isAllowed('['.repeat(1_000_000), '::1')).toBe(false);
	});
});

describe('readSender', () => {
	test.each([
		['::ffff:203.0.113.7', '203.0.113.7'],
		['2001:DB8::0001', '2001:db8::1'],
		['203.0.113.7\r\nforged line', undefined],
		['\u001b[31m203.0.113.7', undefined],
		['x'.repeat(10_000), undefined],
	])('%j is %s', (text, expected) => {
		expect(readSender(text)?.toString()).toBe(expected);
	});
});
