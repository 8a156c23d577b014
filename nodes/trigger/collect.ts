import { sleep } from 'n8n-workflow';

import { BurstCollector, type Share, type Turn } from '../../delivery/burst-collector';
import { PerNode } from './per-node';

type Item = Readonly<Record<string, unknown>>;

const collectors = new PerNode(
	() => new BurstCollector<Item>(sleep),
	(collector) => collector.isQuiet,
);

/** Lets a delivery wait for its turn in the bursts of its node. */
export async function collect(
	nodeKey: string,
	share: Share<Item>,
	seconds: number,
): Promise<Turn<Item>> {
	return await collectors.of(nodeKey).join(share, seconds * 1000);
}
