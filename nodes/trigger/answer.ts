import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What n8n calls on a response to answer, and what those call in turn. */
const WRITERS = [
	'append',
	'end',
	'header',
	'json',
	'redirect',
	'render',
	'send',
	'sendStatus',
	'set',
	'setHeader',
	'status',
	'type',
	'write',
	'writeHead',
] as const;

/**
 * Answers the sender now, with a status of our own, for which n8n has no other way.
 *
 * When webhook() then throws, so that the reason stands in an execution, n8n answers once more, with
 * an error of its own: from now on what is written to this response goes nowhere.
 */
export function answerNow(response: Response, status: number, body: object): void {
	response.status(status).json(body);
	const ignore = () => response;
	for (const writer of WRITERS) {
		Object.defineProperty(response, writer, { value: ignore, configurable: true, writable: true });
	}
}
