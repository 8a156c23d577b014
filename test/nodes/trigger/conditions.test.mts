import { afterEach, describe, expect, test } from '@jest/globals';
import { NodeHelpers, type ILoadOptionsFunctions, type INodeParameters } from 'n8n-workflow';

import { operators } from '../../../delivery/selection/condition-operators';
import { AppchargeTrigger } from '../../../nodes/Appcharge/AppchargeTrigger.node';
import { GamanzaEngageTrigger } from '../../../nodes/GamanzaEngage/GamanzaEngageTrigger.node';
import { conditionsLike, explainUnmet } from '../../../nodes/trigger/conditions';
import { fieldSearch } from '../../../nodes/trigger/field-search';
import { appcharge } from '../../../vendors/appcharge/delivery';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import type { Vendor } from '../../../vendors/vendor';
import { CREDENTIAL, fromAppcharge } from '../../n8n/signed-request.mjs';
import { startTrigger, type StartedTrigger } from '../../n8n/webhook-harness.mjs';

const conditions = conditionsLike({ field: 'order_currencyCode', value: 'EUR' });

let trigger: StartedTrigger | undefined;

afterEach(async () => {
	await trigger?.stop();
	trigger = undefined;
});

async function start(parameters: INodeParameters): Promise<StartedTrigger> {
	trigger = await startTrigger(new AppchargeTrigger(), {
		credential: CREDENTIAL,
		parameters: { events: ['*'], ...parameters },
	});
	return trigger;
}

const row = (field: unknown, operator: string, value?: unknown) =>
	({ field, operator, ...(value === undefined ? {} : { value }) }) as INodeParameters;

describe('the rows are read', () => {
	const text = { field: 'a', operator: 'equals', value: 'b' };

	test.each<[string, unknown, object]>([
		['a plain text', row('a', 'equals', 'b'), text],
		['a field from the list', row({ __rl: true, mode: 'list', value: 'a' }, 'equals', 'b'), text],
		['a field by its name', row({ __rl: true, mode: 'name', value: ' a ' }, 'equals', 'b'), text],
		['a number', row('a', 'less', 5), { field: 'a', operator: 'less', value: '5' }],
		['a boolean', row('a', 'equals', true), { field: 'a', operator: 'equals', value: 'true' }],
		['no value', row('a', 'isTrue'), { field: 'a', operator: 'isTrue', value: '' }],
		['an operator that is none', row('a', '__proto__', 'b'), text],
		['nothing', null, { field: '', operator: 'equals', value: '' }],
	])('%s', (_what, set, read) => {
		expect(conditions.read({ values: [set] })).toEqual([read]);
	});

	test.each([undefined, null, {}, { values: 'x' }, [], 'x'])('%j: none', (set) => {
		expect(conditions.read(set)).toEqual([]);
	});
});

