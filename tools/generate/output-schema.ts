// A .ts file, so that it shares the catalogues' copy of zod: an .mts file would load its ESM build.
import { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

import { factsOf, innerType } from '../../vendors/field';
import type { Vendor } from '../../vendors/vendor';

const COMMON_FIELDS = {
	eventType: z.string().describe('Name of the event'),
	eventTime: z.string().nullable().describe('When it happened, in ISO 8601'),
	playerId: z.union([z.string(), z.number(), z.null()]).describe('Whom it happened to'),
	eventKey: z.string().describe('The same for every copy of one event'),
};

/**
 * A JSON schema of a trigger's items with Output set to Flattened, whatever the event: n8n's assistant
 * reads it to write expressions for the nodes behind.
 */
export function outputSchema({ anyEventFields }: Vendor): string {
	const item = z
		.object({ ...COMMON_FIELDS, ...flattened(anyEventFields), ...COMMON_FIELDS })
		.passthrough();
	const schema = zodToJsonSchema(item, { $refStrategy: 'none' });
	return `${JSON.stringify({ ...schema, version: 1 }, undefined, '\t')}\n`;
}

/** The fields with the groups taken apart as they are in an item; not what has members of any name. */
function flattened({ shape }: z.AnyZodObject, prefix = ''): z.ZodRawShape {
	const fields = Object.entries<z.ZodTypeAny>(shape).map(([name, type]) => {
		const inner = innerType(type);
		if (inner instanceof z.ZodRecord) return {};
		return !factsOf(type) && inner instanceof z.ZodObject && Object.keys(inner.shape).length > 0
			? flattened(inner, `${prefix}${name}_`)
			: { [prefix + name]: type.optional() };
	});
	return Object.fromEntries(fields.flatMap((field) => Object.entries(field)));
}
