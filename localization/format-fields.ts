import { currencyDecimals, mainUnits } from '../json/currency-units';
import { exactNumber } from '../json/exact-values';
import { isJsonObject, own } from '../json/object';
import { FieldSelection, namesIn } from './field-selection';
import type { IntlFormat } from './intl-format';
import type { Notes } from './notes';
import type { Place } from './place';

/** What is written as readers of the language are used to, beside localized values. */
export interface FormatSettings {
	/** Whether valid dates and times are. */
	readonly dates: boolean;
	/** In which times are written. */
	readonly timeZone: string;
	/** Names or paths of the fields whose numbers are. */
	readonly numbers: readonly string[];
	readonly amounts: readonly AmountField[];
}

/** A field that holds an amount of money. */
export interface AmountField {
	/** Its name, or the path to it. */
	readonly field: string;
	/** A code of ISO 4217, or the name of a field that holds one. */
	readonly currency: string;
	/** Whether it counts dollars or cents. */
	readonly unit: 'main' | 'smallest';
}

interface Amounts {
	readonly fields: FieldSelection;
	readonly currency: string;
	readonly unit: AmountField['unit'];
}

/** Milliseconds since 1970 of the years 1990 to 2099, in which events take place. */
const FIRST_TIME = Date.UTC(1990);
const LAST_TIME = Date.UTC(2100);

/** Which texts and numbers are written for readers. Nothing is guessed: all others stay. */
export class FormatFields {
	private readonly dates: boolean;

	private readonly numbers: FieldSelection | undefined;

	private readonly amounts: readonly Amounts[];

	/** @param timeFields - fields in which a number is a time, in seconds or milliseconds since 1970 */
	constructor(
		{ dates, numbers, amounts }: FormatSettings,
		private readonly timeFields: ReadonlySet<string>,
		notes: Notes,
	) {
		this.dates = dates;
		this.numbers = numbers.length > 0 ? new FieldSelection(numbers, notes) : undefined;
		this.amounts = amounts.map(({ field, currency, unit }) => ({
			fields: new FieldSelection([field], notes),
			currency,
			unit,
		}));
	}

	/** Whether there is nothing to write. */
	get isEmpty(): boolean {
		return !this.dates && this.numbers === undefined && this.amounts.length === 0;
	}

	/** A text or number as it is written for readers; undefined if it stays. */
	written(value: unknown, place: Place, intl: IntlFormat): string | undefined {
		if (typeof value !== 'string' && typeof value !== 'number') return undefined;
		const amounts = this.amounts.find(({ fields }) => fields.has(place));
		if (amounts !== undefined) return amountWritten(value, amounts, place, intl);
		const dates = this.dates && place.isSelected;
		if (typeof value === 'string') return dates ? intl.date(value) : undefined;
		if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return undefined;
		if (this.numbers?.has(place)) return intl.number(value);
		const time = dates && this.timeFields.has(place.field) ? timeOf(value) : undefined;
		return time === undefined ? undefined : intl.moment(time);
	}
}

function amountWritten(
	value: string | number,
	{ currency, unit }: Amounts,
	place: Place,
	intl: IntlFormat,
): string | undefined {
	const code = currencyAt(place, currency);
	const amount = unit === 'main' ? exactNumber(value) : mainUnits(value, code);
	if (code === undefined || typeof amount !== 'number') return undefined;
	return Math.abs(amount) <= Number.MAX_SAFE_INTEGER ? intl.amount(amount, code) : undefined;
}

/** The code itself, else that of the nearest field of the name, in the object or one around it. */
function currencyAt(place: Place, currency: string): string | undefined {
	if (currency === currency.toUpperCase() && isCurrency(currency)) return currency;
	const names = namesIn(currency);
	for (let around: Place | undefined = place; around !== undefined; around = around.parent) {
		let value: unknown = around.owner;
		for (const name of names) value = isJsonObject(value) ? own(value, name) : undefined;
		if (value !== undefined) return isCurrency(value) ? value : undefined;
	}
	return isCurrency(currency) ? currency : undefined;
}

function isCurrency(value: unknown): value is string {
	return currencyDecimals(value) !== undefined;
}

/** A time in seconds or milliseconds, told by its size. */
function timeOf(value: number): number | undefined {
	const time = value < FIRST_TIME ? value * 1000 : value;
	return time >= FIRST_TIME && time < LAST_TIME ? time : undefined;
}
