import { describe, expect, test } from '@jest/globals';

import { names } from '../../../nodes/parameter';
import { optionsOf } from '../../../nodes/trigger/options';
import { defineTrigger, type Trigger } from '../../../nodes/trigger/trigger';
import { gamanzaEngage } from '../../../vendors/gamanza-engage/delivery';
import { harbour } from '../../delivery/made-up-vendor.mjs';

const signed = defineTrigger({
	vendor: gamanzaEngage,
	triggerOn: '',
	steps: [],
	placeholders: { otherEvents: '', condition: { field: '', value: '' } },
	filters: {},
});
const berths = names({ displayName: 'Berths', default: '' });
const unsigned = defineTrigger({
	vendor: harbour,
	triggerOn: '',
	steps: [],
	placeholders: { otherEvents: '', condition: { field: '', value: '' } },
	filters: { berths },
});

/** @param asWritten the options before n8n has evaluated their expressions */
function settingsOf(
	parameters: Record<string, unknown>,
	trigger: Trigger = signed,
	asWritten: unknown = parameters.options,
) {
	const getNodeParameter = (name: string, fallback?: unknown) => parameters[name] ?? fallback;
	const getNode = () => ({ parameters: { ...parameters, options: asWritten } });
	const context = { getNode, getNodeParameter, getTimezone: () => 'Europe/Berlin' };
	return trigger.readSettings(context as unknown as Parameters<Trigger['readSettings']>[0]);
}
const withOption = (name: string, value: unknown) => settingsOf({ options: { [name]: value } });

test('without parameters, the settings are the defaults of the design', () => {
	expect(settingsOf({ events: ['*'] })).toMatchObject({
		authentication: 'signature',
		output: 'flattened',
		selection: { events: ['*'], otherEvents: [] },
		conditions: { rows: [], match: 'all', timeZone: 'Europe/Berlin' },
		amounts: 'asSent',
		separator: '_',
		timestampTolerance: 1200,
		dropDuplicates: true,
		ipAllowlist: undefined,
		eventIdField: '',
		playerIdField: '',
		checkAgainstCatalogue: false,
		personalData: 'keep',
		includeOriginal: false,
		includeHeaders: false,
	});
});

describe('what an expression has made of a setting never opens a door', () => {
	test.each([null, '', 'None', 'NONE', 0, [], {}])('authentication %j', (authentication) => {
		expect(settingsOf({ authentication }).authentication).toBe('signature');
		expect(settingsOf({ authentication }, unsigned).authentication).toBe('header');
	});

	test.each([
		[600, 600],
		['600', 600],
		[0, 0],
		['0', 0],
		['', 1200],
		['600s', 1200],
		[-1, 1200],
		['-1', 1200],
		[Number.NaN, 1200],
		[null, 1200],
		[[], 1200],
		[true, 1200],
	])('timestampTolerance %j is %d', (value, expected) => {
		expect(withOption('timestampTolerance', value).timestampTolerance).toBe(expected);
	});

	test.each([
		[undefined, undefined],
		['', undefined],
		[' ', []],
		[' , ', []],
		[',\n;', []],
		[[], []],
		[[''], []],
		['203.0.113.7', ['203.0.113.7']],
		[
			'203.0.113.7, 2001:db8::/32;10.0.0.1\n10.0.0.2',
			['203.0.113.7', '2001:db8::/32', '10.0.0.1', '10.0.0.2'],
		],
		[
			['203.0.113.7', ' 10.0.0.1 '],
			['203.0.113.7', '10.0.0.1'],
		],
		[null, []],
		[false, []],
		[{}, []],
	])('ipAllowlist %j is %j', (value, expected) => {
		expect(withOption('ipAllowlist', value).ipAllowlist).toEqual(expected);
	});

	test.each([undefined, '', null])(
		'an expression for ipAllowlist that comes to %j allows nobody',
		(value) => {
			const options = { ipAllowlist: value };
			const asWritten = { ipAllowlist: '={{ $vars.allowed }}' };
			expect(settingsOf({ options }, signed, asWritten).ipAllowlist).toEqual([]);
		},
	);

	test.each([
		[signed, true],
		[
			defineTrigger({
				vendor: { ...harbour, equalEventsAreOne: false },
				triggerOn: '',
				steps: [],
				placeholders: { otherEvents: '', condition: { field: '', value: '' } },
				filters: { berths },
			}),
			false,
		],
	])('duplicates are dropped by themselves only where equal events are one', (trigger, drops) => {
		expect(settingsOf({}, trigger).dropDuplicates).toBe(drops);
	});
});

test('a filter of the vendor’s own is read from the option of its name', () => {
	const { selection } = settingsOf({ options: { berths: ' 7, 8 ' } }, unsigned);
	expect(selection.filters).toEqual([
		{ option: 'berths', valueOf: harbour.filters.berths, values: ['7', '8'] },
	]);
});

test.each([signed, unsigned])(
	'each parameter stands in the editor once, and none is lost',
	(trigger) => {
		const shown = trigger.properties.flatMap(({ name, options = [] }) =>
			name === 'options' ? options.map((option) => option.name) : [name],
		);
		const isSigned = trigger === signed;
		const read = Object.keys(optionsOf(trigger.vendor)).filter(
			(name) => name !== 'amounts' && (isSigned || name !== 'timestampTolerance'),
		);
		expect(new Set(shown).size).toBe(shown.length);
		expect(shown).toEqual(expect.arrayContaining(['events', 'authentication', 'output', ...read]));
	},
);
