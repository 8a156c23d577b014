import { z } from 'zod';

import { OWNER } from '../../../tools/host/owner.mjs';

const answerSchema = z.object({ data: z.object({ rawApiKey: z.string() }) });

/** Makes a key for n8n's public API, as the owner does under Settings > n8n API. */
export async function createApiKey(url: string, scopes: readonly string[]): Promise<string> {
	const post = async (path: string, body: unknown, cookie = ''): Promise<Response> => {
		const response = await fetch(`${url}/rest${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'browser-id': 'queue-test', cookie },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`n8n answered ${response.status} to ${path}`);
		return response;
	};
	const { email, password } = OWNER;
	const login = await post('/login', { emailOrLdapLoginId: email, password });
	const cookie = login.headers.getSetCookie().map((value) => value.split(';')[0]);
	const key = await post(
		'/api-keys',
		{ label: 'queue', expiresAt: null, scopes },
		cookie.join('; '),
	);
	return answerSchema.parse(await key.json()).data.rawApiKey;
}
