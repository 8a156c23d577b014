import {
	anything,
	boolean,
	fieldsOf,
	group,
	listOf,
	number,
	personal,
	text,
	unionOf,
} from '../../vendors/field';
import { isJsonObject } from '../../json/object';
import { textOf, type CatalogueEvent, type Vendor } from '../../vendors/vendor';

const common = {
	id: text('ID of the event', 'e-1'),
	name: text('Name of the event', 'ship.docked'),
	at: text('When it happened', '2025-06-02T17:45:20.913Z'),
	captain: personal(text('Who steers', 'Ines Farrow')),
};

const documented = {
	group: 'Ship',
	status: 'current',
	confirmed: true,
	source: 'https://docs.harbour.example/events',
} as const;

const catalogue: readonly CatalogueEvent[] = [
	{
		...documented,
		name: 'ship.docked',
		spellings: ['ship_docked', 'ShipDocked'],
		title: 'Docked',
		summary: 'A ship has reached its berth',
		fields: fieldsOf({
			...common,
			berth: number('Number of the berth', '14'),
			customs: boolean('Whether customs has seen it', 'true'),
			cargo: listOf('What is on board', {
				tons: number('Weight', '12.50'),
				label: text('Inscription', '007'),
				owner: personal(text('Whose it is', 'Ines Farrow')),
			}),
			agent: group('Who looks after it', {
				name: personal(text('Name', 'Ines Farrow')),
				fee: number('Fee', '5000.00'),
				code: text('Code', '99'),
			}),
			notes: anything('Whatever the harbour notes', { tide: '3' }),
		}),
	},
	{
		...documented,
		name: 'ship.left',
		title: 'Left',
		summary: 'A ship has left its berth',
		fields: fieldsOf(common),
	},
];

/** A vendor that exists in no catalogue: wraps its events in `calls`, and has ids for some. */
export const harbour: Vendor = {
	id: 'harbour',
	displayName: 'Harbour',
	reverseDomain: 'example.harbour',
	website: 'https://harbour.example',
	successStatus: 200,
	credential: 'harbourWebhookApi',
	authentication: { kind: 'sharedSecret' },
	catalogue,
	anyEventFields: unionOf(catalogue.map(({ fields }) => fields)),
	wrapper: 'calls',
	nameOf: (event) => textOf(event.name),
	identify: (event) => ({
		time: event.at,
		player: isJsonObject(event.ship) ? event.ship.id : event.shipId,
		id: event.id,
	}),
	equalEventsAreOne: true,
	filters: { berths: (event) => textOf(event.berth) },
	sampleDelivery: ({ name }) => ({ name }),
	renew: (event, id, time) => ({ ...event, id, at: time.toISOString() }),
};
