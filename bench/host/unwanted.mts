import { randomUUID } from 'node:crypto';

import type { LiveEngine } from './engines.mjs';
import { unwantedDelivery, wantedDelivery, WANTED } from './deliveries.mjs';
import { sendLoad } from './load.mjs';
import { appchargeTrigger } from './scenarios.mjs';

const COUNT = 100;

/**
 * How many executions n8n starts for 100 unwanted deliveries: it numbers them, so they are what lies
 * between two wanted ones.
 */
export async function executionsForUnwanted({ host, credentials }: LiveEngine): Promise<number> {
	const { api } = host;
	const trigger = appchargeTrigger([WANTED.name], credentials);
	const workflowId = await api.createWorkflow({
		name: `unwanted ${randomUUID()}`,
		nodes: [trigger],
		connections: {},
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all' },
	});
	const publication = await api.activate(workflowId);
	if (!publication.active) throw new Error(publication.reason);
	const url = `${api.url}/webhook/${trigger.webhookId}/webhook`;
	const send = async (next: typeof wantedDelivery, requests: number): Promise<void> => {
		await sendLoad(url, next, { connections: 8, requests, milliseconds: 60_000 });
	};
	const numberOfNext = async (): Promise<number> => {
		const before = new Set((await api.executions(workflowId)).map(({ id }) => id));
		await send(wantedDelivery, 1);
		const [execution] = await api.newExecutions(workflowId, before, 1);
		return Number(execution?.id);
	};
	const first = await numberOfNext();
	await send(unwantedDelivery, COUNT);
	const last = await numberOfNext();
	await api.deactivate(workflowId);
	return last - first - 1;
}
