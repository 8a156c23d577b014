import { compareDecimals, readDecimal } from '../../json/decimal';
import { exactBoolean } from '../../json/exact-values';
import { isJsonObject } from '../../json/object';
import type { ReadTime } from '../read-time';
import { matchesWildcard } from './wildcard';

/** Whether a field's value holds; undefined stands for a field that the event does not have. */
export type Holds = (field: unknown) => boolean;

/** Makes the test of a row from its value; `readTime` reads times as the workflow does. */
type MakeTest = (value: string, readTime: ReadTime) => Holds;

/**
 * The operators of Only Start If. None of them throws, and each takes time linear in the field. Where
 * a field is missing, null or blank, or is of another kind, only the negative ones hold.
 */
export const operators = {
	equals: (value) => filled(isEqualTo(value)),
	notEquals: (value) => not(filled(isEqualTo(value))),
	isOneOf: (value) => filled(isOneOf(value)),
	isNoneOf: (value) => not(filled(isOneOf(value))),
	contains: (value) => filled(contains(value)),
	notContains: (value) => not(filled(contains(value))),
	startsWith: (value) => text((field) => field.startsWith(value)),
	endsWith: (value) => text((field) => field.endsWith(value)),
	matches: (value) => text((field) => matchesWildcard(field, value)),
	greater: (value) => number(value, (order) => order > 0),
	greaterOrEqual: (value) => number(value, (order) => order >= 0),
	less: (value) => number(value, (order) => order < 0),
	lessOrEqual: (value) => number(value, (order) => order <= 0),
	after: (value, readTime) => time(value, readTime, (distance) => distance > 0),
	before: (value, readTime) => time(value, readTime, (distance) => distance < 0),
	isTrue: () => (field) => exactBoolean(field) === true,
	isFalse: () => (field) => exactBoolean(field) === false,
	isEmpty: () => isEmpty,
	isNotEmpty: () => not(isEmpty),
	exists: () => (field) => field !== undefined,
	notExists: () => (field) => field === undefined,
} as const satisfies Record<string, MakeTest>;

export type Operator = keyof typeof operators;

const WITHOUT_VALUE: ReadonlySet<Operator> = new Set<Operator>([
	'isTrue',
	'isFalse',
	'isEmpty',
	'isNotEmpty',
	'exists',
	'notExists',
]);

const OF_NUMBERS: ReadonlySet<Operator> = new Set<Operator>([
	'greater',
	'greaterOrEqual',
	'less',
	'lessOrEqual',
]);

const OF_TIMES: ReadonlySet<Operator> = new Set<Operator>(['after', 'before']);

/** What a row's value has to be for its operator: nothing at all, or one of these. */
export function valueNeededBy(operator: Operator): 'none' | 'text' | 'number' | 'time' {
	if (WITHOUT_VALUE.has(operator)) return 'none';
	if (OF_NUMBERS.has(operator)) return 'number';
	return OF_TIMES.has(operator) ? 'time' : 'text';
}

const not =
	(holds: Holds): Holds =>
	(field) =>
		!holds(field);

const filled =
	(holds: Holds): Holds =>
	(field) =>
		!isBlank(field) && holds(field);

/** Numeric where the field is a number, else exact text. */
function isEqualTo(value: string): Holds {
	const isEqualNumber = number(value, (order) => order === 0);
	return (field) =>
		typeof field === 'number'
			? isEqualNumber(field)
			: field === value || (typeof field === 'boolean' && String(field) === value);
}

function isOneOf(list: string): Holds {
	const tests = list
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
		.map(isEqualTo);
	return (field) => tests.some((holds) => holds(field));
}

function contains(value: string): Holds {
	const isMember = isEqualTo(value);
	return (field) =>
		Array.isArray(field)
			? field.some(isMember)
			: typeof field === 'string' && field.includes(value);
}

function text(holds: (field: string) => boolean): Holds {
	return (field) => typeof field === 'string' && !isBlank(field) && holds(field);
}

function number(value: string, holds: (order: number) => boolean): Holds {
	const wanted = readDecimal(value.trim());
	if (!wanted) return never;
	return (field) => {
		const decimal = readDecimal(field);
		return decimal !== undefined && holds(compareDecimals(decimal, wanted));
	};
}

function time(value: string, readTime: ReadTime, holds: (distance: number) => boolean): Holds {
	const wanted = readTime(value);
	if (wanted === undefined) return never;
	return (field) => {
		const instant = readTime(field);
		return instant !== undefined && holds(instant - wanted);
	};
}

const never: Holds = () => false;

function isBlank(field: unknown): boolean {
	return field === undefined || field === null || (typeof field === 'string' && !/\S/.test(field));
}

function isEmpty(field: unknown): boolean {
	if (Array.isArray(field)) return field.length === 0;
	return isJsonObject(field) ? Object.keys(field).length === 0 : isBlank(field);
}
