import type { z } from 'zod';

import {
	amountIn,
	anything,
	boolean,
	fieldsOf,
	group,
	listOf,
	number,
	required,
	text,
} from '../field';

/** Later pages show seconds, captured payloads milliseconds; some pages call it text. */
const timestamp = number(
	'When the event occurred, in seconds or milliseconds since 1970; eventTime is the same as a date',
	1749844528,
);
const event = text(
	'Name of the event, as in eventType; some events come without it',
	'order_created',
);
const sessionId = text('ID of the session', '1d4db945-7304-421f-88e6-5e4818fd2e19');
const playerId = text('ID of the player', 'plr_700663');
const sessionMetadata = anything(
	'Whatever you passed to Appcharge for the session; also spelled sessionMetaData',
	{ guild: 'southgate', shard: 1 },
);

const page = {
	timestamp,
	event,
	platform: text('Platform, such as web or mobile', 'web'),
	countryCode2: text('Country, in ISO 3166-1 alpha-2', 'NL'),
	sessionId,
	utmSource: text('Source of the visit', 'tiktok'),
	utmMedium: text('Medium of the visit', 'video'),
	utmCampaign: text('Name of the campaign', 'pirate_week'),
};

// Pages disagree about the values: user_name and OTP, or userPassword, userToken and otp.
const loginMethod = text('Login method, such as facebook, google, apple or otp', 'google');

export const loginPage = fieldsOf(page);
export const loginMethodChoice = fieldsOf({
	...page,
	method: text('Login method, as older pages call it', 'google'),
	loginMethod,
});
export const loginCancellation = fieldsOf({ ...page, loginMethod });
export const loginResolution = fieldsOf({
	...page,
	loginMethod,
	result: text('Outcome, such as success', 'failed'),
	reason: text('Why the login failed', 'token_expired'),
	sessionMetadata,
});
export const storePage = fieldsOf({ ...page, sessionMetadata });

const offerMembers = {
	publisherOfferId: text('Your ID of the offer', 'daily-harbor'),
	offerType: text('Type, such as Bundle, SpecialOffer, PopUp or deep_link', 'PopUp'),
	offerSubType: text('Subtype, such as DailyBonus, PostPurchase or checkout_link', 'DailyBonus'),
	offerIndex: number('Place of the offer, or the day of a daily bonus', 4),
};

const loadedOffer = {
	...offerMembers,
	pricePoint: number('Base price in US dollars', 6.49),
	products: listOf('What the offer contains', {
		publisherProductId: text('Your ID of the product', 'copper_coin'),
		// Up to 24 digits, so never a number.
		amount: text('Quantity, up to 24 digits', '25000'),
	}),
};

const shownOffer = {
	...loadedOffer,
	indexToCollect: number('Part of a rolling offer that can be collected', 2),
};

const approvalOffer = {
	...offerMembers,
	offerName: text('Name of the offer', 'Dockside Link'),
	offerId: text('ID that Appcharge gave the offer', '08611d32c5ae3fc56f078836'),
};

const storeInteraction = <O extends z.ZodRawShape>(offer: O) => ({
	...required({ timestamp, playerId, offers: listOf('The offers', offer) }),
	event,
	appVersion: text('Version of the game', 'v3.4.43'),
	sessionId,
	sessionMetadata,
});

const approval = storeInteraction(approvalOffer);

export const offersLoaded = fieldsOf(storeInteraction(loadedOffer));
export const offersShown = fieldsOf(storeInteraction(shownOffer));
export const approvalRequest = fieldsOf(approval);
export const approvalAnswer = fieldsOf({
	...approval,
	reason: text('How it was closed: approve or not_me', 'not_me'),
});

export const invalidProperty = fieldsOf({
	timestamp,
	event,
	data: group('What was wrong', {
		requestId: text(
			'ID of the sync request, which several errors may share',
			'66171310-f679-410a-8e79-bb99dcbaeb77',
		),
		playerId,
		offerExternalId: text('Your ID of the offer, where one offer is wrong', 'daily-harbor'),
		reason: text(
			'The errors, as JSON in a text',
			'[{"property":"offers.0.productsSequence.0.index","validationError":"must start at one"}]',
		),
	}),
});

const CURRENCY = { member: 'currency' };

const offer = group('The offer', {
	offerName: text('Name of the offer', 'Dawn Bundle'),
	offerInternalId: text('ID that Appcharge gave the offer', '8b734f35eea3a91edb280946'),
	offerExternalId: text('Your ID of the offer', 'dawn-bundle'),
	originalPriceInDollar: number('Base price in US dollars', 5.49),
	country: text('Country of the player, in ISO 3166-1 alpha-2', 'NL'),
	currency: text('Currency of the payment, in ISO 4217', 'EUR'),
	priceInDollar: number('Price paid before tax, in US dollars', 4.99),
	priceInCents: amountIn(CURRENCY, number('Price paid, in minor units of the currency', 459)),
	// In minor units by the vendor's samples.
	subtotal: amountIn(CURRENCY, number('Price before tax, in minor units of the currency', 459)),
	tax: amountIn(CURRENCY, number('Tax, in minor units of the currency', 96)),
	promoCodeName: text('Promo code', 'DAWN5'),
	discount: number('Discount, in the currency', 0.45),
	discountRatePoints: text('Discount, with a percent sign', '9%'),
	products: listOf('What the offer contains', {
		name: text('Name of the product', 'Copper Coin'),
		sku: text('Your ID of the product', 'copper_coin'),
		amount: number('Quantity', 25000),
	}),
});

const order = {
	...required({
		timestamp,
		appChargePaymentId: text('ID of the payment', '932dad511b79ec069194e2c1'),
		appChargeOrderId: text('ID of the order', '91ece3b1664dc2a80f1da772'),
		playerId,
		offer,
	}),
	event,
	sessionMetadata,
	paymentMethod: text('Payment method', 'paypal'),
	reason: text('Why it failed; samples fill it in after a success too', 'none'),
};

const checkout = {
	...order,
	storeMetadata: group('Where in the store the offer was', {
		productsSequenceIndex: number('Place of the offer in its sequence', 5),
	}),
	pricePointMetadata: amountIn(
		{ code: 'USD' },
		number('Base price of the price point, in US cents; sent as text', '549'),
	),
};

export const orderInCheckout = fieldsOf(checkout);
export const orderPaid = fieldsOf({
	...checkout,
	estimatedPublisherNetAmount: number('Estimate of what you receive; sent as text', '4.31'),
	estimatedAppchargeFee: number('Estimate of the fee of Appcharge; sent as text', '0.68'),
	isSavedPaymentMethodUsed: boolean('Whether a saved card was used; sent as text', 'True'),
	isNewPaymentMethodSaved: boolean('Whether a new card was saved; sent as text', 'False'),
});
export const orderAfterPurchase = fieldsOf(order);
