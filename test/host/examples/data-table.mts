import { z } from 'zod';

import { OWNER } from '../../../host/owner.mjs';

const projectSchema = z.object({ data: z.object({ id: z.string() }) });

/**
 * Makes a data table of text columns in the owner's own project, as on n8n's page Data tables.
 *
 * @param url of n8n
 */
export async function createDataTable(
	url: string,
	name: string,
	rows: ReadonlyArray<Readonly<Record<string, string>>>,
): Promise<void> {
	const { email, password } = OWNER;
	const login = await send(url, '/login', '', { emailOrLdapLoginId: email, password });
	const cookie = login.headers.getSetCookie().map((value) => value.split(';')[0]);
	const session = cookie.join('; ');
	const project = await send(url, '/projects/personal', session);
	const { id } = projectSchema.parse(await project.json()).data;
	const columns = Object.keys(rows[0] ?? {}).map((column) => ({ name: column, type: 'string' }));
	const made = await send(url, `/projects/${id}/data-tables`, session, { name, columns });
	const table = projectSchema.parse(await made.json()).data.id;
	await send(url, `/projects/${id}/data-tables/${table}/insert`, session, {
		data: rows,
		returnType: 'count',
	});
}

async function send(url: string, path: string, cookie: string, body?: object): Promise<Response> {
	const response = await fetch(`${url}/rest${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers: { 'browser-id': 'examples', 'content-type': 'application/json', cookie },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return response;
}
