import type { Item } from '../../host/execution-data.mjs';
import type { Execution, N8nApi } from '../../host/n8n-api.mjs';
import { post } from '../../host/sender/post.mjs';
import type { DemoDelivery } from './demos.mjs';
import { LANGUAGES, type LiveDemo } from './set-up.mjs';

/** What became of a delivery. */
export interface Outcome {
	readonly status: number;
	readonly answer: string;
	/** Undefined when none was started in time. */
	readonly execution: Execution | undefined;
	/** What came out of each Localize Fields node. */
	readonly english: readonly Item[];
	readonly spanish: readonly Item[];
	/** What was not as expected, in words; empty when all is well. */
	readonly faults: readonly string[];
}

/** Sends a delivery, signed as the vendor signs, and follows it to the last node. */
export async function deliver(
	api: N8nApi,
	demo: LiveDemo,
	delivery: DemoDelivery,
): Promise<Outcome> {
	const before = new Set((await api.executions(demo.workflowId)).map(({ id }) => id));
	const { status, body } = await post(demo.webhookUrl, demo, { body: delivery.body });
	const isTaken = status >= 200 && status < 300;
	const execution = isTaken ? (await api.newExecutions(demo.workflowId, before, 1))[0] : undefined;
	const outcome = {
		status,
		answer: typeof body === 'string' ? body : JSON.stringify(body),
		execution,
		english: execution?.outputs.get(LANGUAGES.English)?.[0] ?? [],
		spanish: execution?.outputs.get(LANGUAGES.Spanish)?.[0] ?? [],
	};
	return { ...outcome, faults: faultsOf(outcome, demo, delivery) };
}

function faultsOf(
	{ status, execution, english, spanish }: Omit<Outcome, 'faults'>,
	{ vendor }: LiveDemo,
	{ eventTypes }: DemoDelivery,
): string[] {
	const faults: string[] = [];
	if (status !== vendor.successStatus) faults.push(`the answer should be ${vendor.successStatus}`);
	if (execution === undefined) return [...faults, 'no execution was started'];
	if (execution.status !== 'success') {
		faults.push(`the execution ended with ${execution.error ?? execution.status}`);
	}
	for (const [language, items] of Object.entries({ English: english, Spanish: spanish })) {
		const came = items.map(({ eventType }) => eventType).join(', ');
		if (came !== eventTypes.join(', ')) {
			faults.push(`${language}: expected ${eventTypes.join(', ')}, got ${came || 'no item'}`);
		}
	}
	return faults;
}
