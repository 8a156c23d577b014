import type { CatalogueEvent, Vendor } from '../../vendors/vendor';
import { choice, converted, type Parameter } from '../parameter';
import { documentedEvents } from './event-choices';

const REAL = 'real';

/** What Execute step takes; read as the event whose sample that is, undefined for a real one. */
export function testEvent(vendor: Vendor): Parameter<CatalogueEvent | undefined> {
	return converted(
		choice({
			displayName: 'Test Event',
			default: REAL,
			description: `What Execute step takes: the next event that ${vendor.displayName} sends to the Test URL, or a sample of a documented event, for which no credential is needed. Without effect once the workflow is published.`,
			options: [
				{
					name: 'The Next Real Event',
					value: REAL,
					description: `Wait until ${vendor.displayName} sends an event to the Test URL`,
				},
				...documentedEvents(vendor),
			],
		}),
		(chosen) => vendor.catalogue.find(({ name }) => name === chosen),
	);
}
