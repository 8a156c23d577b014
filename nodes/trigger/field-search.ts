import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { documentedFields, type DocumentedField } from '../../delivery/item/documented-fields';
import { ALL_EVENTS } from '../../delivery/selection/selection';
import type { Vendor } from '../../vendors/vendor';
import { namesIn } from '../parameter';

/** What a trigger calls the method below. */
export const FIELD_SEARCH = 'searchFields';

const COMMON_FIELDS: ReadonlyArray<Pick<DocumentedField, 'name' | 'meaning'>> = [
	{ name: 'eventType', meaning: 'Name of the event' },
	{ name: 'eventTime', meaning: 'When the event occurred' },
	{ name: 'playerId', meaning: 'ID of the player' },
	{ name: 'eventKey', meaning: 'ID of the event' },
];

/** Lists the fields of the events chosen in Trigger On, each with its meaning. */
export function fieldSearch(vendor: Vendor) {
	return async function searchFields(
		this: ILoadOptionsFunctions,
		filter = '',
	): Promise<INodeListSearchResult> {
		const chosen = namesIn(this.getCurrentNodeParameter('events'));
		const separator = this.getCurrentNodeParameter('options.separator');
		const wanted = filter.toLowerCase();
		return {
			results: fieldsOf(vendor, chosen, typeof separator === 'string' ? separator : '_')
				.map(({ name, meaning }) => ({ name: `${name}: ${meaning}`, value: name }))
				.filter(({ name }) => name.toLowerCase().includes(wanted)),
		};
	};
}

/** The fields that a flattened item of one of the events can have; each once, the common ones first. */
function fieldsOf({ catalogue }: Vendor, chosen: readonly string[], separator: string) {
	const rows = chosen.includes(ALL_EVENTS)
		? catalogue
		: catalogue.filter(({ name }) => chosen.includes(name));
	const byName = new Map(COMMON_FIELDS.map((field) => [field.name, field]));
	for (const field of rows.flatMap(({ fields }) => documentedFields(fields, separator))) {
		// Members of a list's elements are no fields of an item.
		if (!field.name.includes('[]') && !byName.has(field.name)) byName.set(field.name, field);
	}
	return [...byName.values()];
}
