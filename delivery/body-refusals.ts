import { DEEPEST_BODY } from './read-body';
import type { Refusal } from './refusal';
import { MOST_EVENTS } from './unwrap';

export const notJson: Refusal = {
	status: 415,
	category: 'body',
	expected: 'JSON, sent as application/json',
	reason: 'Its body is not JSON.',
	remedy: 'Have the sender send JSON with the content type application/json.',
};

export const nestedTooDeep: Refusal = {
	status: 400,
	category: 'body',
	expected: `JSON that is nested at most ${DEEPEST_BODY} levels deep`,
	reason: `Its JSON is nested more than ${DEEPEST_BODY} levels deep.`,
	remedy: 'No vendor sends such a body; find out who sent it.',
};

export const noEvent: Refusal = {
	status: 400,
	category: 'body',
	expected: 'A JSON object, or a list with objects in it',
	reason: 'Its JSON is neither an object nor a list with objects in it.',
	remedy: 'Send each event as a JSON object.',
};

export const tooManyEvents: Refusal = {
	status: 413,
	category: 'body',
	expected: `At most ${MOST_EVENTS} events in one delivery`,
	reason: `It has more than ${MOST_EVENTS} events.`,
	remedy: 'No vendor is known to send so many at once; have the sender send fewer.',
};

/** @param what such as "the Grant Award callback" */
export function isCallback(what: string): Refusal {
	return {
		status: 400,
		category: 'callback',
		expected: `An event; this is ${what}`,
		reason: `It is ${what} and no event. It wants an answer of its own, which this trigger cannot give.`,
		remedy:
			'In the vendor’s dashboard, give the callback another URL; only events belong to this one.',
	};
}
