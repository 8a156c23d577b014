import { describe, expect, test } from '@jest/globals';

import { readableCode } from '../../localization/enums/readable-code';
import type { OwnLabel } from '../../localization/enums/own-labels';
import { DEFAULT_SHAPES, localize, localized, settings, type Wish } from './localized.mjs';

const OPTIONS = [
	{ key: 'OutOfStock', value: 'out_of_stock' },
	{ key: 'Shipped', value: 'shipped' },
	{ key: 'OnItsWay', value: 'on_its_way' },
];

function orderStatus(value: unknown, displayValue?: unknown) {
	return { type: 'enum', value, displayValue, options: OPTIONS };
}

describe('the label of a Gamanza enum is', () => {
	test.each<[string, unknown, Partial<Wish>, string]>([
		['the built-in one', orderStatus('out_of_stock', 'Out Of Stock'), {}, 'Out of stock'],
		['in the language', orderStatus('out_of_stock'), { language: 'it' }, 'Articolo esaurito'],
		['in a regional language', orderStatus('shipped'), { language: 'es-MX' }, 'Enviado'],
		['in a fallback language', orderStatus('shipped'), { language: 'ja' }, 'Shipped'],
		[
			'else the display value',
			orderStatus('on_its_way', 'On Its Way'),
			{ language: 'de' },
			'On Its Way',
		],
		['else the option’s', orderStatus('on_its_way'), { language: 'de' }, 'OnItsWay'],
		['else the value made readable', orderStatus('sent_back', ''), {}, 'Sent back'],
		['for an unknown number', orderStatus(7), {}, '7'],
		['for nothing but a value', { type: 'enum', value: 'brand_new_state' }, {}, 'Brand new state'],
		['in no built-in language', orderStatus('shipped', 'Shipped!'), onlyJapanese(), 'Shipped!'],
	])('%s', (_what, value, changes, label) => {
		expect(localize({ OrderStatus: value }, settings(changes))).toEqual({ OrderStatus: label });
	});

	test('the built-in one also under a name that the user has given it', () => {
		expect(localized(orderStatus('shipped'), { language: 'de' })).toBe('Versandt');
	});

	test('in agreement with the field', () => {
		const item = { OrderStatus: orderStatus('shipped'), ProductStatus: orderStatus('shipped') };
		expect(localize(item, settings({ language: 'fr' }))).toEqual({
			OrderStatus: 'Expédiée',
			ProductStatus: 'Expédié',
		});
	});
});

function onlyJapanese(): Partial<Wish> {
	return { language: 'ja', fallbackLanguages: '' };
}

describe('own labels', () => {
	const shipped = orderStatus('shipped', 'Shipped');

	test.each<[string, OwnLabel[], Partial<Wish>, string]>([
		['come first', [label('', 'shipped', 'de', 'Unterwegs')], { language: 'de' }, 'Unterwegs'],
		['for all languages', [label('', 'shipped', '', '🚚')], { language: 'de' }, '🚚'],
		['for a field', [label('Other', 'shipped', 'de', 'x')], { language: 'de' }, 'Versandt'],
		['whatever the case', [label('status', 'SHIPPED', 'DE', 'x')], { language: 'de' }, 'x'],
		['in a regional language', [label('', 'shipped', 'de', 'x')], { language: 'de-CH' }, 'x'],
		['of another language do not count', [label('', 'shipped', 'fr', 'x')], {}, 'Shipped'],
		[
			'of a fallback language come after the built-in one of the language',
			[label('', 'shipped', 'en', 'x')],
			{ language: 'de' },
			'Versandt',
		],
		['of a fallback language count', [label('', 'shipped', 'en', 'x')], { language: 'ja' }, 'x'],
		['that are empty do not', [label('', 'shipped', 'de', '')], { language: 'de' }, 'Versandt'],
	])('%s', (_what, labels, changes, expected) => {
		expect(localize({ Status: shipped }, settings({ labels, ...changes }))).toEqual({
			Status: expected,
		});
	});

	test.each<[string, OwnLabel, unknown, unknown]>([
		[
			'a plain text',
			label('card_type', 'WatchToWin', 'de', 'Gewinnspiel'),
			{ card_type: 'WatchToWin', title: 'WatchToWin' },
			{ card_type: 'Gewinnspiel', title: 'WatchToWin' },
		],
		[
			'a plain text in any field',
			label('', 'WatchToWin', 'de', 'x'),
			{ a: 'WatchToWin', b: ['WatchToWin'], c: 'Watch' },
			{ a: 'x', b: ['x'], c: 'Watch' },
		],
		[
			'a path, whatever the separator',
			label('offer.type', 'Bundle', 'de', 'x'),
			{ offer_type: 'Bundle', data: { offer: { type: 'Bundle' } }, type: 'Bundle' },
			{ offer_type: 'x', data: { offer: { type: 'x' } }, type: 'Bundle' },
		],
		[
			'a number or boolean of a named field',
			label('active', 'true', 'de', 'Ja'),
			{ active: true, other: true },
			{ active: 'Ja', other: true },
		],
		[
			'a payload item of type string',
			label('Suppliers', 'acme', 'de', 'ACME GmbH'),
			{ payload: [{ key: 'Suppliers', type: 'string', value: 'acme' }] },
			{ payload: [{ key: 'Suppliers', type: 'string', value: 'ACME GmbH' }] },
		],
	])('work on %s', (_what, own, item, expected) => {
		const wish = settings({ language: 'de', labels: [own] });
		expect(localize(item as Record<string, unknown>, wish)).toEqual(expected);
	});
});

