import { describe, expect, test } from '@jest/globals';
import {
	NodeConnectionTypes,
	type ExecutionError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
} from 'n8n-workflow';

import { LocalizeFields } from '../../nodes/LocalizeFields/LocalizeFields.node';
import { runWorkflow } from '../n8n/run-workflow.mjs';

const NAME = {
	languages: [
		{ language: 'EN', value: '<p>Ship</p>' },
		{ language: 'ES', value: '<p>Barco</p>' },
	],
};

const STATUS = { type: 'enum', value: 'shipped', displayValue: 'Shipped', options: [] };

const PURCHASE = { eventType: 'product_purchase', ProductExternalName: NAME, OrderStatus: STATUS };

interface Execution {
	readonly status: IRun['status'];
	readonly items: INodeExecutionData[];
	/** Told beside the output. */
	readonly hints: readonly string[];
	/** Items of the error output. */
	readonly failed: INodeExecutionData[];
	readonly error: ExecutionError | undefined;
}

/** Runs the node in a workflow, with what a user sets and items that come in. */
async function execute(
	parameters: INodeParameters,
	items: INodeExecutionData[],
	node: Partial<INode> = {},
): Promise<Execution> {
	const localizeFields = new LocalizeFields();
	const source: INodeType = {
		description: { ...localizeFields.description, name: 'source', properties: [] },
		execute: async () => [items],
	};
	const run = await runWorkflow(
		{ source, localizeFields },
		[
			{ name: 'Source', type: 'source' },
			{ name: 'Localize', type: 'localizeFields', parameters, ...node },
		],
		{ Source: { main: [[{ node: 'Localize', type: NodeConnectionTypes.Main, index: 0 }]] } },
	);
	const [task] = run.data.resultData.runData.Localize ?? [];
	return {
		status: run.status,
		items: task?.data?.main?.[0] ?? [],
		hints: (task?.hints ?? []).map(({ message }) => message),
		failed: task?.data?.main?.[1] ?? [],
		error: run.data.resultData.error,
	};
}

function jsonOf(items: readonly INodeExecutionData[]): IDataObject[] {
	return items.map(({ json }) => json);
}

