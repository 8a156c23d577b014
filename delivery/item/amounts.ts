import { z } from 'zod';

import { mainUnits } from '../../json/currency-units';
import { isJsonObject, own, type JsonObject, type PlainObject } from '../../json/object';
import { factsOf, innerType, type Currency } from '../../vendors/field';
import type { CatalogueEvent } from '../../vendors/vendor';

export interface EventInMainUnits {
	readonly event: JsonObject;
	/**
	 * The amounts that stay, since their currency is missing or unknown; `[]` stands for the elements
	 * of a list, as in `offers[].price`.
	 */
	readonly amountsAsSent: readonly string[];
}

/**
 * The event with its documented amounts in the main unit of their currency: 2536 CAD (cents) is 25.36.
 * An event that no catalogue knows stays as it is. Never changes what it is given.
 *
 * @param separator stands between the parts of a nested amount's name
 */
export function inMainUnits(
	event: JsonObject,
	known: CatalogueEvent | undefined,
	separator: string,
): EventInMainUnits {
	if (!known) return { event, amountsAsSent: [] };
	const asSent = new Set<string>();
	const inMain = converted(event, amountsOf(known.fields), '', { separator, asSent });
	return { event: inMain, amountsAsSent: [...asSent] };
}

/** Where the amounts of an object are. */
interface Amounts {
	readonly own: ReadonlyArray<readonly [name: string, currency: Currency]>;
	readonly inside: ReadonlyArray<readonly [name: string, amounts: Amounts]>;
}

const amountsBySchema = new WeakMap<z.AnyZodObject, Amounts>();

function amountsOf(schema: z.AnyZodObject): Amounts {
	let amounts = amountsBySchema.get(schema);
	if (!amounts) {
		const fields = Object.entries<z.ZodTypeAny>(schema.shape);
		amounts = {
			own: fields.flatMap(([name, type]) => {
				const currency = factsOf(type)?.currency;
				return currency ? [[name, currency] as const] : [];
			}),
			inside: fields.flatMap(([name, type]) => {
				const inner = objectIn(type);
				const found = inner && amountsOf(inner);
				return found && found.own.length + found.inside.length > 0 ? [[name, found] as const] : [];
			}),
		};
		amountsBySchema.set(schema, amounts);
	}
	return amounts;
}

/** The documented members of an object, or of each object in a list. */
function objectIn(type: z.ZodTypeAny): z.AnyZodObject | undefined {
	const inner = innerType(type);
	const element = inner instanceof z.ZodArray ? innerType(inner.element) : inner;
	return element instanceof z.ZodObject ? element : undefined;
}

interface Names {
	readonly separator: string;
	readonly asSent: Set<string>;
}

function converted(object: JsonObject, amounts: Amounts, prefix: string, names: Names): JsonObject {
	let copy: PlainObject | undefined;
	// The spread keeps own members of any name, and the order in which they were sent.
	const put = (name: string, value: unknown) => ((copy ??= { ...object })[name] = value);
	for (const [name, currency] of amounts.own) {
		const amount = own(object, name);
		if (amount === undefined || amount === null || amount === '') continue;
		const inMain = isAmount(amount) ? mainUnits(amount, codeOf(currency, object)) : undefined;
		if (inMain === undefined) names.asSent.add(prefix + name);
		else put(name, inMain);
	}
	for (const [name, inside] of amounts.inside) {
		const value = own(object, name);
		if (Array.isArray(value)) {
			const elements = value.map((element: unknown) =>
				isJsonObject(element) ? converted(element, inside, `${prefix}${name}[].`, names) : element,
			);
			put(name, elements);
		} else if (isJsonObject(value)) {
			put(name, converted(value, inside, prefix + name + names.separator, names));
		}
	}
	return copy ?? object;
}

function isAmount(value: unknown): value is number | string {
	return typeof value === 'number' || typeof value === 'string';
}

function codeOf(currency: Currency, object: JsonObject): unknown {
	return 'code' in currency ? currency.code : own(object, currency.member);
}
