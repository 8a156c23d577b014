import { z } from 'zod';

import {
	amountIn,
	anything,
	boolean,
	field,
	fieldsOf,
	group,
	listOf,
	number,
	numberOrText,
	personal,
	text,
	textOrNull,
} from '../field';

const LABELS = z.record(z.unknown());

const envelope = {
	eventName: text('Name of the event, as in eventType', 'order.completed'),
	eventId: text('ID of the event, as in eventKey', 'bc3589b7-b923-4ea0-9fa8-c552055a5cd7'),
	timestamp: number(
		'When the event occurred, in milliseconds since 1970; eventTime is the same as a date',
		1781006595456,
	),
	sessionId: text(
		'ID of the session, which ends at logout or after 30 idle minutes',
		'93c163aa-d44a-4aac-a6a0-0c420ab9feac',
	),
	requestId: text(
		'ID of the request, for questions to Appcharge',
		'4a871c3c-1f97-4a03-b2be-3ca7c5b5470f',
	),
	attributes: field(LABELS, 'Labels of your own, such as personas and test groups', {
		tier: 'silver',
		autumnPriceTest: 'variant_1',
	}),
};

const sessionMetadata = anything('Whatever you passed to Appcharge for the session', {
	guild: 'northwatch',
	shard: 4,
});

const RESULT = z.enum(['success', 'failed']);

const outcome = {
	result: field(RESULT, 'Outcome: success or failed', 'success'),
	reason: textOrNull('Code of the reason; may be filled in after a success too', 'completed'),
};

const outcomeNotInUse = {
	result: field(RESULT.nullable(), 'Not in use for this event', null),
	reason: textOrNull('Reason for the event', null),
};

const customer = group('The player', {
	id: text('ID of the player, as in playerId', 'plr_480111'),
	email: personal(text('E-mail address of the player', 'ravi.castel@example.com')),
	name: personal(textOrNull('Name of the player; reserved, null for now', null)),
});

const geolocation = group('Where the player is', {
	countryCode2: text('Country, in ISO 3166-1 alpha-2', 'CA'),
	region: text('Region or state', 'Ontario'),
	ipAddress: personal(text('IP address', '203.0.113.13')),
	zipCode: personal(text('Postal code', 'M5V 2T6')),
});

const device = group('The device of the player', {
	platform: text('Platform', 'Android'),
	deviceModel: text('Model', 'Pixel 9'),
	osType: text('Operating system', 'Android'),
	osVersion: text('Version of the operating system', '16'),
	browserType: text('Browser', 'Firefox'),
	browserVersion: text('Version of the browser', '141'),
});

const utm = group('The campaign that brought the player', {
	utmSource: text('Source of the visit', 'newsletter'),
	utmMedium: text('Medium of the visit', 'banner'),
	utmCampaign: text('Name of the campaign', 'harvest_event'),
	utmTerm: text('Search term', 'gem+pack'),
	utmContent: text('Advertisement or link', 'tile_b'),
});

const login = group('The login', {
	method: text('Login method, such as Google', 'Google'),
	trigger: text('What started the login, in words', 'The player opened a member offer'),
	source: text(
		'Where the login page was opened: browser app, webview or homescreen bookmark',
		'browser app',
	),
});

// Up to 24 digits, so never a number.
const productQuantity = text('Quantity, up to 24 digits', '350');

const product = {
	displayName: text('Name of the product', 'Sail Repair Kit'),
	productExternalId: text('Your ID of the product', 'sail_kit'),
	productQuantity,
};

const CURRENCY = { member: 'currencyCode' };
const US_DOLLAR = { code: 'USD' };

const offerMembers = {
	externalId: text('Your ID of the offer', 'harbor-bundle-07'),
	type: text('Type, such as Bundle, SpecialOffer, PopUp, RollingOffer or CheckoutLink', 'Bundle'),
	subType: textOrNull(
		'Subtype, such as DailyBonus, PostPurchase, StoreRefresh or RewardCalendar',
		null,
	),
	name: text('Name of the offer', 'Harbor Supply Crate'),
	offerIndex: number('Place of the offer in the store', 5),
	// Older samples have it as text.
	indexToCollect: number('Next part of a rolling offer that can be collected', 5),
	tab: text('Tab of the store', 'Featured'),
	// In each of the vendor's samples the same number as the order's pricePointMetadata.
	pricePoint: amountIn(US_DOLLAR, number('Price point, in US cents by the samples', 2099)),
	price: amountIn(CURRENCY, number('Price, in minor units', 2439)),
	currencyCode: text('Currency, in ISO 4217', 'CAD'),
	products: listOf('What the offer contains', product),
};

/** One object, although pages describe it as a list. */
const offer = group('The offer', offerMembers);
const offers = listOf('The offers', offerMembers);

