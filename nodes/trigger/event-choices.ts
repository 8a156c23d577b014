import type { INodePropertyOptions } from 'n8n-workflow';

import { UNRECOGNIZED } from '../../delivery/classify';
import { ALL_EVENTS } from '../../delivery/select';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';

/** The Trigger On list of a vendor: everything, what nobody knows, then the catalogue by name. */
export function eventChoices({ catalogue }: Vendor): INodePropertyOptions[] {
	const byName = (one: INodePropertyOptions, other: INodePropertyOptions) =>
		one.name.localeCompare(other.name);
	const choicesOf = (rows: readonly CatalogueEvent[]) => rows.map(toChoice).sort(byName);
	return [
		{ name: '[All]', value: ALL_EVENTS, description: 'Every event, also those this list lacks' },
		{
			name: '[Unrecognized]',
			value: UNRECOGNIZED,
			description: 'Events that are not in this list, such as ones the vendor has just added',
		},
		...choicesOf(catalogue.filter(({ status }) => status !== 'legacy' || !hasCurrent(catalogue))),
		...choicesOf(catalogue.filter(({ status }) => status === 'legacy' && hasCurrent(catalogue))),
	];
}

/** The name of an event as a person reads it, such as "Order: Completed". */
export function displayNameOf({ group, title, status }: CatalogueEvent): string {
	return `${group}: ${title}${status === 'legacy' ? ' (Legacy)' : ''}`;
}

function toChoice(row: CatalogueEvent): INodePropertyOptions {
	return { name: displayNameOf(row), value: row.name, description: row.summary };
}

/** Komo has labelled nearly all of its events legacy: there they need no place of their own. */
function hasCurrent(catalogue: readonly CatalogueEvent[]): boolean {
	return catalogue.some(({ status }) => status === 'current');
}