function label(field: string, value: string, language: string, text: string): OwnLabel {
	return { field, value, language, label: text };
}

describe('documented codes in plain text', () => {
	const flattened = {
		result: 'success',
		offer_type: 'SpecialOffer',
		offer_subType: 'DailyBonus',
		login_method: 'Apple',
		card_type: 'WatchToWin',
		title: 'success',
	};
	const german = {
		result: 'Erfolgreich',
		offer_type: 'Sonderangebot',
		offer_subType: 'Tagesbonus',
		login_method: 'Apple',
		card_type: 'Ansehen und gewinnen',
		title: 'success',
	};

	test('stay codes, which later nodes compare with', () => {
		expect(localize(flattened, settings({ language: 'de' }))).toBe(flattened);
	});

	test('get labels when asked for', () => {
		const shapes = [...DEFAULT_SHAPES, 'documentedCodes'] as const;
		expect(localize(flattened, settings({ language: 'de', shapes }))).toEqual(german);
	});

	test('get labels when their field is named', () => {
		const wish = settings({ language: 'de', fields: ['result', 'card_type'] });
		expect(localize(flattened, wish)).toEqual({
			...flattened,
			result: 'Erfolgreich',
			card_type: 'Ansehen und gewinnen',
		});
	});

	test.each([
		['nested, as in CloudEvents', { data: { offer: { type: 'PopUp' } } }, 'Pop-up-Angebot'],
		['in a list', { offers: [{ type: 'PopUp' }] }, 'Pop-up-Angebot'],
		['in a transaction', { transactions: [{ type: 'refund' }] }, 'Rückerstattung'],
		['of generation 1', { loginMethod: 'user_name' }, 'Benutzername'],
	])('are found %s', (_where, item, text) => {
		const shapes = [...DEFAULT_SHAPES, 'documentedCodes'] as const;
		expect(JSON.stringify(localize(item, settings({ language: 'de', shapes })))).toContain(text);
	});

	test('mean nothing in other fields', () => {
		const shapes = [...DEFAULT_SHAPES, 'documentedCodes'] as const;
		const item = { type: 'PopUp', animal: { type: 'refund' }, reason: 'declined_by_bank' };
		expect(localize(item, settings({ language: 'de', shapes }))).toBe(item);
	});
});

describe('enums as', () => {
	const item = { OrderStatus: orderStatus('shipped', 'Shipped') };

	test('value', () => {
		expect(localize(item, settings({ enumOutput: 'value' }))).toEqual({ OrderStatus: 'shipped' });
	});

	test('value and label', () => {
		const both = { OrderStatus: { value: 'shipped', label: 'Wysłane' } };
		const wish = settings({
			enumOutput: 'both',
			language: 'pl',
			labels: [label('', 'shipped', 'de', 'x'), label('', 'Wysłane', '', 'y')],
		});
		expect(localize(item, wish)).toEqual(both);
		expect(localize(both, wish)).toBe(both);
	});
});

describe('a code is made readable', () => {
	test.each<[unknown, string]>([
		['out_of_stock', 'Out of stock'],
		['third-party', 'Third party'],
		['ScratchAndWin', 'Scratch and win'],
		['userToken', 'User token'],
		['OUT_OF_STOCK', 'Out of stock'],
		['XP', 'XP'],
		['OTP_code', 'OTP code'],
		['HTMLText', 'HTML text'],
		['level2Bonus', 'Level2 bonus'],
		['äußere_form', 'Äußere form'],
		['already readable', 'already readable'],
		['__', ''],
		['', ''],
		[42, '42'],
		[true, 'true'],
		[null, ''],
		[{}, ''],
		['a'.repeat(1000), 'a'.repeat(1000)],
	])('%j → %j', (code, text) => {
		expect(readableCode(code)).toBe(text);
	});
});