const orderSums = group('The order', {
	subtotal: amountIn(CURRENCY, number('Price before discount and tax, in minor units', 2439)),
	discountAmount: amountIn(CURRENCY, number('Discount, in minor units', 150)),
	totalPayment: amountIn(CURRENCY, number('What the player pays, in minor units', 2536)),
	taxAmount: amountIn(CURRENCY, number('Tax, in minor units', 247)),
	currencyCode: text('Currency, in ISO 4217', 'CAD'),
	currencySymbol: numberOrText('Symbol of the currency, or its character code', 36),
	paymentMethod: text('Payment method', 'paypal'),
	pricePointMetadata: amountIn(
		US_DOLLAR,
		number('Base price of the price point, in US cents', 2099),
	),
	isSavedPaymentMethodUsed: boolean('Whether a saved payment method was used', false),
	isNewPaymentMethodSaved: boolean('Whether a new payment method was saved', true),
});

const storeMetadata = group('Where in the store the offer was', {
	offerType: text('Type of the offer', 'Bundle'),
	offerSequenceIndex: text('Place of the offer in its sequence', '5'),
});

const coupon = group('The coupon, where one was used', {
	couponName: text('Name of the coupon', 'HARVEST'),
	promoCodeName: text('Promo code', 'HARVEST-7Q2'),
	discount: number('Discount, in the currency of the order', 1.5),
	discountPercentage: number('Discount, in percent', 7),
});

/**
 * The money that moved. The transactions API has the same members as whole numbers in minor units,
 * so they stay text, as documented here.
 */
const transactions = listOf('The payments, refunds and dispute movements of the order', {
	purchaseId: text(
		'ID of the purchase, as in the Grant Award callback',
		'06531b2f-dee8-441d-bab6-e60dcb32f715',
	),
	type: text('Type: paid, refund, dispute_funds_withdrawn or dispute_funds_reinstated', 'paid'),
	timestamp: number('When it took place, in milliseconds since 1970', 1781006591256),
	amount: text('Amount, a decimal', '25.36'),
	amountUSD: text('Amount in US dollars', '21.19'),
	totalTaxAmount: text('Tax, a decimal', '2.47'),
	totalTaxAmountUsd: text('Tax in US dollars', '1.81'),
	currencyExchangeCostUsd: text('Cost of the currency exchange in US dollars', '0.31'),
	chargeBackFeeUsd: text('Fee for a chargeback in US dollars', '0.10'),
});

const progressBarMembers = {
	progressBarExternalId: text('Your ID of the progress bar', 'lighthouse-bar'),
	missionIndex: number('Place of the mission in the progress bar', 3),
	points: number('Points earned so far in the mission', 360),
	products: listOf('The reward of the mission', {
		productExternalId: product.productExternalId,
		productQuantity,
	}),
	pointsTarget: number('Points that complete the mission', 900),
};

/** The fields of a v2 event. */
function v2Event(shape: z.ZodRawShape) {
	return fieldsOf({ ...envelope, ...shape, sessionMetadata });
}

const visit = { ...outcome, device, geolocation };
const identifiedVisit = { ...visit, customer };
const order = { ...identifiedVisit, offer, order: orderSums, storeMetadata };
const payment = { ...order, coupon, transactions };
const progress = {
	customer,
	geolocation,
	utm,
	progressBar: group('The progress bar', progressBarMembers),
};

export const newOrder = v2Event(order);
export const paidOrder = v2Event(payment);
export const disputedOrder = v2Event({ ...payment, ...outcomeNotInUse });

/** Before the login, there is no customer. */
export const loginVisit = v2Event({ ...visit, utm, login });
export const playerLogin = v2Event({ ...identifiedVisit, utm, login });
export const playerVisit = v2Event(identifiedVisit);
export const storeVisit = v2Event({ ...identifiedVisit, utm });
export const footerClick = v2Event({
	...identifiedVisit,
	footer: group('The footer link', {
		button: text('Which link, in capitals', 'SUPPORT_LINK'),
		url: text('Where the link leads', 'https://help.northwatch.example/faq'),
	}),
});

export const offerList = v2Event({
	...identifiedVisit,
	offers,
	progressBars: listOf('The progress bars', progressBarMembers),
});
export const offerPopup = v2Event({ ...identifiedVisit, offer });

/** Progress bar events have neither result nor reason. */
export const mission = v2Event(progress);
export const pointsGrant = v2Event({
	...progress,
	pointsGranted: number('Points added', 35),
	trigger: group('What caused the grant; its members are not documented', {}),
});

export const personalizationError = v2Event({
	...outcomeNotInUse,
	customer,
	correlationRequestId: text(
		'requestId of the personalization call that failed',
		'4497592e-5076-4930-a00e-81b07d7c289e',
	),
	error: group('What was wrong', {
		type: text('Type of the error', 'SchemaError'),
		reason: text('Code of the reason', 'invalid_schema'),
	}),
});
export const invalidProperty = v2Event({ ...outcome, customer });
