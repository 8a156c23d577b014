import { z } from 'zod';

import { boolean, date, field, fieldsOf, innerType, number, personal, text } from '../field';

const TRANSLATIONS = fieldsOf({
	languages: z.array(fieldsOf({ language: z.string(), value: z.string() })),
});

/** Text in several languages. Codes come in mixed case, and the list may be empty. */
const translations = (description: string, texts: Readonly<Record<string, string>>) =>
	field(TRANSLATIONS, description, {
		languages: Object.entries(texts).map(([language, value]) => ({ language, value })),
	});

/** Whether a documented field holds text in several languages. */
export const isTranslations = (type: z.ZodTypeAny) => innerType(type) === TRANSLATIONS;

const CHOICE = fieldsOf({
	type: z.literal('enum'),
	value: z.string(),
	displayValue: z.string().optional(),
	options: z.array(fieldsOf({ key: z.string(), value: z.string() })).optional(),
});

/** One of several values, each with a label in English. */
const choice = (
	description: string,
	options: Readonly<Record<string, string>>,
	[displayValue, value]: readonly [string, string],
) =>
	field(CHOICE, description, {
		type: 'enum',
		value,
		displayValue,
		options: Object.entries(options).map(([key, option]) => ({ key, value: option })),
	});

const ORDER_STATES = {
	Cancelled: 'cancelled',
	OutOfStock: 'out_of_stock',
	Purchased: 'purchased',
	Shipped: 'shipped',
	ThirdParty: 'third_party',
};

const PRODUCT_TYPES = {
	Bonus: 'bonus',
	Booster: 'booster',
	ExternalProduct: 'external_product',
	XP: 'xp',
};

/** The members of an event beside its payload. */
export const envelope = {
	playerId: text('ID of the player', '3f0c7a52-9d1e-4b6f-a2c8-5e71d94b0c36'),
	eventName: text('Name of the event, as in eventType', 'level_up'),
	eventDate: date('When the event occurred, as in eventTime', '2026-06-09T12:03:15.456Z'),
};

/** Every documented payload item, by its key. Samples are the value of an item as sent. */
export const items = {
	PlayerId: text(
		'ID of the player, where it is not the same as playerId',
		'3f0c7a52-9d1e-4b6f-a2c8-5e71d94b0c36',
	),
	Timestamp: date(
		'When the event occurred, up to a millisecond before eventTime',
		'2026-06-09T12:03:15.455Z',
	),

	CurrentLevel: number('Level of the player after the event', '14'),
	PreviousLevel: number('Level of the player before the event', '27'),
	RemainingPendingLevels: number('Levels that are left to the next rank', '3'),
	CurrentRankExternalName: text('Name of the rank of the player', 'Navigator'),
	PreviousRankExternalName: text('Name of the rank that the player had before', 'Captain'),
	CurrentRankExternalDescription: translations('Description of the rank of the player', {
		en: 'Navigator tier',
		DE: 'Stufe Navigator',
		FR: 'Palier Navigateur',
		IT: 'Livello Navigatore',
	}),
	XpBalance: number('Experience points of the player after the event', '2315.75'),
	PreviousXpBalance: number('Experience points of the player before the event', '14870.40'),
	PointsUntilNextLevel: number('Experience points to the next level; may be negative', '-140'),
	PointsUntilNextRank: number('Experience points to the next rank', '7250'),
	Active: boolean('Whether the level is active; documented in one example only', 'true'),

	RewardExternalName: translations('Name of the reward; the list may be empty', {}),
	RewardExternalDescription: translations('Description of the reward for the level', {
		EN: '25 free spins on Copper Canyon',
		DE: '25 Freispiele bei Copper Canyon',
		FR: '25 tours gratuits sur Copper Canyon',
		IT: '25 giri gratis su Copper Canyon',
	}),
	RemainingPendingMissions: number('Missions that are left in the bundle', '2'),
	MissionBundleExternalName: translations('Name of the mission bundle; the list may be empty', {
		EN: 'Harbour Week',
		ES: 'Semana del Puerto',
		DE: 'Hafenwoche',
	}),

	Balance: number('New balance of the wallet', '1275'),
	TokensBalance: number('Tokens of the player after the event', '482.50'),
	PreviousTokensBalance: number('Tokens of the player before the event', '965.00'),

	OrderStatus: choice('State of the order: tells which change it was', ORDER_STATES, [
		'Shipped',
		'shipped',
	]),
	ProductExternalName: translations('Name of the product', {
		EN: 'Noise-cancelling headphones',
		DE: 'Kopfhörer mit Geräuschunterdrückung',
	}),
	ProductExternalDescription: translations('Description of the product, in HTML', {
		EN: '<p><strong>Over-ear</strong> headphones, 30&nbsp;h of playback.</p>',
		DE: '<p><strong>Over-Ear</strong>-Kopfhörer mit 30&nbsp;Stunden Laufzeit.</p>',
	}),
	Quantity: number('How many were ordered', '2'),
	Price: number('Price of the product; the unit is not documented', '150'),
	RecipientName: personal(text('Name of the person who gets the product', 'Mara Lindqvist')),
	RecipientAddress: personal(
		text('Postal address in one line, country code last', 'Uppsala, 4, Ringgatan, 75310, SE'),
	),
	ProductType: choice('Kind of product', PRODUCT_TYPES, ['External Product', 'external_product']),
	ProductStatus: choice('State of the product', ORDER_STATES, ['Shipped', 'shipped']),
	ExternalURL: text('Page of an external product', 'https://shop.example.com/items/4417'),
	Comment: text('Free text; may end in a blank', 'Parcel handed to the carrier. '),
	Suppliers: text('Supplier of the product', 'Northwind Audio'),
	ProductRemainingStock: number('How many are left in the shop', '17'),
};

const fields = { ...envelope, ...items };

/** An event with a name, a date, and these members and payload items. */
export function eventWith(...names: ReadonlyArray<keyof typeof fields>) {
	const { eventName, eventDate } = envelope;
	const named = Object.fromEntries(names.map((name) => [name, fields[name]]));
	return fieldsOf({ eventName, ...named, eventDate });
}
