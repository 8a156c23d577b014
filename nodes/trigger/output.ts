import { choice } from '../parameter';

/** The shape of an item. */
export const output = choice({
	displayName: 'Output',
	default: 'flattened',
	description: 'What an item looks like',
	options: [
		{
			name: 'Flattened',
			value: 'flattened',
			description: 'One field for each value, easy to map in the next nodes',
		},
		{
			name: 'CloudEvents',
			value: 'cloudEvents',
			description: 'CloudEvents 1.0, the same envelope for all vendors',
		},
		{
			name: 'As Sent',
			value: 'asSent',
			description: 'The event as the vendor sent it, in the field "event"',
		},
	],
});
