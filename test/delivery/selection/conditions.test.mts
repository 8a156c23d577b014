import { describe, expect, test } from '@jest/globals';

import { operators, type Operator } from '../../../delivery/selection/condition-operators';
import {
	createConditionCheck,
	problemWithConditions,
	type Condition,
} from '../../../delivery/selection/conditions';

/** One field of each kind that an item can have. `missing` is not among them. */
const ITEM = {
	null: null,
	blank: '',
	space: ' \n',
	zero: 0,
	number: 25.5,
	numberAsText: '25.50',
	longNumber: '12345678901234567890',
	text: 'Gold Rush',
	true: true,
	false: false,
	trueAsText: 'True',
	falseAsText: 'false',
	list: ['gold', 25.5, true],
	emptyList: [],
	object: { gold: 1 },
	emptyObject: {},
	time: '2025-06-02T17:45:20.913Z',
	localTime: '2025-06-02 19:45',
	epoch: 1748886320913,
} as const;

type Kind = keyof typeof ITEM | 'missing';

const KINDS: readonly Kind[] = [...(Object.keys(ITEM) as Array<keyof typeof ITEM>), 'missing'];

const but = (...kinds: Kind[]) => KINDS.filter((kind) => !kinds.includes(kind));

const check = (rows: Condition[], match: 'all' | 'any' = 'all') =>
	createConditionCheck({ rows, match, timeZone: 'Europe/Berlin' });

const SPECIFICATION: Array<[Operator, string, Kind[]]> = [
	['equals', '25.5', ['number']],
	['equals', '25.50', ['number', 'numberAsText']],
	['equals', ' 25.500 ', ['number']],
	['equals', '0', ['zero']],
	['equals', '12345678901234567890', ['longNumber']],
	['equals', '12345678901234567891', []],
	['equals', 'Gold Rush', ['text']],
	['equals', 'gold rush', []],
	['equals', 'true', ['true']],
	['equals', 'True', ['trueAsText']],
	['equals', 'gold', []],
	['equals', 'null', []],
	['equals', 'undefined', []],
	['equals', '[object Object]', []],
	['equals', ' \n', []],
	['notEquals', '25.5', but('number')],
	['notEquals', 'Gold Rush', but('text')],
	['isOneOf', 'silver, Gold Rush ,25.5', ['number', 'text']],
	['isOneOf', ' , ,', []],
	['isNoneOf', 'silver, Gold Rush ,25.5', but('number', 'text')],
	['contains', 'Rush', ['text']],
	['contains', 'gold', ['list']],
	['contains', '25.50', ['list', 'numberAsText']],
	['contains', 'true', ['list']],
	['contains', '5', ['numberAsText', 'longNumber', 'time', 'localTime']],
	['contains', ' ', ['text', 'localTime']],
	['notContains', 'gold', but('list')],
	['startsWith', 'Gold', ['text']],
	['startsWith', '25', ['numberAsText']],
	['endsWith', 'Rush', ['text']],
	['endsWith', 'rush', []],
	['matches', 'Gold*', ['text']],
	['matches', '*o*R*h', ['text']],
	['matches', 'Gold', []],
	['matches', '(a+)+$', []],
	[
		'matches',
		'*',
		['numberAsText', 'longNumber', 'text', 'trueAsText', 'falseAsText', 'time', 'localTime'],
	],
	['greater', '25.49', ['number', 'numberAsText', 'longNumber', 'epoch']],
	['greater', '25.5', ['longNumber', 'epoch']],
	['greater', '12345678901234567889', ['longNumber']],
	['greater', '-1', ['zero', 'number', 'numberAsText', 'longNumber', 'epoch']],
	['greater', 'many', []],
	['greaterOrEqual', '25.5', ['number', 'numberAsText', 'longNumber', 'epoch']],
	['less', '25.5', ['zero']],
	['less', '12345678901234567891', ['zero', 'number', 'numberAsText', 'longNumber', 'epoch']],
	['lessOrEqual', '25.5', ['zero', 'number', 'numberAsText']],
	['after', '2025-06-02 19:44', ['time', 'localTime', 'epoch']],
	['after', '2025-06-02 19:45', ['time', 'epoch']],
	['after', '1748886320000', ['time', 'epoch']],
	['after', 'yesterday', []],
	['before', '2025-06-02T17:45:20Z', ['localTime']],
	['before', '2025-06-03', ['time', 'localTime', 'epoch']],
	['isTrue', '', ['true', 'trueAsText']],
	['isFalse', '', ['false', 'falseAsText']],
	['isEmpty', '', ['null', 'blank', 'space', 'emptyList', 'emptyObject', 'missing']],
	['isNotEmpty', '', but('null', 'blank', 'space', 'emptyList', 'emptyObject', 'missing')],
	['exists', '', but('missing')],
	['notExists', '', ['missing']],
];

