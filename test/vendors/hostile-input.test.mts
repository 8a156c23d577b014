import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { newEvent } from '../../host/vendor-setup.mjs';
import { vendors } from '../../vendors';
import { forEachField, mapFields } from '../../vendors/gamanza-engage/payload';
import { isJsonObject, type JsonObject } from '../../json/object';
import { jsonOf, leaves, names } from '../any-json.mjs';

const cases = vendors.map((vendor) => [vendor.id, vendor] as const);

/** JSON with the names and texts that matter to the vendors. */
const { json } = jsonOf(
	fc.oneof(
		names,
		fc.constantFrom('eventName', 'event', 'customer', 'id', 'offers', 'offerId', 'data', 'reason'),
		fc.constantFrom('payload', 'key', 'type', 'value', 'options', 'displayValue', 'card_type'),
	),
	fc.oneof(
		leaves,
		fc.constantFrom('rank_up', 'number', 'boolean', 'date', 'i18n', 'enum', 'Previous', '1e999'),
	),
);

describe.each(cases)('%s', (_id, vendor) => {
	test('reads own members only', () => {
		const event = JSON.parse(
			'{"__proto__":{"eventName":"a","event":"a","playerId":"a","customer":{"id":"a"}}}',
		) as JsonObject;
		expect(vendor.nameOf(event)).toBeUndefined();
		expect(vendor.identify(event).player).toBeUndefined();
	});

	test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
		'takes %s for a name like any other',
		(name) => {
			const event = JSON.stringify(newEvent(vendor));
			const renamed = event.replaceAll(`"${vendor.catalogue[0]?.name}"`, `"${name}"`);
			expect(vendor.nameOf(JSON.parse(renamed) as JsonObject)).toBe(name);
		},
	);
});

describe('a Gamanza Engage payload', () => {
	test('with __proto__ and its like at every place is plain data', () => {
		const event = JSON.parse(`{
			"__proto__": "a",
			"payload": [
				{ "key": "__proto__", "type": "string", "value": "b", "__proto__": "c" },
				{ "key": "constructor", "type": "enum", "value": "d", "__proto__": "e" },
				{ "__proto__": { "key": "inherited", "value": "f" } }
			]
		}`) as JsonObject;
		const fields: Array<readonly [string, unknown]> = [];
		forEachField(event, (name, value) => fields.push([name, value]));
		expect(fields.map(([name]) => name)).toEqual([
			'__proto__',
			'__proto__',
			'__proto__',
			'constructor',
			'payload',
		]);
		expect(JSON.stringify(fields[3]?.[1])).toBe('{"type":"enum","value":"d","__proto__":"e"}');
		expect(JSON.stringify(mapFields(event, (_name, value) => value))).toBe(JSON.stringify(event));
	});

	test('loses no leaf', () => {
		fc.assert(
			fc.property(fc.array(json, { maxLength: 8 }), (list) => {
				const payload = JSON.parse(JSON.stringify(list)) as unknown[];
				const sent = leavesOf(payload.map(withoutKeyAndType));
				const emitted: unknown[] = [];
				forEachField({ payload }, (_name, value) => emitted.push(value));
				const came = leavesOf(emitted).map(String);
				for (const leaf of sent) {
					const asNumber = typeof leaf === 'string' ? String(Number(leaf)) : undefined;
					expect(came.includes(String(leaf)) || came.includes(String(asNumber))).toBe(true);
				}
			}),
			{ numRuns: 300 },
		);
	});
});

/** The key of an item is the field's name, and its type shows in the value. */
function withoutKeyAndType(item: unknown): unknown {
	if (!isJsonObject(item)) return item;
	return Object.entries(item).flatMap(([name, value]) =>
		name === 'key' || name === 'type' ? [] : [value],
	);
}

function leavesOf(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [value];
	return Object.values(value).flatMap(leavesOf);
}
