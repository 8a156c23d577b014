import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { readExecutionData, type ExecutionData } from './execution-data.mjs';
import { HostFailure } from './failure.mjs';
import { OWNER } from './owner.mjs';
import type { WorkflowDraft } from './workflow.mjs';

export interface CredentialDraft {
	readonly name: string;
	readonly type: string;
	readonly data: Readonly<Record<string, unknown>>;
}

/** How an attempt to activate a workflow ended. */
export type Publication =
	| { readonly active: true }
	| { readonly active: false; readonly reason: string };

export interface ExecutionSummary {
	readonly id: string;
	/** `success`, `error`, `running`, `new`, `waiting`, `canceled` or `crashed`. */
	readonly status: string;
}

export interface Execution extends ExecutionSummary, ExecutionData {}

const PUBLICATION_LIMIT = 30_000;
const EXECUTION_LIMIT = 30_000;
const POLL = 100;
const UNDER_WAY = new Set(['new', 'running', 'waiting']);

const idSchema = z.object({ id: z.string() });
const workflowSchema = z.object({ id: z.string(), name: z.string(), versionId: z.string() });
const namedSchema = z.array(z.object({ id: z.string(), name: z.string() }));
const credentialSchema = z.object({ name: z.string(), type: z.string() });
const apiKeySchema = z.object({ rawApiKey: z.string() });
const settingsSchema = z.object({
	userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }),
});
const summarySchema = z.object({ id: z.string(), status: z.string() });
const publicationSchema = z.object({
	status: z.string(),
	triggers: z.array(z.object({ status: z.string(), errorMessage: z.string().nullish() })),
});
const runSchema = z.object({
	executionId: z.string().optional(),
	waitingForWebhook: z.boolean().optional(),
});

/** A refusal by n8n's REST interface. */
export class N8nApiError extends Error {
	override readonly name = 'N8nApiError';

	constructor(
		readonly status: number,
		/** n8n's own words. */
		readonly reason: string,
		request: string,
	) {
		super(`n8n answered ${status} to ${request}: ${reason}`);
	}
}

/** n8n's REST interface, the one that its editor uses: what tests and `npm start` need of it. */
export class N8nApi {
	private cookie = '';

	/** @param url of n8n, without a slash at the end */
	constructor(readonly url: string) {}

	/** Signs in as the owner, whose account is made when n8n is new. */
	async signIn(): Promise<void> {
		const { userManagement } = await this.get('/settings', settingsSchema);
		if (userManagement.showSetupOnFirstLoad) {
			await this.send('POST', '/owner/setup', OWNER, z.unknown());
			return;
		}
		const { email, password } = OWNER;
		try {
			await this.send('POST', '/login', { emailOrLdapLoginId: email, password }, z.unknown());
		} catch (error) {
			if (!(error instanceof N8nApiError)) throw error;
			throw new HostFailure(
				`n8n does not let ${email} in, so its password was changed: start with --fresh to begin anew.`,
			);
		}
	}

	/** @returns the credential's id */
	async createCredential(credential: CredentialDraft): Promise<string> {
		return (await this.send('POST', '/credentials', credential, idSchema)).id;
	}

	/** Creates a credential, or replaces the one of the same name. */
	async putCredential(credential: CredentialDraft): Promise<string> {
		const known = await this.get('/credentials', namedSchema);
		const same = known.find(({ name }) => name === credential.name);
		if (same === undefined) return await this.createCredential(credential);
		await this.send('PATCH', `/credentials/${same.id}`, credential, z.unknown());
		return same.id;
	}

	/** Replaces what is filled in in a credential. */
	async updateCredential(id: string, data: CredentialDraft['data']): Promise<void> {
		const { name, type } = await this.get(`/credentials/${id}`, credentialSchema);
		await this.send('PATCH', `/credentials/${id}`, { name, type, data }, z.unknown());
	}

	/** Removes every credential. */
	async removeCredentials(): Promise<void> {
		for (const { id } of await this.get('/credentials', namedSchema)) {
			await this.send('DELETE', `/credentials/${id}`, undefined, z.unknown());
		}
	}

	/** Makes a key for n8n's public API, with these scopes only. */
	async createApiKey(label: string, scopes: readonly string[]): Promise<string> {
		const draft = { label, scopes, expiresAt: null };
		return (await this.send('POST', '/api-keys', draft, apiKeySchema)).rawApiKey;
	}

	/** @returns the workflow's id */
	async createWorkflow(draft: WorkflowDraft): Promise<string> {
		return (await this.send('POST', '/workflows', draft, workflowSchema)).id;
	}

	/** Creates a workflow, or replaces the one of the same name, whose executions stay. */
	async putWorkflow(draft: WorkflowDraft): Promise<string> {
		const known = await this.get('/workflows', namedSchema);
		const same = known.find(({ name }) => name === draft.name);
		if (same === undefined) return await this.createWorkflow(draft);
		await this.updateWorkflow(same.id, draft);
		return same.id;
	}

