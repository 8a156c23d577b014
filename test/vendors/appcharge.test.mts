import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { rowOf as rowIn } from '../../host/vendor-setup.mjs';
import { inMainUnits } from '../../delivery/item/amounts';
import { appcharge, eventsWithOutcome, NO_OUTCOME } from '../../vendors/appcharge/delivery';
import { factsOf, innerType } from '../../vendors/field';
import type { JsonObject } from '../../json/object';

describe('the name of an event', () => {
	const approvalOffer = { publisherOfferId: 'link-1', offerName: 'Link', offerId: '67d6' };

	test.each<[string, JsonObject, string | undefined]>([
		['v2', { eventName: 'order.completed' }, 'order.completed'],
		['v1', { event: 'login_land' }, 'login_land'],
		['both generations at once', { event: 'a', eventName: 'b' }, 'b'],
		['an unknown name', { eventName: 'order.exchanged' }, 'order.exchanged'],
		['an empty v2 name', { eventName: '', event: 'login_land' }, 'login_land'],
		['a name that is no text', { eventName: 5, event: ['login_land'] }, undefined],
		['nothing', {}, undefined],
		[
			'an approval request with an answer',
			{ playerId: '1', reason: 'not_me', offers: [approvalOffer] },
			'approval_request_closed',
		],
		[
			'an approval request',
			{ playerId: '1', offers: [approvalOffer] },
			'approval_request_displayed',
		],
		[
			'an approval request with no reason yet',
			{ playerId: '1', reason: null, offers: [approvalOffer] },
			'approval_request_displayed',
		],
		[
			'offers with a part to collect',
			{ playerId: '1', offers: [{ publisherOfferId: 'roll', indexToCollect: 4 }] },
			'offers_shown',
		],
		['offers that were loaded or shown', { offers: [{ publisherOfferId: 'a' }] }, undefined],
		['no offers', { playerId: '1', offers: [] }, undefined],
		[
			'an invalid property',
			{ data: { requestId: '6617', playerId: '1', reason: '[]' } },
			'invalid_property_error',
		],
		['a login with a result', { loginMethod: 'otp', result: 'failed' }, 'login_resolved'],
		['a login method', { platform: 'web', method: 'google' }, 'login_method_selected'],
		['a login that may be any', { platform: 'web', loginMethod: 'google' }, undefined],
		[
			'an order, of which no member tells what became of it',
			{ appChargeOrderId: 'o', reason: 'insufficient_funds', storeMetadata: {}, offer: {} },
			undefined,
		],
		[
			'a paid order, whose fee stands in two events',
			{ appChargeOrderId: 'o', estimatedAppchargeFee: '0.50', offer: {} },
			undefined,
		],
		['members of the wrong type', { offers: 'offerId', data: [[]], reason: 1 }, undefined],
		['inherited members', { offers: [{}], data: {}, ['__proto__']: { method: 1 } }, undefined],
	])('of %s', (_what, event, name) => {
		expect(appcharge.nameOf(event)).toBe(name);
	});

	test('is found for every approval request that the catalogue samples, without its name', () => {
		for (const name of ['approval_request_displayed', 'approval_request_closed', 'offers_shown']) {
			const row = appcharge.catalogue.find((candidate) => candidate.name === name);
			const { event: _name, ...unnamed } = row ? appcharge.sampleDelivery(row) : {};
			expect(appcharge.nameOf(unnamed)).toBe(name);
		}
	});
});

describe('what tells one event from another', () => {
	test.each<[string, JsonObject, unknown]>([
		['of v2', { customer: { id: 'a' }, playerId: 'b' }, 'a'],
		['of the 2025 pages', { customer: { playerId: 'a' } }, 'a'],
		['of v1', { playerId: 'a' }, 'a'],
		['that is a number', { playerId: 7 }, 7],
		['of an invalid property', { data: { playerId: 'a' } }, 'a'],
		['that is empty', { customer: { id: '' }, playerId: 'b' }, 'b'],
		['that is null', { customer: { id: null, playerId: null }, playerId: 'b' }, 'b'],
		['that is an object', { customer: { id: {} }, playerId: [] }, undefined],
		['that is missing', { customer: 'a', data: null }, undefined],
	])('is the player %s', (_what, event, player) => {
		expect(appcharge.identify(event).player).toEqual(player);
	});

	test('is the ID of v2, and the time of both', () => {
		expect(appcharge.identify({ eventId: 'e', timestamp: 1781006500001 })).toMatchObject({
			id: 'e',
			time: 1781006500001,
		});
		expect(appcharge.identify({ event: 'login_land', timestamp: 1749844528 })).toMatchObject({
			id: undefined,
			time: 1749844528,
		});
	});
});

