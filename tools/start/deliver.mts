import { proofFor } from '../../host/sender/proof.mjs';
import type { Item } from '../../host/execution-data.mjs';
import type { Execution, N8nApi } from '../../host/n8n-api.mjs';
import type { DemoDelivery } from './demos.mjs';
import type { LiveDemo } from './set-up.mjs';

/** The nodes of the demo workflows that put out localized items, by the language they write. */
export const LANGUAGES = { English: 'In English', Spanish: 'In Spanish' } as const;

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
	const body = Buffer.from(JSON.stringify(delivery.body));
	const { headers } = proofFor(demo.vendor, demo.credential, 'header', body, new Date());
	const response = await fetch(demo.webhookUrl, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});
	const { status } = response;
	const answer = await response.text();
	const execution = response.ok
		? (await api.newExecutions(demo.workflowId, before, 1))[0]
		: undefined;
	const outcome = {
		status,
		answer,
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
