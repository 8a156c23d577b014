import { sleepWithAbort } from 'n8n-workflow';

import { DeliveryMemory } from '../delivery-memory';

const memoriesByNode = new Map<string, DeliveryMemory>();

/** The memory of one node of one workflow; it lives as long as the n8n process. */
export function memoryOf(nodeKey: string): DeliveryMemory {
	let memory = memoriesByNode.get(nodeKey);
	if (!memory) {
		for (const [key, other] of memoriesByNode) {
			if (other.isStale()) memoriesByNode.delete(key);
		}
		memory = new DeliveryMemory(sleepWithAbort);
		memoriesByNode.set(nodeKey, memory);
	}
	return memory;
}
