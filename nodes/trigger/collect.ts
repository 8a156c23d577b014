import { sleep } from 'n8n-workflow';

import { BurstCollector, type Share, type Turn } from '../../delivery/burst-collector';

type Item = Readonly<Record<string, unknown>>;

const collectorsByNode = new Map<string, BurstCollector<Item>>();

/**
 * Lets a delivery wait for its turn in the bursts of its node; each node of each workflow has its own,
 * in each n8n process.
 */
export async function collect(
	nodeKey: string,
	share: Share<Item>,
	seconds: number,
): Promise<Turn<Item>> {
	const collector = collectorsByNode.get(nodeKey) ?? startCollector(nodeKey);
	return await collector.join(share, seconds * 1000);
}

/** Starts a collector, and gives up those of other nodes in which nothing waits. */
function startCollector(nodeKey: string): BurstCollector<Item> {
	for (const [key, other] of collectorsByNode) {
		if (other.isQuiet) collectorsByNode.delete(key);
	}
	const collector = new BurstCollector<Item>(sleep);
	collectorsByNode.set(nodeKey, collector);
	return collector;
}
