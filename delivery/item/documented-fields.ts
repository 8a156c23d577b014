import { z } from 'zod';

import { factsOf, innerType } from '../../vendors/field';

/** A field of a flattened item, as its event documents it. */
export interface DocumentedField {
	/** The name in a flattened item; `[]` stands for the elements of a list. */
	readonly name: string;
	readonly type: string;
	readonly meaning: string;
	readonly isPersonal: boolean;
}

/**
 * The fields of an event's schema, with the groups taken apart as they are when flattened.
 *
 * @param separator stands between the parts of a nested field's name
 */
export function documentedFields(
	schema: z.AnyZodObject,
	separator: string,
	prefix = '',
): DocumentedField[] {
	return Object.entries<z.ZodTypeAny>(schema.shape).flatMap(([member, type]) =>
		fieldsOfMember(prefix + member, type, separator),
	);
}

function fieldsOfMember(name: string, type: z.ZodTypeAny, separator: string): DocumentedField[] {
	const inner = innerType(type);
	const facts = factsOf(type);
	if (!facts && inner instanceof z.ZodObject) {
		return documentedFields(inner, separator, name + separator);
	}
	const field: DocumentedField = {
		name,
		type: typeInWords(type),
		meaning: inner.description ?? type.description ?? '',
		isPersonal: facts?.personal ?? false,
	};
	const element = inner instanceof z.ZodArray ? innerType(inner.element) : undefined;
	if (!facts && element instanceof z.ZodObject) {
		return [field, ...documentedFields(element, separator, `${name}[].`)];
	}
	return [field];
}

function typeInWords(type: z.ZodTypeAny): string {
	if (type instanceof z.ZodOptional) return typeInWords(type.unwrap());
	if (type instanceof z.ZodNullable) return `${typeInWords(type.unwrap())} or null`;
	if (type instanceof z.ZodString) return type.isDatetime ? 'date and time' : 'text';
	if (type instanceof z.ZodNumber) return 'number';
	if (type instanceof z.ZodBoolean) return 'true or false';
	if (type instanceof z.ZodArray) return 'list';
	if (type instanceof z.ZodUnion) {
		return type.options.map((option: z.ZodTypeAny) => typeInWords(option)).join(' or ');
	}
	if (type instanceof z.ZodObject) {
		if ('languages' in type.shape) return 'texts by language';
		return 'displayValue' in type.shape ? 'coded value' : 'object';
	}
	if (type instanceof z.ZodEnum) return type.options.join(' or ');
	if (type instanceof z.ZodRecord) return 'object';
	return 'any';
}
