import { z } from 'zod';

import { factsOf, innerType } from '../../vendors/field';
import { isJsonObject, mapMembers, type ReplaceMember } from '../../json/object';
import type { Vendor } from '../../vendors/vendor';
import type { EventInBody } from '../unwrap';

export type PersonalData = 'keep' | 'mask' | 'remove';

const MASK = '***';

/**
 * Masks or removes the personal data of an event, as far as the catalogue knows it: names, e-mail
 * addresses, postal and IP addresses, and, where a vendor has forms, all that is filled in there.
 *
 * @returns what it is given where there is nothing to do, else a copy
 */
export function withoutPersonalData<T extends EventInBody>(
	inBody: T,
	vendor: Vendor,
	how: PersonalData,
): T {
	if (how === 'keep') return inBody;
	const { event, envelope } = inBody;
	const replace = replaceIn(vendor.anyEventFields, how);
	return {
		...inBody,
		event: vendor.mapFields ? vendor.mapFields(event, replace) : mapMembers(event, replace),
		envelope: envelope && mapMembers(envelope, replace),
	};
}

function replaceIn(schema: z.AnyZodObject, how: PersonalData): ReplaceMember {
	const shape: Readonly<Record<string, z.ZodTypeAny>> = schema.shape;
	const catchall: z.ZodTypeAny = schema._def.catchall;
	return (name, value) => {
		const type = Object.hasOwn(shape, name) ? shape[name] : catchall;
		return type ? replaceValue(type, value, how) : value;
	};
}

function replaceValue(type: z.ZodTypeAny, value: unknown, how: PersonalData): unknown {
	if (factsOf(type)?.personal) {
		if (how === 'remove') return undefined;
		return value === null ? null : MASK;
	}
	const inner = innerType(type);
	if (inner instanceof z.ZodArray && Array.isArray(value)) {
		return value.map((element: unknown) => replaceValue(inner.element, element, how));
	}
	if (inner instanceof z.ZodObject && isJsonObject(value)) {
		return mapMembers(value, replaceIn(inner, how));
	}
	return value;
}
