import { expect } from '@jest/globals';

import type { Execution, N8nApi } from '../../../host/n8n-api.mjs';
import { post, type Answer } from '../../../host/sender/post.mjs';
import { setupFor, SETUPS, type VendorSetup } from '../../../host/vendor-setup.mjs';
import {
	oneExecution,
	productionUrl,
	readExample,
	readyToUse,
	type Example,
	type StoredCredential,
} from './example.mjs';
import type { Body } from './sample-delivery.mjs';

/** An example in n8n, ready to use. */
export interface SetUpExample {
	readonly id: string;
	readonly example: Example;
}

/** The same, published. */
export interface LiveExample extends SetUpExample {
	/** Posts a body with the vendor's proof. */
	send(trigger: string, body: Body): Promise<Answer>;
	/** Does so, expects part of an answer, and waits for the execution to succeed. */
	deliver(trigger: string, body: Body, answer: object): Promise<Execution>;
}

type Change = (example: Example) => Example;

/** Does what a user does with an example after importing it. */
export class ExampleUser {
	/** Ids of the published workflows, by the example's name. */
	private readonly live = new Map<string, string>();

	constructor(
		private readonly api: N8nApi,
		private readonly credentials: readonly StoredCredential[],
	) {}

	/** Imports an example, chooses the credentials and switches all nodes on. */
	async setUp(name: string, change: Change = (example) => example): Promise<SetUpExample> {
		const example = change(readyToUse(readExample(name), this.credentials));
		return { id: await this.api.createWorkflow(example), example };
	}

	/** Does so and publishes it, in the place of the one of that name before. */
	async publish(name: string, change?: Change): Promise<LiveExample> {
		const before = this.live.get(name);
		if (before !== undefined) await this.api.deactivate(before);
		const { id, example } = await this.setUp(name, change);
		this.live.set(name, id);
		expect(await this.api.activate(id)).toEqual({ active: true });
		const send: LiveExample['send'] = async (trigger, body) =>
			await post(productionUrl(this.api, example, trigger), vendorOf(example, trigger), { body });
		const deliver: LiveExample['deliver'] = async (trigger, body, answer) => {
			const execution = await oneExecution(this.api, id, async () => {
				expect(await send(trigger, body)).toMatchObject({ ...answer });
			});
			return succeeded(execution);
		};
		return { id, example, send, deliver };
	}
}

/** The answer of this package's triggers to events that they took. */
export function accepted(count: number): object {
	return { body: { accepted: count } };
}

/** The execution, which must have ended well. */
export function succeeded(execution: Execution): Execution {
	const { status, error } = execution;
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	return execution;
}

/** The vendor who sends to a trigger. */
function vendorOf({ nodes }: Example, trigger: string): VendorSetup {
	const type = nodes.find(({ name }) => name === trigger)?.type ?? '';
	const known = SETUPS.find((vendor) => vendor.trigger === type);
	return known ?? setupFor('gamanza-engage');
}
