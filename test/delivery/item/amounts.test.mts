import { describe, expect, test } from '@jest/globals';

import { inMainUnits } from '../../../delivery/item/amounts';
import { amountIn, fieldsOf, group, listOf, number, required, text } from '../../../vendors/field';
import type { JsonObject } from '../../../json/object';
import type { CatalogueEvent } from '../../../vendors/vendor';

const price = amountIn({ member: 'currency' }, number('Price, in minor units', 2599));
const currency = text('Currency', 'EUR');

const purchase: CatalogueEvent = {
	name: 'purchase',
	group: 'Shop',
	title: 'Purchase',
	summary: 'Something was bought',
	status: 'current',
	confirmed: true,
	source: 'https://docs.shop.example/purchase',
	fields: fieldsOf({
		price,
		currency,
		fee: amountIn({ code: 'USD' }, number('Fee, in US cents', '50')),
		points: number('Points', 100),
		...required({
			order: group('The order', { price, currency, lines: listOf('Lines', { price, currency }) }),
		}),
	}),
};

const convert = (event: JsonObject, separator = '_') => inMainUnits(event, purchase, separator);

test.each<[string, JsonObject, JsonObject]>([
	['two decimals', { price: 2599, currency: 'EUR' }, { price: 25.99, currency: 'EUR' }],
	['no decimals', { price: 1200, currency: 'JPY' }, { price: 1200, currency: 'JPY' }],
	['three decimals', { price: 2599, currency: 'kwd' }, { price: 2.599, currency: 'kwd' }],
	[
		'two, though Intl has none',
		{ price: 1999, currency: 'HUF' },
		{ price: 19.99, currency: 'HUF' },
	],
	['an amount as text', { price: '2599', currency: 'EUR' }, { price: 25.99, currency: 'EUR' }],
	['a refund', { price: -2599, currency: 'EUR' }, { price: -25.99, currency: 'EUR' }],
	['a currency that is always the same', { fee: '50' }, { fee: 0.5 }],
	['nothing', { price: null, currency: 'EUR' }, { price: null, currency: 'EUR' }],
	['a blank text', { price: '', currency: 'EUR' }, { price: '', currency: 'EUR' }],
	[
		'other numbers',
		{ points: 100, gems: 7, currency: 'EUR' },
		{ points: 100, gems: 7, currency: 'EUR' },
	],
	[
		'an object',
		{ order: { price: 2599, currency: 'EUR', a: 1 } },
		{ order: { price: 25.99, currency: 'EUR', a: 1 } },
	],
	[
		'a list',
		{ order: { lines: [{ price: 1, currency: 'EUR' }, null, 'x', { price: 1, currency: 'JPY' }] } },
		{
			order: {
				lines: [{ price: 0.01, currency: 'EUR' }, null, 'x', { price: 1, currency: 'JPY' }],
			},
		},
	],
	['a list where an object is documented', { order: [] }, { order: [] }],
	['text where an object is documented', { order: 'x' }, { order: 'x' }],
])('%s', (_what, sent, converted) => {
	const before = structuredClone(sent);
	expect(convert(sent)).toEqual({ event: converted, amountsAsSent: [] });
	expect(sent).toEqual(before);
});

describe('an amount stays and its name is told', () => {
	test.each<[string, JsonObject, string[]]>([
		['no currency', { price: 2599 }, ['price']],
		['an unknown currency', { price: 2599, currency: 'DOUBLOON' }, ['price']],
		['a currency that is no text', { price: 2599, currency: { code: 'EUR' } }, ['price']],
		['a currency of another level', { currency: 'EUR', order: { price: 1 } }, ['order_price']],
		['no number', { price: '25,99', currency: 'EUR' }, ['price']],
		['an object', { price: { value: 2599 }, currency: 'EUR' }, ['price']],
		['more digits than a number has', { price: '9'.repeat(20), currency: 'EUR' }, ['price']],
		['a list, once', { order: { lines: [{ price: 1 }, { price: 2 }] } }, ['order_lines[].price']],
	])('%s', (_what, sent, asSent) => {
		expect(convert(sent)).toEqual({ event: sent, amountsAsSent: asSent });
	});

	test('with the separator between the parts', () => {
		expect(convert({ order: { price: 1 } }, '.').amountsAsSent).toEqual(['order.price']);
	});
});

test('own members of any name are plain data', () => {
	const sent: unknown = JSON.parse('{"__proto__":{"currency":"EUR"},"price":1}');
	expect(convert(sent as JsonObject)).toEqual({ event: sent, amountsAsSent: ['price'] });
	const sentToo: unknown = JSON.parse('{"__proto__":1,"price":1,"currency":"EUR"}');
	expect(JSON.stringify(convert(sentToo as JsonObject).event)).toBe(
		'{"__proto__":1,"price":0.01,"currency":"EUR"}',
	);
});

test('an event that no catalogue knows stays as it is', () => {
	const event = { price: 2599, currency: 'EUR' };
	expect(inMainUnits(event, undefined, '_')).toEqual({ event, amountsAsSent: [] });
});
