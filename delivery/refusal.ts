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
