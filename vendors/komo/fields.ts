import { z } from 'zod';

import { boolean, date, field, number, personal, required, text } from '../field';

/** What every example carries, whatever the event. */
const component = required({
	id: text(
		'ID of the component; not unique for each event',
		'2e98d44b-36c9-4115-bcd9-b66565a49aaf',
	),
	event: text('Name of the event, as in eventType', 'CardViewed'),
	timestamp: date('When the component was created, as in eventTime', '2025-04-13T10:39:27.411Z'),
});

const visit = {
	site_id: text('ID of the hub', '04f66d5e-0a32-4af3-a1f9-3bd80f95f0e1'),
	site_name: text('Name of the hub', 'Copper Rays Summer Hub'),
	user_session_id: text('ID of the session', 'e31a4720-ad17-4c55-a830-a335e96fe211'),
};

const cardName = {
	card_id: text('ID of the card', 'a5f88b17-2a60-4dd3-99b0-7a477902f38f'),
	card_name: text('Internal name of the card, not its public title', 'Round 4, before the game'),
};

/** The types are an open set; the sample is the one that examples of the event carry. */
const card = (type: string) => ({
	...cardName,
	card_type: text('Type of the card', type),
});

/** Attributes of the profile, else of the session. The names are free; these stand in examples. */
const visitor = {
	user_profile_id: text(
		'ID of the profile, as in playerId; only for visitors who have signed in',
		'3fb39bb2-b7e8-44e4-8ef9-9d220dfea514',
	),
	email: personal(text('E-mail address, where the hub asks for it', 'ines.farrow@example.net')),
	first_name: personal(text('First name, where the hub asks for it', 'Ines')),
	last_name: personal(text('Last name, where the hub asks for it', 'Farrow')),
};

/** The events of which the documentation shows which members are never missing … */
export const hubEvent = { ...component, ...required(visit), ...visitor };
export const cardEvent = (cardType: string) => ({ ...hubEvent, ...required(card(cardType)) });

/** … and those of which only the name could be read. */
export const assumedHubEvent = { ...component, ...visit, ...visitor };
export const assumedCardEvent = (cardType: string) => ({ ...assumedHubEvent, ...card(cardType) });

/** Marked as required by pages on which examples leave it out, so it is optional here. */
export const gameplay = {
	score: number('Score of the visitor, sent as text', '70'),
	correct: number('Number of correct answers, sent as text', '7'),
};

export const entry = {
	competition_entry_id: text('ID of the entry', '46c5c23a-a5c1-4e5e-b201-b318cece82c8'),
};

/** What a form adds, beside one member for each of its fields. */
export const form = {
	submission_id: text('ID of the form submission', '5c069eac-3671-4ea2-9539-480a405d240d'),
	optin: boolean('Whether the visitor opted in, sent as text', 'true'),
};

export const prize = required({
	prize_recipient_id: text('ID of the award', '5c33edce-6fe9-4183-88d9-e202fe670290'),
	prize_id: text('ID of the prize', 'aa1c113a-4420-49f3-afe7-9030169d4336'),
	prize_name: text('Name of the prize', 'Signed training bib'),
});

export const trivia = {
	trivia_gameplay_id: text('ID of the gameplay', '17437fed-a14a-4c9a-a14b-6fb8c558539d'),
};

export const video = {
	video_url: text('URL of the video', 'https://video.example.com/watch/coach-interview-r4'),
};

/**
 * Every other member is an attribute of the visitor or the answer to a form field, so it holds what
 * a person has typed in.
 */
const ANSWER = personal(
	field(z.unknown(), 'An attribute of the visitor or an answer in a form', 'Copper Rays'),
);

/** The fields of an event, and any answers. */
export function withAnswers(shape: z.ZodRawShape) {
	return z.object(shape).catchall(ANSWER);
}
