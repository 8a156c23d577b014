import { currencyDecimals } from '../json/currency-units';
import { instantOf } from '../json/exact-values';
import { BoundedMemo } from './bounded-memo';

const DATE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** ISO 8601 with a time and its zone. A time without a zone could be anywhere, and stays. */
const DATE_TIME = /^[1-9]\d{3}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/;

/** Digits finer than a millisecond, which nobody reads. */
const FINER_DIGITS = /(?<=\.\d{3})\d+/;

/** As many as Intl takes: no digit is rounded away. */
const MOST_DECIMALS = 20;

/** Writes dates, numbers and amounts as readers of a language are used to, by Intl. */
export class IntlFormat {
	private readonly numbers: Intl.NumberFormat;

	private readonly moments: Intl.DateTimeFormat;

	private readonly days: Intl.DateTimeFormat;

	private readonly currencies = new Map<string, Intl.NumberFormat>();

	/** @throws RangeError if the time zone is unknown */
	constructor(
		readonly locale: string,
		timeZone: string,
	) {
		this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: MOST_DECIMALS });
		this.moments = new Intl.DateTimeFormat(locale, {
			dateStyle: 'medium',
			timeStyle: 'short',
			timeZone,
		});
		this.days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
	}

	/** A valid date, or time with its zone, in ISO 8601; undefined for any other text. */
	date(text: string): string | undefined {
		const [format, time] = DATE.test(text)
			? [this.days, instantOf(`${text}T00:00Z`)]
			: [
					this.moments,
					DATE_TIME.test(text) ? instantOf(text.replace(FINER_DIGITS, '')) : undefined,
				];
		return time === undefined ? undefined : format.format(time);
	}

	/** @param time - milliseconds since 1970 */
	moment(time: number): string {
		return this.moments.format(time);
	}

	number(value: number): string {
		return this.numbers.format(value);
	}

	/**
	 * An amount with its currency, such as 25,36 CA$.
	 *
	 * @param amount - in the main unit of the currency
	 * @returns undefined for a currency that ISO 4217 does not have
	 */
	amount(amount: number, currency: string): string | undefined {
		const decimals = currencyDecimals(currency);
		if (decimals === undefined) return undefined;
		let format = this.currencies.get(currency);
		if (format === undefined) {
			format = new Intl.NumberFormat(this.locale, {
				style: 'currency',
				currency,
				minimumFractionDigits: decimals,
				maximumFractionDigits: MOST_DECIMALS,
			});
			this.currencies.set(currency, format);
		}
		return format.format(amount);
	}
}

const formats = new BoundedMemo<string, IntlFormat>(100);

/**
 * The format of the first language that Intl knows; English if it knows none.
 *
 * @param languages - as BCP 47 tags
 * @throws RangeError if the time zone is unknown
 */
export function intlFormat(languages: readonly string[], timeZone: string): IntlFormat {
	const locale = languages.find(isSupported) ?? 'en';
	return formats.get(`${locale} ${timeZone}`, () => new IntlFormat(locale, timeZone));
}

function isSupported(tag: string): boolean {
	try {
		return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
	} catch {
		// A private tag such as x-pirate
		return false;
	}
}
