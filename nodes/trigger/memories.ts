import { sleep } from 'n8n-workflow';

import { DeliveryMemory } from '../../delivery/delivery-memory';
import { PerNode } from './per-node';

const memories = new PerNode(
	() => new DeliveryMemory(sleep),
	(memory) => memory.isStale(),
);

/** The memory of one node of one workflow. */
export function memoryOf(nodeKey: string): Pick<DeliveryMemory, 'claim'> {
	// Looked up only then: in the time between, a memory with nothing in it may have been given up.
	return { claim: async (keys) => await memories.of(nodeKey).claim(keys) };
}
