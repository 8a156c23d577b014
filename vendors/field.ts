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
 * A documented field. It is optional unless `required` says otherwise: vendors tell receivers to
 * expect missing members.
 *
 * @param type what the field is once it is typed: a number that the vendor sends as text is a number
 * @param description one line of plain English for the event reference
 * @param sample a made-up value in the form in which the vendor sends it
 */
export function field<T extends z.ZodTypeAny>(
	type: T,
	description: string,
	sample: unknown,
): z.ZodOptional<T> {
	const described = type.describe(description);
	factsByType.set(innerType(described), { sample, personal: false });
	return described.optional();
}

// One type of each kind is enough: describing one makes a copy.
const STRING = z.string();
const NUMBER = z.number();
const BOOLEAN = z.boolean();
const DATE = z.string().datetime({ offset: true });
const NUMBER_OR_TEXT = z.union([NUMBER, STRING]);
const ANYTHING = z.unknown();

export const text = (description: string, sample: string | null) =>
	field(STRING, description, sample);

export const number = (description: string, sample: number | string) =>
	field(NUMBER, description, sample);

export const boolean = (description: string, sample: boolean | string) =>
	field(BOOLEAN, description, sample);

/** A point in time: text in ISO 8601. */
export const date = (description: string, sample: string) => field(DATE, description, sample);

/** For fields that the vendor writes as a number here and as text there. */
export const numberOrText = (description: string, sample: number | string) =>
	field(NUMBER_OR_TEXT, description, sample);

/** A value whose form is somebody else's business, such as metadata of the user's own. */
export const anything = (description: string, sample: unknown) =>
	field(ANYTHING, description, sample);

/** Marks a field as personal, for the option Personal Data. */
export function personal<T extends z.ZodTypeAny>(type: T): T {
	const inner = innerType(type);
	factsByType.set(inner, { sample: factsByType.get(inner)?.sample, personal: true });
	return type;
}

/** A field that may also be null. */
export function nullable<T extends z.ZodTypeAny>(type: z.ZodOptional<T>) {
	return type.unwrap().nullable().optional();
}

type RequiredShape<S extends z.ZodRawShape> = { [K in keyof S]: z.deoptional<S[K]> };

/** The same fields, of which the vendor documents that none is ever missing. */
export function required<S extends z.ZodRawShape>(shape: S): RequiredShape<S>;
export function required(shape: z.ZodRawShape): z.ZodRawShape {
	return Object.fromEntries(
		Object.entries(shape).map(([name, type]) => [
			name,
			type instanceof z.ZodOptional ? type.unwrap() : type,
		]),
	);
}

/** The documented fields of an event; fields not documented pass. */
export function fieldsOf<S extends z.ZodRawShape>(shape: S) {
	return z.object(shape).passthrough();
}

/** A member that is an object of documented fields. */
export function group<S extends z.ZodRawShape>(description: string, shape: S) {
	return fieldsOf(shape).describe(description).optional();
}

/** A member that is a list of such objects. */
export function listOf<S extends z.ZodRawShape>(description: string, shape: S) {
	return z.array(fieldsOf(shape)).describe(description).optional();
}

/** One type for a field that two events document: of two objects or lists, with all their members. */
function eitherType(one: z.ZodTypeAny, other: z.ZodTypeAny): z.ZodTypeAny {
	const [first, second] = [innerType(one), innerType(other)];
	if (first === second) return first;
	if (first instanceof z.ZodObject && second instanceof z.ZodObject && !factsOf(first)) {
		return unionOf([first, second]);
	}
	if (first instanceof z.ZodArray && second instanceof z.ZodArray && !factsOf(first)) {
		return z.array(eitherType(first.element, second.element));
	}
	// Where events disagree about a type, the value is best left as it was sent.
	return first.constructor === second.constructor ? first : ANYTHING;
}

/** Every field that any of the schemas documents, all optional. */
export function unionOf(schemas: readonly z.AnyZodObject[]): z.AnyZodObject {
	const union = new Map<string, z.ZodTypeAny>();
	for (const { shape } of schemas) {
		for (const [name, type] of Object.entries<z.ZodTypeAny>(shape)) {
			const known = union.get(name);
			if (known === type) continue;
			union.set(name, known ? eitherType(known, type).optional() : type.optional());
		}
	}
	return fieldsOf(Object.fromEntries(union));
}

/** A sample of an object, put together from the samples of its fields. */
export function sampleOfFields({ shape }: z.AnyZodObject): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries<z.ZodTypeAny>(shape).map(([name, type]) => [name, sampleOf(type)]),
	);
}

/** A sample of whatever the type describes. */
export function sampleOf(type: z.ZodTypeAny): unknown {
	const facts = factsOf(type);
	if (facts) return structuredClone(facts.sample);
	const inner = innerType(type);
	if (inner instanceof z.ZodArray) return [sampleOf(inner.element)];
	return inner instanceof z.ZodObject ? sampleOfFields(inner) : null;
}
