import { BoundedMemo } from './bounded-memo';

/** ISO 8601 with a time and its zone. A time without a zone could be anywhere, and stays. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Fields that number things; nobody reads them with separators. */
const IDENTIFIER = /(?:^|[a-z\d_\-.])(?:Id|ID|id|Key|_key|index|Index|code|Code)$|^(?:key|index)$/;

/** Fields that hold a moment also where it is a number. */
const MOMENT = /(?:time|date|timestamp)$/i;

/** Milliseconds from 2001 to 2286; numbers of other sizes are no moments. */
const FIRST_MOMENT = 1e12;
const LAST_MOMENT = 1e13;

/** Writes dates and numbers as readers of a language are used to, by Intl. */
export class IntlFormat {
	private readonly numbers: Intl.NumberFormat;

	private readonly moments: Intl.DateTimeFormat;

	private readonly days: Intl.DateTimeFormat;

	/** @throws RangeError if the time zone is unknown */
	constructor(locale: string, timeZone: string) {
		this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
		this.moments = new Intl.DateTimeFormat(locale, {
			dateStyle: 'medium',
			timeStyle: 'short',
			timeZone,
		});
		this.days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
	}

	/** A number or, in a field named for it, a moment in ms. Identifiers stay numbers. */
	number(field: string, value: number): unknown {
		if (!Number.isFinite(value) || IDENTIFIER.test(field)) return value;
		if (MOMENT.test(field) && value >= FIRST_MOMENT && value < LAST_MOMENT) {
			return this.moments.format(value);
		}
		return this.numbers.format(value);
	}

	/** An ISO 8601 date or time; any other text stays as it is. */
	text(value: string): string {
		const format = DATE_TIME.test(value) ? this.moments : DATE.test(value) ? this.days : undefined;
		const moment = format === undefined ? NaN : Date.parse(value);
		return format === undefined || Number.isNaN(moment) ? value : format.format(moment);
	}
}

const formats = new BoundedMemo<string, IntlFormat>(100);

/**
 * The format of the first language that Intl knows.
 *
 * @throws RangeError if the time zone is unknown
 */
export function intlFormat(languages: readonly string[], timeZone: string): IntlFormat {
	const locale = languages.find((tag) => Intl.NumberFormat.supportedLocalesOf(tag).length > 0);
	return formats.get(
		`${locale ?? 'en'} ${timeZone}`,
		() => new IntlFormat(locale ?? 'en', timeZone),
	);
}
