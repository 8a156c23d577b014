declare module 'currency-codes/data' {
	/** ISO 4217, list one. `digits` are the decimals of a currency's main unit. */
	const currencies: readonly { readonly code: string; readonly digits: number }[];
	export default currencies;
}
