import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { exactNumber } from '../../json/exact-values';
import { vendors } from '../../vendors';
import { isJsonObject } from '../../json/object';
import { harbour } from '../delivery/made-up-vendor.mjs';
import { itemsOf, type Circumstances } from '../../host/without-n8n.mjs';
import { generatedCases } from '../generated-cases.mjs';
import { event, json } from '../any-json.mjs';

const everyVendor = fc.constantFrom(harbour, ...vendors);

/** A payload of Gamanza Engage among other things. */
const events = fc.oneof(
	event,
	fc.record(
		{
			eventName: fc.constantFrom('level_up', 'rank_up', 'other'),
			payload: fc.array(
				fc.oneof(
					json,
					fc.record({
						key: fc.constantFrom('a', 'PlayerId', 'PreviousLevel', '__proto__', 'eventType'),
						type: fc.constantFrom('string', 'number', 'boolean', 'date', 'i18n', 'enum', 'new'),
						value: json,
					}),
				),
				{ maxLength: 5 },
			),
		},
		{ requiredKeys: [] },
	),
);

const bodies = fc.oneof(
	events,
	fc.array(events, { minLength: 1, maxLength: 4 }),
	fc.array(events, { minLength: 1, maxLength: 4 }).map((calls) => ({ calls, events: calls })),
);

const settings: fc.Arbitrary<Circumstances['settings'] & object> = fc.record({
	output: fc.constantFrom('flattened', 'cloudEvents', 'asSent'),
	separator: fc.constantFrom('_', '.', ''),
	personalData: fc.constantFrom('keep', 'mask', 'remove'),
	checkAgainstCatalogue: fc.boolean(),
	includeOriginal: fc.boolean(),
	includeHeaders: fc.boolean(),
});

/** The values at the ends of a JSON value; empty objects and lists are ends too. */
function leavesOf(value: unknown): unknown[] {
	const inside = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
	return inside.length === 0 ? [value] : inside.flatMap(leavesOf);
}

/** Each leaf as text, with numbers and booleans that were sent as text as what they become. */
const said = (leaf: unknown) =>
	JSON.stringify(typeof leaf === 'string' ? (exactBooleanOrNumber(leaf) ?? leaf) : leaf);

function exactBooleanOrNumber(text: string): unknown {
	const lowerCase = text.toLowerCase();
	if (lowerCase === 'true' || lowerCase === 'false') return lowerCase === 'true';
	return exactNumber(text);
}

describe('any delivery, with any settings', () => {
	test('becomes an item an event, the same each time, and is not changed', async () => {
		await fc.assert(
			fc.asyncProperty(everyVendor, bodies, settings, async (vendor, body, chosen) => {
				const text = JSON.stringify(body);
				const parsed: unknown = JSON.parse(text);
				const copy = structuredClone(parsed);
				const circumstances = { settings: chosen, body: parsed };
				const items = await itemsOf(vendor, text, circumstances);
				expect(parsed).toEqual(copy);
				expect(await itemsOf(vendor, text, circumstances)).toEqual(items);
				for (const item of items) {
					expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
					expect(Object.values(item)).not.toContain(undefined);
				}
			}),
			generatedCases(1_000),
		);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});

	test('loses no value and no name of a field', async () => {
		await fc.assert(
			fc.asyncProperty(event, async (sent) => {
				const [item = {}] = await itemsOf(harbour, [sent]);
				const {
					eventType: _type,
					eventTime: _time,
					playerId: _player,
					eventKey: _key,
					...own
				} = item;
				const left = [...leavesOf(own), ...commonLeaves(sent)].map(said);
				const lost = leavesOf(sent)
					.map(said)
					.filter((leaf) => {
						const index = left.indexOf(leaf);
						if (index === -1) return true;
						left.splice(index, 1);
						return false;
					});
				// An event that is empty has no leaf but itself.
				expect(Object.keys(sent).length === 0 ? [] : lost).toEqual([]);
				for (const name of Object.keys(sent)) {
					const isField = (field: string) => field === name || field.startsWith(`${name}_`);
					expect(Object.keys(item).some(isField)).toBe(true);
				}
			}),
			generatedCases(1_000),
		);
	});

	test('keeps its event whole in the original, and as sent', async () => {
		await fc.assert(
			fc.asyncProperty(everyVendor, event, async (vendor, sent) => {
				const text = JSON.stringify(sent);
				const [item] = await itemsOf(vendor, `[${text}]`, {
					settings: { output: 'asSent', includeOriginal: true },
				});
				expect(JSON.stringify(item?.event)).toBe(text);
				expect(JSON.stringify(item?.original)).toBe(text);
			}),
			generatedCases(500),
		);
	});
});

/** Fields of the vendor's that are one with a common field. */
function commonLeaves(sent: Readonly<Record<string, unknown>>): unknown[] {
	return ['eventType', 'eventTime', 'playerId', 'eventKey']
		.filter((name) => Object.hasOwn(sent, name))
		.map((name) => sent[name]);
}
