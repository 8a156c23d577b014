import type { PlainObject } from '../json/object';
import { DEFAULT_SETTINGS } from '../localization/settings';
import { asShipped } from './as-shipped.mjs';
import { codeNodeBody } from './code-node-body.mjs';
import { flattenedItems } from './items.mjs';
import { collectGarbage, measure, rounded, type Row } from './measure.mjs';

const { localize } =
	await asShipped<typeof import('../localization/localize')>('localization/localize');

const SPANISH = { ...DEFAULT_SETTINGS, language: 'es' };

const COUNT = 10_000;

/** Products of a shop, ranks of a loyalty programme: texts come again. */
const TEXTS_OF_A_SHOP = 200;

const ROUNDS = { rounds: 31, warmUp: 6 };

/** Localize Fields against JSON.parse and a hand-written Code node body, and as items grow. */
export function localizeRows(): Row[] {
	return [
		...comparisons('product_purchase', TEXTS_OF_A_SHOP, '200 products'),
		...comparisons('product_purchase', COUNT, 'every text different'),
		...comparisons('level_up', TEXTS_OF_A_SHOP, '200 rewards'),
		...comparisons('level_up', COUNT, 'every text different'),
		growth('product_purchase'),
		growth('level_up'),
		memory(),
	];
}

function comparisons(event: string, texts: number, what: string): Row[] {
	const items = flattenedItems(event, COUNT, texts);
	const json = items.map((item) => JSON.stringify(item));
	const {
		ours,
		parse: floor,
		code: peer,
	} = measure(
		{
			ours: () => items.map((item) => localize(item, SPANISH)),
			parse: () => json.map((text): unknown => JSON.parse(text)),
			code: () => codeNodeBody(items),
		},
		ROUNDS,
	);
	const name = `${COUNT} ${event} items to Spanish, ${what}`;
	const common = { ours: rounded(ours), unit: 'ms' } as const;
	return [
		{
			...common,
			name: `${name} : JSON.parse`,
			floor: rounded(floor),
			ratio: rounded(ours / floor),
			goal: 0.5,
		},
		{
			...common,
			name: `${name} : Code node`,
			peer: rounded(peer),
			ratio: rounded(ours / peer),
			goal: 1,
		},
	];
}

/**
 * Time an item in a run of 100,000 items, over that in runs of 100. Both go through the same items, so
 * that they meet the same caches, and keep no results, which would measure the garbage collector.
 */
function growth(event: string): Row {
	const items = flattenedItems(event, 100_000, TEXTS_OF_A_SHOP);
	const runs = Array.from({ length: 1000 }, (_, run) => items.slice(run * 100, run * 100 + 100));
	const localizeAll = (run: readonly PlainObject[]) => {
		let last: PlainObject | undefined;
		for (const item of run) last = localize(item, SPANISH);
		return last;
	};
	const { large, small } = measure(
		{
			large: () => localizeAll(items),
			small: () => {
				for (const run of runs) localizeAll(run);
			},
		},
		{ rounds: 15, warmUp: 3, pieces: items.length },
	);
	return {
		name: `an item in a run of 100,000 ${event} items : in runs of 100`,
		ours: rounded(large * 1e6),
		floor: rounded(small * 1e6),
		ratio: rounded(large / small),
		unit: 'ns',
		goal: 1.1,
	};
}

/** Heap in use after a million items with texts that never come again, over that after the first 50,000. */
function memory(): Row {
	const [example = {}] = flattenedItems('product_purchase', 1, 1);
	let count = 0;
	const run = (until: number): number => {
		for (; count < until; count++) {
			const value = `<p>Text ${count} &amp; more</p>`;
			const text = { languages: [{ language: `x-${count % 5000}`, value }] };
			localize({ ...example, text }, { ...SPANISH, language: `es-${count % 999}` });
		}
		collectGarbage();
		return process.memoryUsage().heapUsed / 1e6;
	};
	const early = run(50_000);
	const late = run(1_000_000);
	return {
		name: 'heap (MB) after 1,000,000 different items : after 50,000',
		ours: rounded(late),
		floor: rounded(early),
		ratio: rounded(late / early),
		unit: 'x',
		goal: 1.1,
	};
}
