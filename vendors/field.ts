import { z } from 'zod';

/** What the catalogue knows of a field beside its type. */
export interface FieldFacts {
	/** A made-up value, as the vendor would send it. */
	readonly sample: unknown;
	/** Whether it tells who a player is: a name, an e-mail address, a postal or an IP address. */
	readonly personal: boolean;
	/** Of an amount in the smallest unit of a currency, such as cents: which currency. */
	readonly currency?: Currency;
}

/** A currency: by its code, or by the member beside the amount that holds the code. */
export type Currency = { readonly code: string } | { readonly member: string };

const factsByType = new WeakMap<z.ZodTypeAny, FieldFacts>();

function isWrapper(
	type: z.ZodTypeAny,
): type is z.ZodOptional<z.ZodTypeAny> | z.ZodNullable<z.ZodTypeAny> {
	return type instanceof z.ZodOptional || type instanceof z.ZodNullable;
}

/** The type inside optional and nullable wrappers. */
export function innerType(type: z.ZodTypeAny): z.ZodTypeAny {
	return isWrapper(type) ? innerType(type.unwrap()) : type;
}

/** The facts of a field, or undefined where it is only a group of other fields. */
export function factsOf(type: z.ZodTypeAny): FieldFacts | undefined {
	return factsByType.get(type) ?? (isWrapper(type) ? factsOf(type.unwrap()) : undefined);
}

/**
 * A documented field. It is optional unless `required` says otherwise: vendors tell receivers to
 * expect missing members.
 *
 * The facts belong to the optional type, so that one inner type serves all fields: making a type costs
 * microseconds, and the triggers make hundreds when n8n starts.
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
	const optional = z.optional(type, { description });
	factsByType.set(optional, { sample, personal: false });
	return optional;
}

const STRING = z.string();
const NUMBER = z.number();
const BOOLEAN = z.boolean();
const DATE = z.string().datetime({ offset: true });
const NUMBER_OR_TEXT = z.union([NUMBER, STRING]);
const TEXT_OR_NULL = STRING.nullable();
const ANYTHING = z.unknown();

export const text = (description: string, sample: string) => field(STRING, description, sample);

export const textOrNull = (description: string, sample: string | null) =>
	field(TEXT_OR_NULL, description, sample);

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
	factsByType.set(type, { sample: undefined, ...factsOf(type), personal: true });
	return type;
}

/** Marks a field as an amount in the smallest unit of a currency, for the option Amounts. */
export function amountIn<T extends z.ZodTypeAny>(currency: Currency, type: T): T {
	factsByType.set(type, { sample: undefined, personal: false, ...factsOf(type), currency });
	return type;
}

/** The same fields, of which the vendor documents that none is ever missing. */
export function required(shape: z.ZodRawShape): z.ZodRawShape {
	return Object.fromEntries(
		Object.entries(shape).map(([name, type]) => [name, requiredType(type)]),
	);
}

function requiredType(type: z.ZodTypeAny): z.ZodTypeAny {
	if (!(type instanceof z.ZodOptional)) return type;
	const inner: z.ZodTypeAny = type.unwrap().describe(type.description ?? '');
	const facts = factsOf(type);
	if (facts) factsByType.set(inner, facts);
	return inner;
}

/** The documented fields of an event; fields not documented pass. */
export function fieldsOf(shape: z.ZodRawShape) {
	return z.object(shape).passthrough();
}

/** A member that is an object of documented fields. */
export function group(description: string, shape: z.ZodRawShape) {
	return z.optional(fieldsOf(shape), { description });
}

/** A member that is a list of such objects. */
export function listOf(description: string, shape: z.ZodRawShape) {
	return z.optional(z.array(fieldsOf(shape)), { description });
}

/** Every field that any of the schemas documents, all optional. */
export function unionOf(schemas: readonly z.AnyZodObject[]): z.AnyZodObject {
	const typesByName = new Map<string, Set<z.ZodTypeAny>>();
	for (const { shape } of schemas) {
		for (const [name, type] of Object.entries<z.ZodTypeAny>(shape)) {
			const types = typesByName.get(name);
			if (types) types.add(type);
			else typesByName.set(name, new Set([type]));
		}
	}
	const union = [...typesByName].map(([name, types]) => [name, eitherType([...types])] as const);
	return fieldsOf(Object.fromEntries(union));
}

/** One type for a field that events document differently: an object or list has all the members. */
function eitherType(types: readonly z.ZodTypeAny[]): z.ZodTypeAny {
	const [first = ANYTHING] = types;
	const inner = types.map(innerType);
	const description = first.description ?? '';
	if (types.length > 1 && !factsOf(first)) {
		if (inner.every(isObject)) return z.optional(unionOf(inner), { description });
		if (inner.every(isList)) {
			const element = eitherType(inner.map((list) => list.element));
			return z.optional(z.array(element), { description });
		}
	}
	const kind = innerType(first).constructor;
	if (inner.every((type) => type.constructor === kind)) {
		return first instanceof z.ZodOptional ? first : first.optional();
	}
	// Where they disagree about the type itself, a value is best left as it was sent.
	const asSent = anything(description, factsOf(first)?.sample);
	return types.some((type) => factsOf(type)?.personal) ? personal(asSent) : asSent;
}

const isObject = (type: z.ZodTypeAny): type is z.AnyZodObject => type instanceof z.ZodObject;
const isList = (type: z.ZodTypeAny): type is z.ZodArray<z.ZodTypeAny> => type instanceof z.ZodArray;

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
