/** The values that the vendors document for their fields, as their pages list them. */
export const documentedValues: Readonly<Record<string, readonly string[]>> = {
	// https://docs.appcharge.com/llms.txt
	result: ['success', 'failed'],
	'offer.type': ['Bundle', 'SpecialOffer', 'PopUp', 'RollingOffer', 'CheckoutLink', 'ProgressBar'],
	'offers.type': ['Bundle', 'SpecialOffer', 'PopUp', 'RollingOffer', 'CheckoutLink', 'ProgressBar'],
	'storeMetadata.offerType': ['Bundle', 'SpecialOffer', 'PopUp', 'RollingOffer', 'CheckoutLink'],
	'offer.subType': ['DailyBonus', 'PostPurchase', 'StoreRefresh', 'RewardCalendar'],
	'offers.subType': ['DailyBonus', 'PostPurchase', 'StoreRefresh', 'RewardCalendar'],
	'login.source': ['browser app', 'webview', 'homescreen bookmark'],
	'transactions.type': ['paid', 'refund', 'dispute_funds_withdrawn', 'dispute_funds_reinstated'],
	'footer.button': ['SUPPORT_LINK'],
	// The pages of the first version, some of which disagree about the ways to log in
	method: ['facebook', 'google', 'apple', 'user_name', 'OTP', 'userPassword', 'userToken', 'otp'],
	loginMethod: [
		...['facebook', 'google', 'apple', 'user_name', 'OTP', 'userPassword', 'userToken', 'otp'],
	],
	'offers.offerType': ['Bundle', 'SpecialOffer', 'PopUp'],
	'offers.offerSubType': ['DailyBonus', 'PostPurchase'],
	reason: ['approve', 'not_me'],
	// https://developers.komo.tech/events
	card_type: [
		...['Quiz', 'Trivia', 'Predictive', 'Picker', 'ScratchAndWin', 'WatchToWin', 'Youtube'],
	],
	// https://docs.gamanzaengage.com/docs/webhooks/webhook-events
	OrderStatus: ['cancelled', 'out_of_stock', 'purchased', 'shipped', 'third_party'],
	ProductStatus: ['cancelled', 'out_of_stock', 'purchased', 'shipped', 'third_party'],
	ProductType: ['bonus', 'booster', 'external_product', 'xp'],
};