describe('each operator with each kind of value', () => {
	test.each(SPECIFICATION)('%s %j holds for %j', (operator, value, kinds) => {
		const holds = KINDS.filter((field) => !check([{ field, operator, value }])(ITEM));
		expect(new Set(holds)).toEqual(new Set(kinds));
	});

	test('none is left out', () => {
		const tested = new Set(SPECIFICATION.map(([operator]) => operator));
		expect(new Set(Object.keys(operators))).toEqual(tested);
	});
});

describe('names of fields are plain data', () => {
	const item: unknown = JSON.parse('{"__proto__":"a","constructor":"b"}');

	test.each([
		['__proto__', 'a', true],
		['constructor', 'b', true],
		['toString', 'b', false],
	])('%s', (field, value, holds) => {
		const isMet = check([{ field, operator: 'equals', value }])(item as object as typeof ITEM);
		expect(isMet === undefined).toBe(holds);
		expect(check([{ field: 'toString', operator: 'exists', value: '' }])({})).toBeDefined();
	});
});

test('of an enum with its options, its value counts', () => {
	const item = { status: { type: 'enum', value: 'PENDING', displayValue: 'Pending', options: [] } };
	const isUnmet = (value: string) => check([{ field: 'status', operator: 'equals', value }])(item);
	expect(isUnmet('PENDING')).toBeUndefined();
	expect(isUnmet('Pending')?.value).toBe('PENDING');
});

describe('several rows', () => {
	const holds: Condition = { field: 'text', operator: 'contains', value: 'Rush' };
	const fails: Condition = { field: 'zero', operator: 'greater', value: '3' };
	const failsToo: Condition = { field: 'missing', operator: 'exists', value: '' };

	test('none: every item passes', () => {
		expect(check([])(ITEM)).toBeUndefined();
		expect(check([], 'any')(ITEM)).toBeUndefined();
	});

	test.each<[string, Condition[], 'all' | 'any', number | undefined]>([
		['all hold', [holds, holds], 'all', undefined],
		['one of all does not hold', [holds, fails, failsToo], 'all', 2],
		['one of any holds', [fails, failsToo, holds], 'any', undefined],
		['the first of any holds', [holds, fails], 'any', undefined],
		['none of any holds', [fails, failsToo], 'any', 1],
	])('%s', (_what, rows, match, row) => {
		expect(check(rows, match)(ITEM)?.row).toBe(row);
	});

	test('what is not met names the row, the condition and the value', () => {
		expect(check([holds, fails])(ITEM)).toEqual({ row: 2, condition: fails, value: 0 });
		expect(check([failsToo])(ITEM)).toEqual({ row: 1, condition: failsToo, value: undefined });
	});
});

describe('a row that cannot be checked is found before it is used', () => {
	test.each<[string, Partial<Condition>, string | undefined]>([
		['no field', { field: ' ' }, 'noField'],
		['no value', { value: ' ' }, 'noValue'],
		['no value, where none is needed', { operator: 'isTrue', value: '' }, undefined],
		['a number', { operator: 'less', value: ' 25.50 ' }, undefined],
		['no number', { operator: 'less', value: '25,50' }, 'noNumber'],
		['a time', { operator: 'before', value: '2025-06-02' }, undefined],
		['no time', { operator: 'before', value: 'next week' }, 'noTime'],
		['a text', { value: 'gold' }, undefined],
	])('%s', (_what, change, problem) => {
		const row: Condition = { field: 'a', operator: 'equals', value: 'b' };
		const rows = [row, { ...row, ...change }];
		const found = problemWithConditions({ rows, match: 'all', timeZone: 'UTC' });
		expect(found).toEqual(problem && { row: 2, problem });
	});
});

test('hostile values neither throw nor take long', () => {
	const values = ['9'.repeat(1e6), ' '.repeat(1e6), 'a'.repeat(1e6), Array(1e5).fill('a'), NaN];
	for (const operator of Object.keys(operators) as Operator[]) {
		for (const value of ['a*a*a*b', '9'.repeat(1e4), `${'0'.repeat(900)}1`]) {
			const isUnmet = check([{ field: 'field', operator, value }]);
			for (const field of values) expect(() => isUnmet({ field })).not.toThrow();
		}
	}
});
