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
	const inMain = converted(event, known.fields, '', { separator, asSent });
	return { event: inMain, amountsAsSent: [...asSent] };
}

interface Names {
	readonly separator: string;
	readonly asSent: Set<string>;
}

function converted(
	object: JsonObject,
	{ shape }: z.AnyZodObject,
	prefix: string,
	names: Names,
): JsonObject {
	let copy: PlainObject | undefined;
	// The spread keeps own members of any name, and the order in which they were sent.
	const put = (name: string, value: unknown) => ((copy ??= { ...object })[name] = value);
	for (const [name, type] of Object.entries<z.ZodTypeAny>(shape)) {
		const value = own(object, name);
		if (value === undefined || value === null || value === '') continue;
		const currency = factsOf(type)?.currency;
		if (currency) {
			const inMain = isAmount(value) ? mainUnits(value, codeOf(currency, object)) : undefined;
			if (inMain === undefined) names.asSent.add(prefix + name);
			else put(name, inMain);
		} else {
			const inside = insideOf(value, innerType(type), prefix + name, names);
			if (inside !== value) put(name, inside);
		}
	}
	return copy ?? object;
}

/** What is documented as an object, or as a list of objects, with the amounts in it converted. */
function insideOf(value: unknown, type: z.ZodTypeAny, name: string, names: Names): unknown {
	if (type instanceof z.ZodArray && Array.isArray(value)) {
		const element = innerType(type.element);
		if (!(element instanceof z.ZodObject)) return value;
		return value.map((one: unknown) =>
			isJsonObject(one) ? converted(one, element, `${name}[].`, names) : one,
		);
	}
	return type instanceof z.ZodObject && isJsonObject(value)
		? converted(value, type, name + names.separator, names)
		: value;
}

function isAmount(value: unknown): value is number | string {
	return typeof value === 'number' || typeof value === 'string';
}

function codeOf(currency: Currency, object: JsonObject): unknown {
	return 'code' in currency ? currency.code : own(object, currency.member);
}
