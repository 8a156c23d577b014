import { readDecimal } from '../../json/decimal';
import { isJsonObject, own, type JsonObject } from '../../json/object';
import { operators, valueNeededBy, type Operator } from './condition-operators';
import { timeReaderIn } from '../read-time';

/** A row of Only Start If. */
export interface Condition {
	/** The name of a field of a flattened item. */
	readonly field: string;
	readonly operator: Operator;
	/** Without meaning for operators that need none. */
	readonly value: string;
}

export interface Conditions {
	readonly rows: readonly Condition[];
	/** Whether all rows must hold or one of them. */
	readonly match: 'all' | 'any';
	/** The IANA name of the zone of times without an offset. */
	readonly timeZone: string;
}

/** Why an item does not start the workflow. */
export interface Unmet {
	/** The first row that does not hold, counted from 1. */
	readonly row: number;
	readonly condition: Condition;
	/** The field's value; undefined where the item does not have the field. */
	readonly value: unknown;
}

/**
 * Builds the test that conditions are for items.
 *
 * @returns undefined for an item that meets them
 */
export function createConditionCheck({
	rows,
	match,
	timeZone,
}: Conditions): (item: JsonObject) => Unmet | undefined {
	const readTime = timeReaderIn(timeZone);
	const tests = rows.map(({ operator, value }) => operators[operator](value, readTime));
	return (item) => {
		let unmet: Unmet | undefined;
		for (const [index, condition] of rows.entries()) {
			const value = comparable(own(item, condition.field));
			const isMet = tests[index]?.(value) === true;
			if (isMet && match === 'any') return undefined;
			if (!isMet) unmet ??= { row: index + 1, condition, value };
			if (unmet && match === 'all') return unmet;
		}
		return unmet;
	};
}

/** Of an enum with its options, its value counts. */
function comparable(value: unknown): unknown {
	return isJsonObject(value) && value.type === 'enum' && Object.hasOwn(value, 'value')
		? value.value
		: value;
}

/** What is wrong with a row, such that it could not mean what its author wants. */
export interface ConditionProblem {
	/** Counted from 1. */
	readonly row: number;
	readonly problem: 'noField' | 'noValue' | 'noNumber' | 'noTime';
}

/** The first row that cannot be checked as it stands. */
export function problemWithConditions({
	rows,
	timeZone,
}: Conditions): ConditionProblem | undefined {
	const readTime = timeReaderIn(timeZone);
	for (const [index, { field, operator, value }] of rows.entries()) {
		const needed = valueNeededBy(operator);
		const problemIf = (isWrong: boolean, problem: ConditionProblem['problem']) =>
			isWrong ? { row: index + 1, problem } : undefined;
		const found =
			problemIf(field.trim() === '', 'noField') ??
			problemIf(needed !== 'none' && value.trim() === '', 'noValue') ??
			problemIf(needed === 'number' && !readDecimal(value.trim()), 'noNumber') ??
			problemIf(needed === 'time' && readTime(value) === undefined, 'noTime');
		if (found) return found;
	}
	return undefined;
}
