import { sleep } from 'n8n-workflow';

import { DeliveryMemory, type Claim } from '../../delivery/delivery-memory';

const memoriesByNode = new Map<string, DeliveryMemory>();

/** The memory of one node of one workflow; it lives as long as the n8n process. */
export function memoryOf(nodeKey: string): Pick<DeliveryMemory, 'claim'> {
	return {
		// Looked up only now: in the time between, a memory with nothing in it may have been given up.
		async claim(keys: readonly string[]): Promise<Claim | undefined> {
			return await (memoriesByNode.get(nodeKey) ?? startMemory(nodeKey)).claim(keys);
		},
	};
}

/** Starts a memory, and gives up those of other nodes in which nothing counts any more. */
function startMemory(nodeKey: string): DeliveryMemory {
	for (const [key, other] of memoriesByNode) {
		if (other.isStale()) memoriesByNode.delete(key);
	}
	const memory = new DeliveryMemory(sleep);
	memoriesByNode.set(nodeKey, memory);
	return memory;
}
