import { z } from 'zod';

/** What the catalogue knows of a field beside its type. */
export interface FieldFacts {
	/** A made-up value, as the vendor would send it. */
	readonly sample: unknown;
	/** Whether it tells who a player is: a name, an e-mail address, a postal or an IP address. */
	readonly personal: boolean;
}

const factsByType = new WeakMap<z.ZodTypeAny, FieldFacts>();

/** The type inside optional and nullable wrappers, which carry no facts of their own. */
export function innerType(type: z.ZodTypeAny): z.ZodTypeAny {
	return type instanceof z.ZodOptional || type instanceof z.ZodNullable
		? innerType(type.unwrap())
		: type;
}

/** The facts of a field, or undefined where it is only a group of other fields. */
export function factsOf(type: z.ZodTypeAny): FieldFacts | undefined {
	return factsByType.get(innerType(type));
}

/**
 * A documented field.
 *
 * @param type what the field is once it is typed: a number that the vendor sends as text is a number
 * @param description one line of plain English for the event reference
 * @param sample a made-up value in the form in which the vendor sends it
 */
export function field<T extends z.ZodTypeAny>(type: T, description: string, sample: unknown): T {
	const described = type.describe(description);
	factsByType.set(innerType(described), { sample, personal: false });
	return described;
}

/** Marks a field as personal, for the option Personal Data. */
export function personal<T extends z.ZodTypeAny>(type: T): T {
	const inner = innerType(type);
	factsByType.set(inner, { sample: factsByType.get(inner)?.sample, personal: true });
	return type;
}

export const text = (description: string, sample: string) => field(z.string(), description, sample);

export const number = (description: string, sample: number | string) =>
	field(z.number(), description, sample);

export const boolean = (description: string, sample: boolean | string) =>
	field(z.boolean(), description, sample);

/** A group of documented fields, any of which may be missing; fields not documented pass. */
export function group<S extends z.ZodRawShape>(shape: S) {
	return z.object(shape).partial().passthrough();
}

/** A sample of whatever the schema describes, put together from the samples of its fields. */
export function sampleOf(type: z.ZodTypeAny): unknown {
	const facts = factsOf(type);
	if (facts) return structuredClone(facts.sample);
	const inner = innerType(type);
	if (inner instanceof z.ZodArray) return [sampleOf(inner.element)];
	if (!(inner instanceof z.ZodObject)) return null;
	return Object.fromEntries(
		Object.entries<z.ZodTypeAny>(inner.shape).map(([name, member]) => [name, sampleOf(member)]),
	);
}
