import { afterEach, expect, jest, test } from '@jest/globals';

import { REMEMBERED_MILLISECONDS } from '../../../delivery/delivery-memory';
import { memoryOf } from '../../../nodes/trigger/memories';

afterEach(() => {
	jest.restoreAllMocks();
});

async function deliver(nodeKey: string, key = 'a'): Promise<readonly boolean[]> {
	const claim = await memoryOf(nodeKey).claim([key]);
	claim?.settle(true);
	return claim?.isNew ?? [];
}

test('each node of each workflow has a memory of its own, and keeps it', async () => {
	expect(await deliver('w1/n1')).toEqual([true]);
	expect(await deliver('w1/n1')).toEqual([false]);
	expect(await deliver('w1/n2')).toEqual([true]);
	expect(await deliver('w2/n1')).toEqual([true]);
});

test('one in which nothing counts any more is given up for that of another node, and started anew', async () => {
	await deliver('w3/n1');
	const later = performance.now() + REMEMBERED_MILLISECONDS;
	jest.spyOn(performance, 'now').mockReturnValue(later);
	await deliver('w3/n2');
	expect(await deliver('w3/n1')).toEqual([true]);
	expect(await deliver('w3/n1')).toEqual([false]);
});

test('one that is given up while a delivery is on its way to it loses nothing', async () => {
	const onItsWay = memoryOf('w4/n1');
	await deliver('w4/n2');
	(await onItsWay.claim(['a']))?.settle(true);
	expect(await deliver('w4/n1')).toEqual([false]);
});
