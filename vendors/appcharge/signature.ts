import type { SignatureHeaders, SignatureScheme } from '../signature-scheme';

/**
 * Over the time, a full stop and the body; the sample code of the page signs the parsed body.
 *
 * @see https://docs.appcharge.com/api-reference/events/v2/introduction
 */
export const signatureScheme: SignatureScheme = {
	kind: 'signature',
	keyName: 'Main Key',
	read: (header) => readSignature(header('signature')),
	write: ({ timestamp, digest }) => ({ signature: `t=${timestamp},v1=${digest}` }),
	over: ({ timestamp }) => `${timestamp}.`,
	encoding: 'hex',
	timestampOf: (time) => String(time.getTime()),
	timestampMustBeReadable: true,
	signsCompactJson: true,
	headerChecks: [
		{ header: 'x-publisher-token', credentialField: 'publisherToken', category: 'token' },
		{ header: 'x-project-id', credentialField: 'projectId', category: 'project' },
	],
};

/** More are never sent, not even while a key is being replaced. */
const MOST_DIGESTS = 8;

/**
 * Reads `t=<time>,v1=<hexadecimal digest>`: parts in any order, unknown ones skipped, v1 more than
 * once. One revision of the page prints the value with `signature=` in front.
 *
 * @returns undefined unless there are a time and a digest
 */
function readSignature(header: string | undefined): SignatureHeaders | undefined {
	if (header === undefined) return undefined;
	let timestamp = '';
	const digests: string[] = [];
	for (const untrimmed of withoutPrefix(header.trim(), 'signature=').split(',')) {
		const part = untrimmed.trim();
		if (part.startsWith('t=')) timestamp ||= part.slice('t='.length);
		else if (part.startsWith('v1=') && digests.length < MOST_DIGESTS) {
			const digest = part.slice('v1='.length);
			if (digest !== '') digests.push(digest);
		}
	}
	return timestamp !== '' && digests.length > 0 ? { timestamp, digests } : undefined;
}

function withoutPrefix(text: string, prefix: string): string {
	return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