describe('the filter for the outcome', () => {
	test.each<[string, JsonObject, string, string | undefined]>([
		['v2', { result: 'failed' }, 'order.completed', 'failed'],
		['v2 without an outcome', { result: null }, 'order.dispute.opened', NO_OUTCOME],
		['a progress bar event', {}, 'webstore.offers.progress_bar.points.granted', NO_OUTCOME],
		['v1, by its name', {}, 'payment_intent_success', 'success'],
		['v1, by its name, whatever the reason', { reason: 'x' }, 'order_completed_failed', 'failed'],
		['v1 with a result', { result: 'success' }, 'login_resolved', 'success'],
		['a result that is no text', { result: { toString: 1 } }, 'order.completed', NO_OUTCOME],
	])('sees the outcome of %s', (_what, event, eventType, result) => {
		expect(appcharge.filters.outcome(event, eventType)).toBe(result);
	});
});

test('the events with an outcome are those whose sample has one', () => {
	const sampled = appcharge.catalogue.filter((row) => {
		const sample = appcharge.sampleDelivery(row);
		return appcharge.filters.outcome(sample, row.name) !== NO_OUTCOME;
	});
	expect(eventsWithOutcome).toEqual(sampled.map(({ name }) => name));
	expect(eventsWithOutcome).toEqual(expect.arrayContaining(['order.completed', 'login_resolved']));
	expect(eventsWithOutcome).not.toContain('webstore.offers.progress_bar.mission.started');
});

describe('quirks of the documentation', () => {
	const rowOf = (name: string) => rowIn(appcharge, name);
	const accepts = (name: string, data: JsonObject) => rowOf(name).fields.safeParse(data).success;
	const shapeOf = (name: string) => Object.keys(rowOf(name).fields.shape as object);

	test('1: names that were derived from a page are marked, and unknown names are handed on', () => {
		const derived = appcharge.catalogue.filter(({ confirmed }) => !confirmed);
		expect(derived).toHaveLength(15);
		expect(appcharge.nameOf({ eventName: 'portal.block.hovered' })).toBe('portal.block.hovered');
	});

	test.each([
		['portal.login.method_selected', 'portal.login.method.selected'],
		['webstore.login.method_selected', 'webstore.login.method.selected'],
		['webstore.store.displayed', 'webstore.displayed'],
		['order_cancelled', 'order_canceled'],
	])('2: %s may also be sent as %s', (name, spelling) => {
		expect(rowOf(name).spellings).toEqual([spelling]);
	});

	test('2: popup_closed keeps its underscore', () => {
		expect(rowOf('webstore.offers.popup_closed').spellings).toBeUndefined();
	});

	test.each(['mission.started', 'mission.completed', 'points.granted'])(
		'3: the progress bar event %s has neither result nor reason',
		(name) => {
			const shape = shapeOf(`webstore.offers.progress_bar.${name}`);
			expect(shape).toContain('progressBar');
			expect(shape).not.toContain('result');
			expect(shape).not.toContain('reason');
		},
	);

	test.each(['displayed', 'method_selected', 'canceled'])(
		'3: webstore.login.%s comes before there is a customer',
		(name) => {
			expect(shapeOf(`webstore.login.${name}`)).not.toContain('customer');
		},
	);

	test.each([36, '$'])('4: the currency symbol may be %j', (currencySymbol) => {
		expect(accepts('order.completed', { order: { currencySymbol } })).toBe(true);
	});

	test('4: US dollars are spelled in two ways', () => {
		const transactions = [{ amountUSD: '9.99', totalTaxAmountUsd: '1.80' }];
		expect(accepts('order.completed', { transactions })).toBe(true);
		expect(accepts('order.completed', { transactions: [{ amountUSD: 9.99 }] })).toBe(false);
	});

	test('5: indexToCollect is a number, also where it comes as text', () => {
		expect(accepts('order.completed', { offer: { indexToCollect: 1 } })).toBe(true);
		expect(accepts('order.completed', { offer: { indexToCollect: '1' } })).toBe(false);
	});

	test('6: no v2 event has the ID of an order, v1 orders have', () => {
		expect(shapeOf('order.completed')).not.toContain('appChargeOrderId');
		expect(shapeOf('order_refunded')).toContain('appChargeOrderId');
	});

	test('7: the offer of an order is one object', () => {
		expect(accepts('order.completed', { offer: { name: 'Crate' } })).toBe(true);
		expect(accepts('order.completed', { offer: [{ name: 'Crate' }] })).toBe(false);
	});

	test('8: numbers and booleans that v1 sends as text are documented as what they are', () => {
		const shape = rowOf('order_completed_success').fields.shape;
		const typeOf = (name: string) => innerType(shape[name]).constructor.name;
		expect(typeOf('estimatedAppchargeFee')).toBe('ZodNumber');
		expect(typeOf('isSavedPaymentMethodUsed')).toBe('ZodBoolean');
		expect(factsOf(shape.isSavedPaymentMethodUsed)?.sample).toBe('True');
		expect(innerType(rowOf('offers_shown').fields.shape.timestamp).constructor.name).toBe(
			'ZodNumber',
		);
	});

	test('8: sessionMetaData passes as sessionMetadata does', () => {
		const required = { timestamp: 1632345000, playerId: '12345', offers: [] };
		const data = { ...required, sessionMetaData: { metadata: 'data' } };
		expect(rowOf('offers_loaded').fields.parse(data)).toEqual(data);
	});

	test('9: the reason of an invalid property stays the text that it is', () => {
		expect(accepts('invalid_property_error', { data: { reason: '[{"property":"a"}]' } })).toBe(
			true,
		);
	});

	test('10: a personalization error has the ID of the call that failed', () => {
		expect(shapeOf('webstore.personalization_api.error')).toContain('correlationRequestId');
	});

	test.each(['order.completed', 'webstore.offers.loaded'])(
		'quantities of %s have up to 24 digits and stay text',
		(name) => {
			const products = [{ productQuantity: '123456789012345678901234' }];
			expect(accepts(name, { offer: { products }, offers: [{ products }] })).toBe(true);
		},
	);
});

