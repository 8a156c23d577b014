import { describe, expect, test } from '@jest/globals';
import type { IWebhookFunctions } from 'n8n-workflow';

import { readSettings } from '../../../nodes/trigger/settings';
import { appcharge } from '../../../vendors/appcharge/delivery';
import { komo } from '../../../vendors/komo/delivery';
import type { Vendor } from '../../../vendors/vendor';

function settingsOf(parameters: Record<string, unknown>, vendor: Vendor = appcharge) {
	const getNodeParameter = (name: string, fallback?: unknown) => parameters[name] ?? fallback;
	return readSettings({ getNodeParameter } as Pick<IWebhookFunctions, 'getNodeParameter'>, vendor);
}
const withOption = (name: string, value: unknown) => settingsOf({ options: { [name]: value } });

test('without parameters, the settings are the defaults of the design', () => {
	expect(settingsOf({ events: ['*'] })).toMatchObject({
		authentication: 'signature',
		output: 'flattened',
		selection: { events: ['*'], otherEvents: [] },
		separator: '_',
		timestampTolerance: 1200,
		dropDuplicates: true,
		ipAllowlist: [],
		checkAgainstCatalogue: false,
		personalData: 'keep',
		includeOriginal: false,
		includeHeaders: false,
	});
});

describe('what an expression has made of a setting never opens a door', () => {
	test.each([null, '', 'None', 'NONE', 0, [], {}])('authentication %j', (authentication) => {
		expect(settingsOf({ authentication }).authentication).toBe('signature');
		expect(settingsOf({ authentication }, komo).authentication).toBe('header');
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
		['', []],
		[' , ', []],
		['203.0.113.7', ['203.0.113.7']],
		[
			'203.0.113.7, 2001:db8::/32;10.0.0.1\n10.0.0.2',
			['203.0.113.7', '2001:db8::/32', '10.0.0.1', '10.0.0.2'],
		],
		[
			['203.0.113.7', ' 10.0.0.1 '],
			['203.0.113.7', '10.0.0.1'],
		],
		[null, ['null']],
		[false, ['false']],
		[{}, ['[object Object]']],
	])('ipAllowlist %j is %j', (value, expected) => {
		expect(withOption('ipAllowlist', value).ipAllowlist).toEqual(expected);
	});

	test('an empty list of addresses allows nobody', () => {
		expect(withOption('ipAllowlist', []).ipAllowlist).toHaveLength(1);
	});
});
