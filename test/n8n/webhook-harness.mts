import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { HookContext, InstanceSettings, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IHookFunctions,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWebhookFunctions,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import {
	AnsweredByN8n,
	prepareRequest,
	prepareResponse,
	type N8nRequest,
	type N8nResponse,
} from './n8n-request.mjs';

/** How a trigger is set up, and how the n8n around it behaves. */
export interface TriggerSetup {
	/** Parameters of the node that differ from their defaults. */
	readonly parameters?: INodeParameters;
	/** The values of its credential; undefined for a node without one, an Error to throw it. */
	credential?: ICredentialDataDecryptedObject | Error | undefined;
	/** `manual` is a test run in the editor. */
	readonly mode?: WorkflowExecuteMode;
	/** The sender's address as n8n sees it; by default the real one. */
	address?: string | undefined;
	/** Where n8n thinks that its webhooks are; by default where they are. */
	readonly baseUrl?: string;
	/** Is shown each request that n8n has read. */
	readonly onRequest?: (request: N8nRequest) => void;
	/** Accepts the run, or throws as an n8n that cannot: then the answer is 500. */
	acceptRun?: () => Promise<void> | void;
}

/** A request to the trigger; by default a POST of JSON. */
export interface TestRequest {
	readonly body?: string | Uint8Array;
	readonly headers?: Readonly<Record<string, string | readonly string[]>>;
	/** With its question mark. */
	readonly query?: string;
}

export interface Answer {
	readonly status: number;
	/** Parsed where it is JSON. */
	readonly body: unknown;
	/** Of the execution that the request has started; undefined where it has started none. */
	readonly items: ReadonlyArray<Record<string, unknown>> | undefined;
}

export interface LogLine {
	readonly level: string;
	readonly message: string;
	readonly details: unknown;
}

export interface StartedTrigger {
	/** May be changed at any time, as a user changes a credential. */
	readonly setup: TriggerSetup;
	readonly url: string;
	/** The items of each execution, in the order in which they were started. */
	readonly executions: ReadonlyArray<ReadonlyArray<Record<string, unknown>>>;
	/** What webhook() has thrown without an answer, or an answer written twice: always a fault. */
	readonly errors: readonly unknown[];
	/** What webhook() has thrown after its answer: what n8n shows of an execution that failed. */
	readonly failures: readonly Error[];
	readonly log: readonly LogLine[];
	/** How often n8n was asked for the credential. */
	readonly credentialReads: number;
	send(request: TestRequest): Promise<Answer>;
	/** Runs checkExists and create, as n8n does when a workflow is activated. */
	activate(mode: WorkflowActivateMode): Promise<void>;
	/** Runs delete, as n8n does when a workflow is unpublished, or has stopped listening. */
	deactivate(): Promise<void>;
	stop(): Promise<void>;
}

/** Tells which request an execution belongs to. */
const REQUEST_ID_HEADER = 'x-test-request-id';

let numberOfTriggers = 0;
let numberOfRequests = 0;

/**
 * Starts a trigger node of its own workflow behind a real HTTP server, with the WebhookContext of the
 * published n8n-core. What n8n does before and after webhook() is written after n8n 2.40.7.
 */
export async function startTrigger(
	nodeType: INodeType,
	setup: TriggerSetup = {},
): Promise<StartedTrigger> {
	const log: LogLine[] = [];
	const executions: Array<ReadonlyArray<Record<string, unknown>>> = [];
	const errors: unknown[] = [];
	const failures: Error[] = [];
	const itemsByRequest = new Map<string, ReadonlyArray<Record<string, unknown>>>();
	let credentialReads = 0;

	useContainer();
	const mode = setup.mode ?? 'webhook';
	const node = nodeOf(nodeType, setup);
	const workflow = new Workflow({
		id: `workflow-${++numberOfTriggers}`,
		name: 'Test',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes: onlyNodeType(nodeType),
	});
	const workflowNode = Object.values(workflow.nodes)[0]!;
	const additionalData = {
		credentialsHelper: {
			getDecrypted: async () => {
				credentialReads++;
				if (setup.credential instanceof Error) throw setup.credential;
				return structuredClone(setup.credential ?? {});
			},
			isCredentialUsableByNode: () => true,
		},
		webhookTestBaseUrl: '',
	} as unknown as IWorkflowExecuteAdditionalData;
	const webhookData = {
		webhookDescription: nodeType.description.webhooks?.[0],
		isTest: mode === 'manual',
	} as unknown as IWebhookData;

	async function handle(request: N8nRequest, response: N8nResponse): Promise<void> {
		try {
			if (request.method === 'OPTIONS') {
				response.status(204).end();
				return;
			}
			await prepareRequest(request);
			setup.onRequest?.(request);
			if (setup.address !== undefined) request.ip = setup.address;
			const context = new WebhookContext(
				workflow,
				workflowNode,
				{ ...additionalData, httpRequest: request, httpResponse: response } as never,
				mode,
				webhookData,
				[],
				null,
			);
			Reflect.defineProperty(context, 'logger', { value: loggerInto(log) });
			await answer(request, response, await callWebhook(context, response));
		} catch (error) {
			const status = error instanceof AnsweredByN8n ? error.status : 500;
			try {
				response.status(status).json({ message: String(error) });
			} catch (answeredTwice) {
				errors.push(answeredTwice);
			}
		}
	}

	async function callWebhook(
		context: WebhookContext,
		response: N8nResponse,
	): Promise<IWebhookResponseData> {
		try {
			return await nodeType.webhook!.call(context as unknown as IWebhookFunctions);
		} catch (error) {
			if (response.headersSent && error instanceof Error) failures.push(error);
			else errors.push(error);
			throw error;
		}
	}

	async function answer(
		request: N8nRequest,
		response: N8nResponse,
		{ noWebhookResponse, webhookResponse, workflowData }: IWebhookResponseData,
	): Promise<void> {
		if (noWebhookResponse) return;
		if (workflowData) {
			await setup.acceptRun?.();
			const items = (workflowData[0] ?? []).map(({ json }) => json);
			executions.push(items);
			itemsByRequest.set(String(request.headers[REQUEST_ID_HEADER]), items);
		}
		response
			.status(Number(nodeType.description.webhooks?.[0]?.responseCode ?? 200))
			.json(webhookResponse ?? { message: 'Webhook call received' });
	}

	const hooks = nodeType.webhookMethods!.default!;
	const hookContext = (contextMode: WorkflowExecuteMode, activationMode: WorkflowActivateMode) => {
		const context = new HookContext(
			workflow,
			workflowNode,
			additionalData,
			contextMode,
			activationMode,
			webhookData,
		);
		Reflect.defineProperty(context, 'logger', { value: loggerInto(log) });
		return context as unknown as IHookFunctions;
	};

	const server = createServer((request, response) => {
		void handle(request, prepareResponse(response));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
	additionalData.webhookTestBaseUrl = setup.baseUrl ?? new URL(url).origin;

	return {
		setup,
		url,
		executions,
		errors,
		failures,
		log,
		get credentialReads() {
			return credentialReads;
		},
		async send(request) {
			const id = String(++numberOfRequests);
			const answered = await post(url, request, id);
			return { ...answered, items: itemsByRequest.get(id) };
		},
		async activate(activationMode) {
			const context = hookContext(mode, activationMode);
			if (!(await hooks.checkExists.call(context))) await hooks.create.call(context);
		},
		async deactivate() {
			await hooks.delete.call(hookContext('internal', 'update'));
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function nodeOf({ description }: INodeType, { parameters, credential }: TriggerSetup): INode {
	const name = description.displayName;
	return {
		id: `node-${name}`,
		name,
		type: description.name,
		typeVersion: Number(description.version),
		position: [0, 0],
		parameters: { events: ['*'], ...parameters },
		...(credential === undefined
			? {}
			: {
					credentials: Object.fromEntries(
						(description.credentials ?? []).map((type) => [type.name, { id: '1', name: 'Test' }]),
					),
				}),
	};
}

function onlyNodeType(nodeType: INodeType): INodeTypes {
	return {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
}

/** What contexts take from n8n's container: the real ones would write to the disk and the screen. */
function useContainer(): void {
	Container.set(InstanceSettings, { instanceId: 'test' } as InstanceSettings);
	Container.set(Logger, loggerInto([]) as Logger);
}

function loggerInto(log: LogLine[]): Partial<Logger> {
	const write = (level: string) => (message: string, details?: object) => {
		log.push({ level, message, details });
	};
	return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}

function post(
	url: string,
	{ body = '', headers = {}, query = '' }: TestRequest,
	id: string,
): Promise<Pick<Answer, 'status' | 'body'>> {
	return new Promise((resolve, reject) => {
		const request = httpRequest(
			url + query,
			{
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers, [REQUEST_ID_HEADER]: id },
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					resolve({ status: response.statusCode ?? 0, body: parsed(text) });
				});
			},
		);
		request.on('error', reject);
		request.end(body);
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
