import type { INodeProperties } from 'n8n-workflow';

import {
	valueNeededBy,
	operators,
	type Operator,
} from '../../delivery/selection/condition-operators';
import type { Condition, ConditionProblem, Unmet } from '../../delivery/selection/conditions';
import { isJsonObject } from '../../json/object';
import { choice, type Parameter } from '../parameter';
import { FIELD_SEARCH } from './field-search';
import { shortened } from './shortened';

const DISPLAY_NAME = 'Only Start If';

const OPERATOR_NAMES: Readonly<Record<Operator, string>> = {
	isFalse: 'Boolean: Is False',
	isTrue: 'Boolean: Is True',
	notExists: 'Field: Does Not Exist',
	exists: 'Field: Exists',
	isEmpty: 'Field: Is Empty',
	isNotEmpty: 'Field: Is Not Empty',
	greater: 'Number: Greater',
	greaterOrEqual: 'Number: Greater or Equal',
	less: 'Number: Less',
	lessOrEqual: 'Number: Less or Equal',
	contains: 'Text or List: Contains',
	notContains: 'Text or List: Does Not Contain',
	notEquals: 'Text or Number: Does Not Equal',
	equals: 'Text or Number: Equals',
	isNoneOf: 'Text or Number: Is None Of',
	isOneOf: 'Text or Number: Is One Of',
	endsWith: 'Text: Ends With',
	matches: 'Text: Matches',
	startsWith: 'Text: Starts With',
	after: 'Time: After',
	before: 'Time: Before',
};

const OPERATOR_DESCRIPTIONS: Partial<Record<Operator, string>> = {
	after: 'A date such as 2025-06-02 or 2025-06-02 17:45, in the time zone of the workflow',
	before: 'A date such as 2025-06-02 or 2025-06-02 17:45, in the time zone of the workflow',
	isNoneOf: 'Values with commas between them',
	isOneOf: 'Values with commas between them',
	matches: 'An asterisk stands for any characters',
};

const allOperators = Object.keys(operators) as Operator[];

const operatorParameter = choice({
	displayName: 'Operator',
	default: 'equals' satisfies Operator,
	description: 'How the field is compared',
	noDataExpression: true,
	options: allOperators
		.map((operator) => ({
			name: OPERATOR_NAMES[operator],
			value: operator,
			description: OPERATOR_DESCRIPTIONS[operator] ?? '',
		}))
		.sort((one, other) => one.name.localeCompare(other.name)),
});

/** What a row shows while it is empty. */
export interface ConditionPlaceholders {
	readonly field: string;
	readonly value: string;
}

const fieldLike = (placeholder: string): INodeProperties => ({
	displayName: 'Field',
	name: 'field',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'The field of the event, as it stands in a flattened item',
	noDataExpression: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a field…',
			typeOptions: {
				searchListMethod: FIELD_SEARCH,
				searchable: true,
				// The list is the catalogue's, and is there before a credential is.
				skipCredentialsCheckInRLC: true,
			},
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder,
		},
	],
});

const valueLike = (placeholder: string): INodeProperties => ({
	displayName: 'Value',
	name: 'value',
	type: 'string',
	default: '',
	placeholder,
	description: 'What the field is compared with: text as it is, or a number, date or list',
	noDataExpression: true,
	displayOptions: {
		hide: { operator: allOperators.filter((operator) => valueNeededBy(operator) === 'none') },
	},
});

/** The rows of Only Start If. No expressions: n8n would start its engine for each delivery. */
export const conditionsLike = (example: ConditionPlaceholders): Parameter<Condition[]> => ({
	property: {
		displayName: DISPLAY_NAME,
		type: 'fixedCollection',
		placeholder: 'Add Condition',
		default: {},
		description:
			'What must hold for an event to start the workflow. Any other event is answered, counted as filtered and costs no execution.',
		typeOptions: { multipleValues: true, sortable: true },
		options: [
			{
				displayName: 'Condition',
				name: 'values',
				values: [
					fieldLike(example.field),
					{ ...operatorParameter.property, name: 'operator' },
					valueLike(example.value),
				],
			},
		],
	},
	read(set) {
		const rows: unknown = isJsonObject(set) ? set.values : undefined;
		return Array.isArray(rows) ? rows.map(conditionIn) : [];
	},
});

/**
 * Whether all rows must hold or one. Always shown: n8n looks at simple parameters only when it decides
 * what is shown, and would drop a choice that depends on the number of rows.
 */
export const conditionsMatch = choice({
	displayName: 'Conditions to Meet',
	default: 'all',
	description: 'Whether all of several conditions must hold, or one of them is enough',
	noDataExpression: true,
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Any', value: 'any' },
	],
});

function conditionIn(row: unknown): Condition {
	const { field: named, operator, value: wanted } = isJsonObject(row) ? row : {};
	return {
		field: textOf(isJsonObject(named) ? named.value : named).trim(),
		operator: operatorParameter.read(operator),
		value: textOf(wanted),
	};
}

function textOf(set: unknown): string {
	return typeof set === 'string' || typeof set === 'number' || typeof set === 'boolean'
		? String(set)
		: '';
}

/** What a person has to mend before a row means something. */
export function explainProblem({ row, problem }: ConditionProblem): string {
	const rowInWords = `condition ${row} of ${DISPLAY_NAME}`;
	switch (problem) {
		case 'noField':
			return `${rowInWords} has no field: choose one, or remove the condition`;
		case 'noValue':
			return `${rowInWords} has no value: fill it in, or choose Field: Is Empty or Field: Is Not Empty`;
		case 'noNumber':
			return `the value of ${rowInWords} is no number: write it like 25.50, without a currency or commas`;
		case 'noTime':
			return `the value of ${rowInWords} is no date or time: write it like 2025-06-02 or 2025-06-02 17:45`;
	}
}

/** Why an event does not start the workflow: what its field is, and what the condition wants. */
export function explainUnmet({ row, condition, value: found }: Unmet): {
	readonly row: string;
	readonly found: string;
	readonly wanted: string;
} {
	const short = shortened(JSON.stringify(found) ?? '');
	const { field: name, operator, value: wanted } = condition;
	return {
		row: `condition ${row} of ${DISPLAY_NAME}`,
		found: found === undefined ? `has no field "${name}"` : `has ${short} in "${name}"`,
		wanted: `${OPERATOR_NAMES[operator]}${valueNeededBy(operator) === 'none' ? '' : ` "${wanted}"`}`,
	};
}