	async updateWorkflow(id: string, draft: WorkflowDraft): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.send('PATCH', `/workflows/${id}`, { ...draft, versionId }, z.unknown());
	}

	/** Activates a workflow and waits until its webhooks answer, or n8n says why they do not. */
	async activate(id: string): Promise<Publication> {
		const { versionId } = await this.workflow(id);
		try {
			await this.send('POST', `/workflows/${id}/activate`, { versionId }, z.unknown());
		} catch (error) {
			// Releases that activate at once answer with the trigger's words.
			if (error instanceof N8nApiError && error.status < 500) {
				return { active: false, reason: error.reason };
			}
			throw error;
		}
		return await this.publication(id);
	}

	async deactivate(id: string): Promise<void> {
		await this.send('POST', `/workflows/${id}/deactivate`, {}, z.unknown());
	}

	/** Waits for the outcome of an activation. */
	async publication(id: string): Promise<Publication> {
		const deadline = Date.now() + PUBLICATION_LIMIT;
		for (;;) {
			const state = await this.publicationState(id);
			if (state === undefined || state.status === 'published') return { active: true };
			const failed = state.triggers.find(({ errorMessage }) => errorMessage);
			if (state.status !== 'in_progress') {
				return { active: false, reason: failed?.errorMessage ?? state.status };
			}
			if (Date.now() > deadline) return { active: false, reason: 'n8n did not finish activating' };
			await sleep(POLL);
		}
	}

	/** Undefined on releases that activate at once and know no such state. */
	private async publicationState(
		id: string,
	): Promise<z.infer<typeof publicationSchema> | undefined> {
		try {
			return await this.get(`/workflows/${id}/publication-status`, publicationSchema);
		} catch (error) {
			if (error instanceof N8nApiError && error.status === 404) return undefined;
			throw error;
		}
	}

	/** The newest 100 executions of a workflow, the newest first. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const page = z.object({ results: z.array(summarySchema) });
		return (await this.get(`/executions?limit=100&filter=${filter}`, page)).results;
	}

	/** One execution with what its nodes put out. */
	async execution(id: string): Promise<Execution> {
		const stored = await this.get(`/executions/${id}`, summarySchema.extend({ data: z.string() }));
		return { id, status: stored.status, ...readExecutionData(stored.data) };
	}

	/**
	 * Waits until a workflow has this many executions more than it had, all of them ended.
	 *
	 * @param before ids of the executions that it had
	 * @returns the new ones, the oldest first; fewer when 30 s pass
	 */
	async newExecutions(
		workflowId: string,
		before: ReadonlySet<string>,
		count: number,
	): Promise<Execution[]> {
		const deadline = Date.now() + EXECUTION_LIMIT;
		for (;;) {
			const all = await this.executions(workflowId);
			const fresh = all.filter(({ id }) => !before.has(id));
			const ended = fresh.filter(({ status }) => !UNDER_WAY.has(status));
			if ((ended.length >= count && ended.length === fresh.length) || Date.now() > deadline) {
				return await Promise.all(ended.reverse().map(async ({ id }) => await this.execution(id)));
			}
			await sleep(POLL);
		}
	}

	/**
	 * Runs a workflow by hand from one of its triggers, as the editor's button does.
	 *
	 * @returns the execution's id, or undefined when n8n now listens on the test address
	 */
	async run(workflowId: string, trigger: string): Promise<string | undefined> {
		const workflowData = await this.get(`/workflows/${workflowId}`, z.unknown());
		const { executionId } = await this.send(
			'POST',
			`/workflows/${workflowId}/run`,
			{ workflowData, triggerToStartFrom: { name: trigger } },
			runSchema,
		);
		return executionId;
	}

	private async workflow(id: string): Promise<z.infer<typeof workflowSchema>> {
		return await this.get(`/workflows/${id}`, workflowSchema);
	}

	private async get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
		return await this.send('GET', path, undefined, schema);
	}

	private async send<T>(
		method: string,
		path: string,
		body: unknown,
		schema: z.ZodType<T>,
	): Promise<T> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: {
				// n8n ties a session to the browser that opened it.
				'browser-id': 'n8n-nodes-engagement-events',
				'content-type': 'application/json',
				cookie: this.cookie,
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		const session = response.headers.getSetCookie().find((value) => value.startsWith('n8n-auth='));
		if (session !== undefined) this.cookie = session.split(';')[0] ?? '';
		if (!response.ok) {
			throw new N8nApiError(response.status, reasonIn(text), `${method} ${path}`);
		}
		const { data } = z.object({ data: z.unknown() }).parse(JSON.parse(text || '{}'));
		return schema.parse(data);
	}
}

function reasonIn(text: string): string {
	try {
		return z.object({ message: z.string() }).parse(JSON.parse(text)).message;
	} catch {
		return text.slice(0, 200);
	}
}