test('personal data is what tells who a player is', () => {
	const { customer, geolocation } = appcharge.anyEventFields.shape;
	const marksOf = (group: typeof customer) =>
		Object.entries(innerType(group)._def.shape())
			.filter(([, type]) => factsOf(type as typeof customer)?.personal)
			.map(([name]) => name);
	expect(marksOf(customer)).toEqual(['email', 'name']);
	expect(marksOf(geolocation)).toEqual(['ipAddress', 'zipCode']);
});

describe('amounts in the smallest unit of a currency', () => {
	const amountsIn = (schema: z.AnyZodObject, prefix = ''): Array<[string, string, unknown]> =>
		Object.entries<z.ZodTypeAny>(schema.shape).flatMap(([name, type]) => {
			const inner = innerType(type);
			const element = inner instanceof z.ZodArray ? innerType(inner.element) : inner;
			if (element instanceof z.ZodObject) return amountsIn(element, `${prefix}${name}.`);
			return [[prefix + name, type.description ?? '', factsOf(type)?.currency]];
		});
	const fields = appcharge.catalogue.flatMap((row) => amountsIn(row.fields));

	test.each(fields)('%s ("%s") is marked if its meaning says so', (_name, meaning, currency) => {
		expect(currency !== undefined).toBe(/minor units|US cents/.test(meaning));
	});

	test.each([
		['order.completed', 'order', 'totalPayment', 25.36],
		['order.completed', 'order', 'pricePointMetadata', 20.99],
		['order.refunded', 'order', 'taxAmount', 2.47],
		['order.completed', 'offer', 'price', 24.39],
		['order_completed_success', 'offer', 'priceInCents', 4.59],
		['order_completed_success', 'offer', 'priceInDollar', 4.99],
	])('%s: %s.%s is %d', (name, group, member, amount) => {
		const known = appcharge.catalogue.find((row) => row.name === name);
		const sample = known && appcharge.sampleDelivery(known);
		const { event, amountsAsSent } = inMainUnits(sample ?? {}, known, '_');
		expect(event[group]).toMatchObject({ [member]: amount });
		expect(amountsAsSent).toEqual([]);
	});
});
