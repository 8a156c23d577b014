import { DEEPEST_BODY } from './read-body';
import { MOST_EVENTS } from './unwrap';

/** Why a delivery is not taken. */
export interface Refusal {
	readonly status: 400 | 401 | 403 | 413 | 415 | 503;
	/** One word, for the sender. */
	readonly category:
		| 'signature'
		| 'timestamp'
		| 'token'
		| 'project'
		| 'secret'
		| 'address'
		| 'body'
		| 'callback'
		| 'copy'
		| 'setup';
	/** What the sender may know beyond the word: what a body has to look like. */
	readonly expected?: string;
	/** What happened, for the person who runs n8n; never contains a secret or a signature. */
	readonly reason: string;
	/** What that person can do. */
	readonly remedy: string;
}

/** The body of the answer to a refused delivery. */
export function answerToRefusal(refusal: Refusal) {
	return {
		error: refusal.category,
		...(refusal.expected === undefined ? {} : { expected: refusal.expected }),
	};
}

/** A delivery whose sender has not proved to be the vendor. */
export function unauthorized(
	category: Refusal['category'],
	reason: string,
	remedy: string,
): Refusal {
	return { status: 401, category, reason, remedy };
}

export const noSecret: Refusal = {
	status: 503,
	category: 'setup',
	reason: 'The trigger is to authenticate deliveries, but its credential has no secret.',
	remedy: 'Fill in the credential. The vendor may send the delivery again.',
};

export const copyUnderWay: Refusal = {
	status: 503,
	category: 'copy',
	reason: 'A copy of it is still under way.',
	remedy:
		'Nothing is lost: the vendor may send it again, and the copy counts once n8n has taken it.',
};

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