describe('in the editor', () => {
	const { properties } = new AppchargeTrigger().description;
	const [collection] = conditions.property.options as Array<{ values: typeof properties }>;
	const [field, operator, value] = collection?.values ?? [];

	test('no part of a row takes an expression', () => {
		expect([field, operator, value].map((part) => part?.noDataExpression)).toEqual([
			true,
			true,
			true,
		]);
	});

	test('each operator has a name that begins with its kind, and they stand in that order', () => {
		const options = operator?.options as Array<{ name: string; value: string }>;
		expect(new Set(options.map((option) => option.value))).toEqual(new Set(Object.keys(operators)));
		const names = options.map((option) => option.name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
		for (const name of names) {
			expect(name).toMatch(/^(Boolean|Field|Number|Text|Text or List|Text or Number|Time): [A-Z]/);
		}
	});

	test.each([
		['equals', true],
		['isTrue', false],
		['notExists', false],
	])('%s asks for a value: %j', (chosen, isShown) => {
		expect(NodeHelpers.displayParameter({ operator: chosen }, value!, null, null)).toBe(isShown);
	});
});

describe('the list of fields', () => {
	const search = async (vendor: Vendor, parameters: Record<string, unknown>, filter?: string) => {
		const context = { getCurrentNodeParameter: (name: string) => parameters[name] };
		const { results } = await fieldSearch(vendor).call(
			context as unknown as ILoadOptionsFunctions,
			filter,
		);
		return results;
	};

	test('has the fields of the chosen events, each with its meaning, the common ones first', async () => {
		const results = await search(appcharge, { events: ['order.completed'] });
		expect(results.slice(0, 4).map(({ value }) => value)).toEqual([
			...['eventType', 'eventTime', 'playerId', 'eventKey'],
		]);
		expect(results).toContainEqual({
			name: 'order_totalPayment: What the player pays, in minor units',
			value: 'order_totalPayment',
		});
		const values = results.map(({ value }) => value);
		expect(values).not.toContain('progressBar_points');
		expect(values.join()).not.toContain('[]');
		expect(new Set(values).size).toBe(values.length);
	});

	test.each<[string, string[], string]>([
		['all events', ['*'], 'progressBar_points'],
		['several', ['order.created', 'webstore.offers.progress_bar.points.granted'], 'pointsGranted'],
	])('has those of %s', async (_what, events, value) => {
		const results = await search(appcharge, { events });
		expect(results.map((result) => result.value)).toContain(value);
	});

	test('has the names as the separator makes them', async () => {
		const parameters = { events: ['*'], 'options.separator': '.' };
		const [found] = await search(appcharge, parameters, 'order.totalpayment');
		expect(found?.value).toBe('order.totalPayment');
	});

	test('can be searched by name and by meaning', async () => {
		const parameters = { events: ['*'] };
		const values = async (filter: string) =>
			(await search(gamanzaEngage, parameters, filter)).map(({ value }) => value);
		expect(await values('orderstatus')).toEqual(['OrderStatus']);
		expect(await values('State of the product')).toEqual(['ProductStatus']);
		expect(await values('no such field')).toEqual([]);
	});

	test.each([[[]], [['unrecognized']], [undefined]])(
		'has the common ones where %j is chosen',
		async (events) => {
			expect(await search(appcharge, { events })).toHaveLength(4);
		},
	);

	test('is what the nodes search', () => {
		for (const node of [new AppchargeTrigger(), new GamanzaEngageTrigger()]) {
			expect(node.methods.listSearch).toEqual({ searchFields: expect.any(Function) });
		}
	});
});

describe('publishing is refused, with the number of the row', () => {
	test.each<[string, INodeParameters, string]>([
		['no field', row('', 'equals', 'b'), 'condition 2 of Only Start If has no field'],
		['no value', row('a', 'equals', ' '), 'condition 2 of Only Start If has no value'],
		[
			'no number',
			row('a', 'less', 'ten'),
			'the value of condition 2 of Only Start If is no number',
		],
		['no time', row('a', 'after', 'ten'), 'the value of condition 2 of Only Start If is no date'],
	])('%s', async (_what, broken, message) => {
		const { activate } = await start({
			conditions: { values: [row('a', 'isTrue'), broken] },
		});
		await expect(activate('activate')).rejects.toThrow(message);
		await expect(activate('init')).resolves.toBeUndefined();
	});

	test('not where nothing is missing', async () => {
		const { activate } = await start({ conditions: { values: [row('a', 'isTrue')] } });
		await expect(activate('activate')).resolves.toBeUndefined();
	});
});

describe('a delivery', () => {
	const order = (currencyCode: string, totalPayment: number) =>
		fromAppcharge(
			JSON.stringify({
				eventName: 'order.completed',
				eventId: `${currencyCode}${totalPayment}`,
				result: 'success',
				customer: { id: 'plr_1', email: 'ines@example.com' },
				order: { currencyCode, totalPayment },
			}),
		);
	const inEuro = row('order_currencyCode', 'equals', 'EUR');
	const large = row('order_totalPayment', 'greater', '50');
	const FILTERED = { accepted: 0, filtered: 1, duplicates: 0 };

	test.each<[string, INodeParameters, boolean]>([
		['one that holds', { conditions: { values: [inEuro] } }, true],
		['one that does not', { conditions: { values: [row('result', 'equals', 'failed')] } }, false],
		['all of them', { conditions: { values: [inEuro, large] } }, true],
		['not all', { conditions: { values: [inEuro, row('result', 'isEmpty')] } }, false],
		[
			'any',
			{ conditions: { values: [row('result', 'isEmpty'), inEuro] }, conditionsMatch: 'any' },
			true,
		],
		['another output', { conditions: { values: [inEuro] }, output: 'asSent' }, true],
		[
			'masked data',
			{
				conditions: { values: [row('customer_email', 'endsWith', '@example.com')] },
				options: { personalData: 'mask' },
			},
			true,
		],
		[
			'amounts in major units, as the items have them',
			{ conditions: { values: [large] }, options: { amounts: 'majorUnits' } },
			false,
		],
	])('passes by its conditions: %s', async (_what, parameters, passes) => {
		const { send, executions } = await start(parameters);
		const answer = await send(order('EUR', 2536));
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual(passes ? { ...FILTERED, accepted: 1, filtered: 0 } : FILTERED);
		expect(executions).toHaveLength(passes ? 1 : 0);
	});

	test('that is filtered is not remembered: it passes once the conditions let it', async () => {
		const { setup, send } = await start({ conditions: { values: [large] } });
		expect((await send(order('EUR', 20))).body).toEqual(FILTERED);
		Object.assign(setup, { parameters: {} });
		expect((await send(order('EUR', 20))).body).toEqual(FILTERED);
	});
});

test('what is not met is told with the value and what was wanted, of any size', () => {
	const unmet = (value: unknown) =>
		explainUnmet({ row: 2, condition: { field: 'a', operator: 'less', value: '5' }, value });
	expect(unmet(7)).toEqual({
		row: 'condition 2 of Only Start If',
		found: 'has 7 in "a"',
		wanted: 'Number: Less "5"',
	});
	expect(unmet(undefined).found).toBe('has no field "a"');
	expect(unmet('x'.repeat(10_000)).found.length).toBeLessThan(120);
});