describe('Localize Fields', () => {
	test('writes the items in English unless told otherwise', async () => {
		const { items } = await execute({}, [{ json: PURCHASE }]);
		expect(jsonOf(items)).toEqual([
			{ eventType: 'product_purchase', ProductExternalName: 'Ship', OrderStatus: 'Shipped' },
		]);
	});

	test('writes each item in its own player’s language', async () => {
		const { items } = await execute({ language: '={{ $json.language }}' }, [
			{ json: { ...PURCHASE, language: 'es-MX' } },
			{ json: { ...PURCHASE, language: 'de-CH,de;q=0.9' } },
			{ json: { ...PURCHASE, language: null } },
			{ json: PURCHASE },
		]);
		expect(items.map(({ json }) => [json.ProductExternalName, json.OrderStatus])).toEqual([
			['Barco', 'Enviado'],
			['Ship', 'Versandt'],
			['Ship', 'Shipped'],
			['Ship', 'Shipped'],
		]);
	});

	test('takes names as the editor writes them on a drag', async () => {
		const names = ['my field', 'a, b', "it's"];
		const data = Object.fromEntries(names.map((name) => [name, NAME]));
		const fieldNames = "['my field'], data['a, b'], $json.data['it\\'s']";
		const { items } = await execute({ fields: 'selected', fieldNames }, [
			{ json: { 'my field': NAME, data, other: NAME } },
		]);
		const plain = { 'my field': 'Ship', 'a, b': 'Ship', "it's": 'Ship' };
		expect(jsonOf(items)).toEqual([{ 'my field': 'Ship', data: plain, other: NAME }]);
	});
	test('keeps order, pairing and binary data, and leaves the items that came in', async () => {
		const file = { data: 'eA==', mimeType: 'text/plain', fileName: 'x.txt' };
		const incoming = [
			{ json: { ...PURCHASE, n: 1 }, binary: { file } },
			{ json: { n: 2 } },
			{ json: { ...PURCHASE, n: 3 } },
		];
		const before = JSON.stringify(jsonOf(incoming));
		const { items } = await execute({ language: 'es' }, incoming);
		expect(items.map(({ json, pairedItem, binary }) => [json.n, pairedItem, binary])).toEqual([
			[1, { item: 0 }, { file }],
			[2, { item: 1 }, undefined],
			[3, { item: 2 }, undefined],
		]);
		expect(JSON.stringify(jsonOf(incoming))).toBe(before);
	});

	test.each<[string, INodeParameters, IDataObject]>([
		[
			'fallback languages',
			{ language: 'ja', fallbackLanguages: 'es' },
			{ ProductExternalName: 'Barco' },
		],
		[
			'an empty text',
			{ language: 'ja', fallbackLanguages: '', whenMissing: 'empty' },
			{ ProductExternalName: '' },
		],
		[
			'all languages kept',
			{ language: 'ja', fallbackLanguages: '', whenMissing: 'keep' },
			{ ProductExternalName: NAME },
		],
		['enum values', { enumOutput: 'value' }, { OrderStatus: 'shipped' }],
		[
			'enum values and labels',
			{ enumOutput: 'both' },
			{ OrderStatus: { value: 'shipped', label: 'Shipped' } },
		],
		[
			'selected fields',
			{ fields: 'selected', fieldNames: 'OrderStatus, x' },
			{ ProductExternalName: NAME },
		],
		['HTML kept', { options: { html: 'keep' } }, { ProductExternalName: '<p>Ship</p>' }],
		['no shapes', { options: { shapes: [] } }, { ProductExternalName: NAME, OrderStatus: STATUS }],
		[
			'new fields',
			{ options: { destination: 'newField' } },
			{ ProductExternalName: NAME, ProductExternalName_localized: 'Ship' },
		],
		[
			'new fields with a suffix',
			{ options: { destination: 'newField', suffix: '_en' } },
			{ ProductExternalName: NAME, ProductExternalName_en: 'Ship' },
		],
		[
			'own labels',
			{
				options: {
					labels: { values: [{ field: '', value: 'shipped', language: '', label: '🚚' }] },
				},
			},
			{ OrderStatus: '🚚' },
		],
		[
			'a report',
			{ language: 'es', options: { report: true } },
			{
				localization: {
					ProductExternalName: { language: 'ES', fallback: false },
					OrderStatus: { language: 'es', fallback: false },
				},
			},
		],
		[
			'dates in the workflow’s time zone',
			{ language: 'de', options: { dates: true } },
			{ Timestamp: '24.06.2024, 23:28', Price: 1234.5 },
		],
		[
			'dates in another time zone',
			{ language: 'de', options: { dates: true, timeZone: 'Asia/Tokyo' } },
			{ Timestamp: '25.06.2024, 06:28' },
		],
		[
			'numbers',
			{ language: 'de', options: { numbers: 'Price, Quantity' } },
			{ Timestamp: '2024-06-24T21:28:41.938Z', Price: '1.234,5' },
		],
		[
			'amounts',
			{
				language: 'en',
				options: {
					amounts: { values: [{ field: 'Price', currency: 'currency', unit: 'main' }] },
				},
			},
			{ Price: 'CA$1,234.50' },
		],
	])('can give %s', async (_what, parameters, expected) => {
		const json = {
			...PURCHASE,
			Timestamp: '2024-06-24T21:28:41.938Z',
			Price: 1234.5,
			currency: 'CAD',
		};
		const { items } = await execute(parameters, [{ json }]);
		expect(items[0]?.json).toMatchObject(expected);
	});

	test('takes no harm from settings that an expression makes', async () => {
		const nonsense = '={{ { a: [1, null] } }}';
		const { status, items } = await execute(
			{
				language: nonsense,
				fallbackLanguages: '={{ null }}',
				whenMissing: '={{ 7 }}',
				fields: nonsense,
				enumOutput: nonsense,
				options: { html: 'x', shapes: 7, labels: { values: 'x' }, suffix: 7 },
			},
			[{ json: PURCHASE }],
		);
		expect(status).toBe('success');
		expect(items).toHaveLength(1);
	});

	describe('when a text is missing and that is an error', () => {
		const parameters = { language: 'ja', fallbackLanguages: 'ko', whenMissing: 'error' };
		const incoming = [{ json: { a: 1 } }, { json: PURCHASE }, { json: { a: 3 } }];
		const message = '"ProductExternalName" has no text in ja or ko, only in en and es';

		test('stops, and names item, field and languages', async () => {
			const { status, error } = await execute(parameters, incoming);
			expect(status).toBe('error');
			expect(error?.message).toContain(message);
			expect(error?.description).toContain('Fallback Languages');
		});

		test('goes on with the other items if told to', async () => {
			const { status, items } = await execute(parameters, incoming, {
				onError: 'continueRegularOutput',
			});
			expect(status).toBe('success');
			expect(jsonOf(items)).toEqual([{ a: 1 }, { error: message }, { a: 3 }]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
				{ item: 2 },
			]);
		});

		test('sends the item to the error output if told to', async () => {
			const { items, failed } = await execute(parameters, incoming, {
				onError: 'continueErrorOutput',
			});
			expect(jsonOf(items)).toEqual([{ a: 1 }, { a: 3 }]);
			expect(jsonOf(failed)).toEqual([{ ...PURCHASE, error: message }]);
		});
	});

	describe('tells beside the output', () => {
		const map = { title: { en: 'Ship', de: 'Schiff' } };

		test.each<[string, INodeParameters, RegExp[]]>([
			[
				'of a tag that is no language',
				{ language: 'xx-nonsense!!' },
				[/"xx-nonsense!!" is no lang/],
			],
			[
				'of each fallback that is none',
				{ fallbackLanguages: 'de, qqq, fr, ???' },
				[/"qqq" is no/, /"\?\?\?" is no/],
			],
			[
				'of names that no item has',
				{ fields: 'selected', fieldNames: "OrderStatus, orderstatus, data['x']" },
				[/no item has a field "orderstatus"/i, /field "data\['x'\]"/],
			],
			['of no name at all', { fields: 'selected', fieldNames: ' , ' }, [/No field is named/]],
			[
				'of numbers and amounts that no item has',
				{
					options: {
						numbers: 'Quantity',
						amounts: { values: [{ field: 'Price', currency: 'EUR', unit: 'main' }] },
					},
				},
				[/"Quantity"/, /"Price"/],
			],
			[
				'nothing of languages with a comma in their name',
				{ fallbackLanguages: 'Norwegian, Nynorsk' },
				[],
			],
			['nothing of names that an expression makes', { language: '={{ "?!" }}' }, []],
			['nothing where all is well', { language: 'de-CH', fallbackLanguages: 'German, en' }, []],
		])('%s', async (_what, parameters, messages) => {
			const { hints } = await execute(parameters, [{ json: PURCHASE }, { json: { a: 1 } }]);
			expect(hints).toHaveLength(messages.length);
			for (const [at, message] of messages.entries()) expect(hints[at]).toMatch(message);
		});

		test('of a map by language that was left alone, until they are included', async () => {
			const { hints, items } = await execute({}, [{ json: { data: [map] } }]);
			expect(jsonOf(items)).toEqual([{ data: [map] }]);
			expect(hints).toEqual([
				expect.stringContaining('"data[0].title" looks like a map by language'),
			]);
			const included = await execute({ options: { shapes: ['languageMaps'] } }, [{ json: map }]);
			expect([included.items[0]?.json, included.hints]).toEqual([{ title: 'Ship' }, []]);
		});
	});

	test('says what to do about an unknown time zone', async () => {
		const parameters = { options: { dates: true, timeZone: 'Mars/Olympus' } };
		const { error } = await execute(parameters, [{ json: { Price: 1 } }]);
		expect(error?.message).toContain('Mars/Olympus');
		expect(error?.description).toContain('Time Zone');
	});
});

describe('the form of Localize Fields', () => {
	const { properties: all } = new LocalizeFields().description;
	const properties = all.filter(
		({ displayOptions }) => displayOptions?.show?.['@tool'] === undefined,
	);

	test('begins with the language, and has the names that workflows use', () => {
		expect(properties.map(({ name }) => name)).toEqual([
			'language',
			'fallbackLanguages',
			'whenMissing',
			'fields',
			'fieldNames',
			'enumOutput',
			'options',
		]);
	});

	test('offers languages by name, each once, and takes any other', () => {
		const [{ options = [], allowArbitraryValues } = {}] = properties;
		const names = options.map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
		const tags = options.map((option) => ('value' in option ? option.value : ''));
		expect(new Set(tags).size).toBe(tags.length);
		expect(Intl.getCanonicalLocales(tags.map(String))).toEqual(tags);
		expect(allowArbitraryValues).toBe(true);
	});
});
