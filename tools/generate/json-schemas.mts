import { zodToJsonSchema } from 'zod-to-json-schema';

import type { Vendor } from '../../vendors/vendor';

/** docs/schemas/<vendor>.json: a JSON schema of each event's data, typed and not flattened. */
export function jsonSchemas(vendor: Vendor): string {
	const schemas = vendor.catalogue.map((row) => {
		const { $schema, ...schema } = zodToJsonSchema(row.fields, { $refStrategy: 'none' });
		return [row.name, { title: row.name, description: row.summary, ...schema }] as const;
	});
	return `${JSON.stringify(
		{
			$schema: 'http://json-schema.org/draft-07/schema#',
			title: `${vendor.displayName} events`,
			definitions: Object.fromEntries(schemas),
		},
		undefined,
		'\t',
	)}\n`;
}
