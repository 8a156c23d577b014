import type { INodeExecutionData } from 'n8n-workflow';

import type { PlainObject } from '../json/object';
import { codeNodeBody } from './code-node-body.mjs';
import { builtNode, executor } from './execute.mjs';
import { flattenedItems } from './items.mjs';
import { collectGarbage, measure, rounded, type Row } from './measure.mjs';

const localizeFields = builtNode('LocalizeFields/LocalizeFields');

const COUNT = 10_000;

/** Products of a shop, ranks of a loyalty programme: texts come again. */
const TEXTS_OF_A_SHOP = 200;

const ROUNDS = { rounds: 21, warmUp: 5 };

const SPANISH = { language: 'es' };

/** Localize Fields as n8n runs it against the body of a Code node, and as items and languages grow. */
export async function localizeRows(): Promise<Row[]> {
	return [
		await comparison('product_purchase', TEXTS_OF_A_SHOP, '200 products'),
		await comparison('product_purchase', COUNT, 'every text different'),
		await comparison('level_up', TEXTS_OF_A_SHOP, '200 rewards'),
		await comparison('level_up', COUNT, 'every text different'),
		await languages('product_purchase'),
		await growth('product_purchase'),
		await growth('level_up'),
		await memory(),
	];
}

async function comparison(event: string, texts: number, what: string): Promise<Row> {
	const items = flattenedItems(event, COUNT, texts).map((json) => ({ json }) as INodeExecutionData);
	const { ours, peer } = await measure(
		{
			ours: executor(localizeFields, SPANISH, items),
			peer: async () => codeNodeBody(items),
		},
		ROUNDS,
	);
	return {
		name: `${COUNT} ${event} items to Spanish, ${what} : Code node`,
		ours: rounded(ours),
		peer: rounded(peer),
		ratio: rounded(ours / peer),
		unit: 'ms',
		goal: 1,
	};
}

/** The language by an expression, as it is for players: another one for each item, over one for all. */
async function languages(event: string): Promise<Row> {
	const items = flattenedItems(event, COUNT, TEXTS_OF_A_SHOP);
	const inLanguages = (languageOf: (index: number) => string) =>
		items.map(
			(json, index) => ({ json: { ...json, language: languageOf(index) } }) as INodeExecutionData,
		);
	const parameters = { language: '={{ $json.language }}' };
	const { different, same } = await measure(
		{
			different: executor(
				localizeFields,
				parameters,
				inLanguages((index) => `es-x-n${index}`),
			),
			same: executor(
				localizeFields,
				parameters,
				inLanguages(() => 'es'),
			),
		},
		{ rounds: 7, warmUp: 2 },
	);
	return {
		name: `${COUNT} ${event} items in a language each : all in one`,
		ours: rounded(different),
		peer: rounded(same),
		ratio: rounded(different / same),
		unit: 'ms',
		goal: 3,
	};
}

/**
 * Time an item in a run of 100,000 items, over that in runs of 100. Both go through the same items, so
 * that they meet the same caches.
 */
async function growth(event: string): Promise<Row> {
	const items = flattenedItems(event, 100_000, TEXTS_OF_A_SHOP).map(
		(json) => ({ json }) as INodeExecutionData,
	);
	const runs = Array.from({ length: 1000 }, (_, run) =>
		executor(localizeFields, SPANISH, items.slice(run * 100, run * 100 + 100)),
	);
	const { large, small } = await measure(
		{
			large: executor(localizeFields, SPANISH, items),
			small: async () => {
				for (const run of runs) await run();
			},
		},
		{ rounds: 9, warmUp: 2, pieces: items.length },
	);
	return {
		name: `an item in a run of 100,000 ${event} items : in runs of 100`,
		ours: rounded(large * 1e6),
		peer: rounded(small * 1e6),
		ratio: rounded(large / small),
		unit: 'ns',
		goal: 1.1,
	};
}

/** Heap in use after half a million items with texts and languages that never come again, over the first 50,000. */
async function memory(): Promise<Row> {
	const [example = {}] = flattenedItems('product_purchase', 1, 1);
	const parameters = { language: '={{ $json.language }}' };
	let count = 0;
	const run = async (until: number): Promise<number> => {
		while (count < until) {
			const items = Array.from({ length: 1000 }, () => ({ json: unlike(example, count++) }));
			await executor(localizeFields, parameters, items as INodeExecutionData[])();
		}
		collectGarbage();
		return process.memoryUsage().heapUsed / 1e6;
	};
	const early = await run(20_000);
	const late = await run(200_000);
	return {
		name: 'heap (MB) after 200,000 different items : after 20,000',
		ours: rounded(late),
		peer: rounded(early),
		ratio: rounded(late / early),
		unit: 'x',
		goal: 1.1,
	};
}

function unlike(example: PlainObject, count: number): PlainObject {
	const value = `<p>Text ${count} &amp; more</p>`;
	const text = {
		languages: [
			{ language: `x-${count % 5000}`, value },
			{ language: 'es', value },
		],
	};
	return { ...example, text, language: `es-x-n${count}` };
}
