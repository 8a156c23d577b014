import { z } from 'zod';

import { exactBoolean, exactNumber } from '../../json/exact-values';
import { innerType } from '../../vendors/field';
import { isJsonObject } from '../../json/object';
import type { EmitField, Vendor } from '../../vendors/vendor';
import type { Classified } from '../classify';
import type { EventInBody } from '../unwrap';

/** Hands on the event's fields with their documented types, then what stands beside the events. */
export function forEachTypedField(
	{ event, known, envelope }: Classified & EventInBody,
	vendor: Vendor,
	emit: EmitField,
): void {
	if (vendor.forEachField) {
		vendor.forEachField(event, emit);
	} else {
		const conversions = conversionsOf(known?.fields ?? vendor.anyEventFields);
		for (const name of Object.keys(event)) {
			const convert = conversions.get(name);
			emit(name, convert ? convert(event[name]) : event[name]);
		}
	}
	if (envelope) {
		for (const name of Object.keys(envelope)) emit(name, envelope[name]);
	}
}

/** Gives a value its documented type; the same value where there is nothing to convert. */
type Conversion = (value: unknown) => unknown;

const conversionsBySchema = new WeakMap<z.AnyZodObject, ReadonlyMap<string, Conversion>>();

/**
 * The conversions that an event's fields need: numbers and booleans that are documented as such, but
 * may arrive as text. Fields documented as text stay text, quantities of many digits among them.
 */
function conversionsOf(schema: z.AnyZodObject): ReadonlyMap<string, Conversion> {
	let conversions = conversionsBySchema.get(schema);
	if (!conversions) {
		conversions = new Map();
		for (const [name, type] of Object.entries<z.ZodTypeAny>(schema.shape)) {
			const conversion = conversionTo(type);
			if (conversion) (conversions as Map<string, Conversion>).set(name, conversion);
		}
		conversionsBySchema.set(schema, conversions);
	}
	return conversions;
}

function conversionTo(type: z.ZodTypeAny): Conversion | undefined {
	const inner = innerType(type);
	if (inner instanceof z.ZodNumber) return exactNumber;
	if (inner instanceof z.ZodBoolean) return exactBoolean;
	if (inner instanceof z.ZodArray) {
		const convert = conversionTo(inner.element);
		return convert && ((value) => convertElements(value, convert));
	}
	if (inner instanceof z.ZodObject) {
		const conversions = conversionsOf(inner);
		return conversions.size === 0 ? undefined : (value) => convertMembers(value, conversions);
	}
	return undefined;
}

function convertElements(value: unknown, convert: Conversion): unknown {
	if (!Array.isArray(value)) return value;
	let converted: unknown[] | undefined;
	value.forEach((element: unknown, index) => {
		const result = convert(element);
		if (result !== element) (converted ??= [...value])[index] = result;
	});
	return converted ?? value;
}

function convertMembers(value: unknown, conversions: ReadonlyMap<string, Conversion>): unknown {
	if (!isJsonObject(value)) return value;
	let converted: Record<string, unknown> | undefined;
	for (const [name, convert] of conversions) {
		if (!Object.hasOwn(value, name)) continue;
		const result = convert(value[name]);
		// The spread keeps own members of any name, and the order in which they were sent.
		if (result !== value[name]) (converted ??= { ...value })[name] = result;
	}
	return converted ?? value;
}
