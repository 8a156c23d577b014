import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

/**
 * Looks a credential's secrets over when it is saved. No vendor has an API to check them against, so
 * this finds what cannot be right: nothing, white space around it, a placeholder.
 *
 * @param keyName the vendor's name of the key, as in the form
 */
export function signingSecretTest(keyName: string) {
	return async function (
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const { signingSecret, previousSigningSecret, publisherToken, projectId } =
			credential.data ?? {};
		return toResult([
			problemWith(keyName, signingSecret, { required: true }),
			problemWith(`Previous ${keyName}`, previousSigningSecret, { required: false }),
			problemWith('Publisher Token', publisherToken, { required: false }),
			problemWith('Project ID', projectId, { required: false }),
		]);
	};
}

/** The same for a shared secret and the name of the header or query parameter that carries it. */
export async function testSharedSecret(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { sharedSecret, headerName } = credential.data ?? {};
	return toResult([
		problemWith('Shared Secret', sharedSecret, { required: true }),
		problemWithOwnSecret('Shared Secret', sharedSecret),
		problemWith('Name of Header or Query Parameter', headerName, { required: true }),
		typeof headerName === 'string' && !FIELD_NAME.test(headerName)
			? 'Name of Header or Query Parameter may contain only letters, digits and - _ . characters'
			: undefined,
	]);
}

/** The part of RFC 9110's token that is also safe, as it stands, in a query string. */
const FIELD_NAME = /^[A-Za-z0-9_.-]+$/;

/** Printable ASCII: senders disagree about how anything else is written in a header. */
const HEADER_VALUE = /^[\x21-\x7e]*$/;

const SHORTEST_OWN_SECRET = 16;

const PLACEHOLDER =
	/^(<.*>|\[.*\]|\{.*\}|x{3,}|\*{3,}|\.{3,}|…|todo|secret|password|change.?me|your.*|.*secret.?here)$/i;

function problemWith(
	name: string,
	value: unknown,
	{ required }: { required: boolean },
): string | undefined {
	if (typeof value !== 'string' || value.trim() === '') {
		return required ? `${name} is blank: fill it in` : undefined;
	}
	if (value !== value.trim()) return `${name} has spaces or line breaks around it: remove them`;
	if (PLACEHOLDER.test(value)) return `${name} looks like a placeholder: fill in the real one`;
	return undefined;
}

/** What is wrong with a secret that the user has made up. */
function problemWithOwnSecret(name: string, value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	if (!HEADER_VALUE.test(value)) {
		return `${name} has characters that do not travel well: use letters, digits and - _ . only`;
	}
	if (value.length < SHORTEST_OWN_SECRET) {
		return `${name} is short enough to be guessed: use at least ${SHORTEST_OWN_SECRET} characters`;
	}
	return undefined;
}

function toResult(problems: Array<string | undefined>): INodeCredentialTestResult {
	const problem = problems.find((found) => found !== undefined);
	if (problem !== undefined) return { status: 'Error', message: problem };
	return {
		status: 'OK',
		message: 'Complete. Whether it is the right one shows when the vendor sends its first event.',
	};
}
