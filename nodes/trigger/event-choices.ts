import type { INodePropertyOptions } from 'n8n-workflow';

import { UNRECOGNIZED } from '../../delivery/classify';
import { ALL_EVENTS } from '../../delivery/selection/selection';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';

/** The Trigger On list of a vendor: everything, what nobody knows, then the documented events. */
export function eventChoices(vendor: Vendor): INodePropertyOptions[] {
	return [
		{
			name: '[All]',
			value: ALL_EVENTS,
			action: 'On any event',
			description: 'Every event, also those this list lacks, whatever else is chosen beside it',
		},
		{
			name: '[Unrecognized]',
			value: UNRECOGNIZED,
			action: 'On an event that this list lacks',
			description: 'Events that are not in this list, such as ones the vendor has just added',
		},
		...documentedEvents(vendor),
	];
}

/** The events of a vendor's catalogue, by name. */
export function documentedEvents({ catalogue }: Vendor): INodePropertyOptions[] {
	return [
		...choicesOf(catalogue.filter((row) => !isLegacy(row))),
		...choicesOf(catalogue.filter(isLegacy)),
	];
}

/** The name of an event as a person reads it, such as "Order: Refunded". */
export function displayNameOf(row: CatalogueEvent): string {
	return `${row.group}: ${row.title}${isLegacy(row) ? ' (Legacy)' : ''}`;
}

/** An expression for the text below a node: the chosen events by name, without a look at the list. */
export function eventsSubtitle({ catalogue }: Vendor): string {
	const names = Object.fromEntries([
		[UNRECOGNIZED, 'Unrecognized'],
		...catalogue.map((row) => [row.name, displayNameOf(row)]),
	]);
	return `={{ ((chosen, names) => chosen.includes("${ALL_EVENTS}") ? "All events" : chosen.map((event) => names[event] ?? event).join(", "))([$parameter["events"]].flat(), ${JSON.stringify(names)}) }}`;
}

/** An event of which the vendor says only that it will go stays as it is: nothing else can be chosen. */
function isLegacy({ replacedBy }: CatalogueEvent): boolean {
	return replacedBy !== undefined;
}

function choicesOf(rows: readonly CatalogueEvent[]): INodePropertyOptions[] {
	return rows
		.map((row) => ({
			// The list is searched by this text only.
			name: `${displayNameOf(row)} (${row.name})`,
			value: row.name,
			action: `On ${displayNameOf(row)}`,
			description: row.summary,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));
}
