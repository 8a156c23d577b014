import currencies from 'currency-codes/data';

import { exactNumber } from './exact-values';

/** Gold, bonds, funds' units, test and no currency: ISO 4217 has no smaller unit of them. */
const WITHOUT_SMALLER_UNIT = /^X(?:A[GU]|B[A-D]|DR|P[DT]|SU|TS|UA|XX)$/;

const decimals = new Map(
	currencies
		.filter(({ code }) => !WITHOUT_SMALLER_UNIT.test(code))
		.map(({ code, digits }) => [code, digits]),
);

/**
 * How many decimals the main unit of a currency has (2 for `EUR`, 0 for `JPY`, 3 for `KWD`), by ISO
 * 4217; undefined for what is no code in use. `Intl` has other numbers for 16 currencies, such as 0
 * for COP, HUF and IDR, since it tells how people write prices and not how computers send them.
 *
 * @param currency - a code of three letters, in any case
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
export function currencyDecimals(currency: unknown): number | undefined {
	if (typeof currency !== 'string' || currency.length !== 3) return undefined;
	return decimals.get(currency.toUpperCase());
}

/**
 * An amount in the smallest unit of a currency, as a number in its main unit: 2599 EUR (cents) is
 * 25.99, 2599 JPY is 2599. The decimal point is moved in the text, so no digit changes.
 *
 * @param amount - a number, or a number as text in JSON's notation
 * @returns undefined where the currency is unknown, for what is no number, and for an amount with
 * more digits than a double holds
 */
export function mainUnits(amount: number | string, currency: unknown): number | undefined {
	const number = exactNumber(amount);
	const places = currencyDecimals(currency);
	if (typeof number !== 'number' || Math.abs(number) > Number.MAX_SAFE_INTEGER) return undefined;
	if (places === undefined) return undefined;
	const [digits = '', exponent = '0'] = String(number).split('e', 2);
	const shifted = exactNumber(`${digits}e${Number(exponent) - places}`);
	return typeof shifted === 'number' ? shifted : undefined;
}
