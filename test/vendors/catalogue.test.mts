import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { isoTime } from '../../delivery/read-time';
import type { JsonObject } from '../../json/object';
import { vendors } from '../../vendors';
import { factsOf, innerType } from '../../vendors/field';
import { documentedEvents } from './documented-events.mjs';

interface DocumentedField {
	readonly path: string;
	readonly type: z.ZodTypeAny;
}

/** Every field and group of a schema, by its path; the inside of a field is its own business. */
function fieldsIn(schema: z.AnyZodObject, prefix = ''): DocumentedField[] {
	return Object.entries<z.ZodTypeAny>(schema.shape).flatMap(([name, type]) => {
		const path = prefix + name;
		const inner = innerType(type);
		const element = inner instanceof z.ZodArray ? innerType(inner.element) : inner;
		const members =
			!factsOf(type) && element instanceof z.ZodObject ? fieldsIn(element, `${path}.`) : [];
		return [{ path, type }, ...members];
	});
}

const rows = vendors.flatMap((vendor) =>
	vendor.catalogue.map((row) => ({ vendor, row, name: row.name, id: vendor.id })),
);

test.each(Object.entries(documentedEvents))(
	'%s has each documented event exactly once',
	(id, documented) => {
		const vendor = vendors.find((candidate) => candidate.id === id);
		expect(vendor?.catalogue.map(({ name }) => name).toSorted()).toEqual(documented.toSorted());
	},
);

describe.each(vendors.map((vendor) => [vendor.id, vendor] as const))('%s', (_id, vendor) => {
	test('has no name or spelling twice', () => {
		const names = vendor.catalogue.flatMap(({ name, spellings = [] }) => [name, ...spellings]);
		expect(new Set(names).size).toBe(names.length);
	});

	test('has a label of its own for each event', () => {
		const labels = vendor.catalogue.map(({ group, title, replacedBy }) =>
			[group, title, replacedBy !== undefined].join(),
		);
		expect(new Set(labels).size).toBe(labels.length);
	});

	test('has a union of all fields', () => {
		const all = new Set(fieldsIn(vendor.anyEventFields).map(({ path }) => path));
		const missing = vendor.catalogue
			.flatMap(({ fields }) => fieldsIn(fields))
			.filter(({ path }) => !all.has(path));
		expect(missing).toEqual([]);
	});

	test('keeps in the union what is personal', () => {
		const personalPaths = (schema: z.AnyZodObject) =>
			fieldsIn(schema)
				.filter(({ type }) => factsOf(type)?.personal)
				.map(({ path }) => path);
		const inEvents = new Set(vendor.catalogue.flatMap(({ fields }) => personalPaths(fields)));
		expect(new Set(personalPaths(vendor.anyEventFields))).toEqual(inEvents);
	});

	test('names the fields in which a number is a time', () => {
		const times = fieldsIn(vendor.anyEventFields)
			.filter(({ type }) => /since 1970/.test(type.description ?? ''))
			.map(({ path }) => path.replace(/^.*\./, ''));
		expect(new Set(vendor.timeFields)).toEqual(new Set(times));
	});
});

describe.each(rows)('$id: $name', ({ vendor, row }) => {
	test('is written for a dropdown', () => {
		for (const text of [row.group, row.title, row.summary]) expect(text).toMatch(/^\S.*\S$/);
		expect(row.title).toMatch(/^[A-Z]/);
		expect(row.summary).toMatch(/[^.]$/);
		expect(row.summary.length).toBeLessThanOrEqual(100);
		expect(row.source).toMatch(/^https:\/\//);
	});

	test('has been replaced by an event of this catalogue, if by any', () => {
		const names: ReadonlyArray<string | undefined> = vendor.catalogue.map(({ name }) => name);
		expect([undefined, ...names]).toContain(row.replacedBy);
	});

	test('describes each field', () => {
		for (const { type } of fieldsIn(row.fields)) {
			expect(type.description).toMatch(/^\S.*\S$/);
			expect(type.description).not.toMatch(/[.\n]$/);
		}
	});

	test('has a sample of each field', () => {
		for (const { path, type } of fieldsIn(row.fields)) {
			const inner = innerType(type);
			const isGroup = inner instanceof z.ZodObject || inner instanceof z.ZodArray;
			const sample = factsOf(type)?.sample;
			if (sample === undefined) expect([path, isGroup]).toEqual([path, true]);
		}
	});

	test('is made unlike all others by an id and a time in the members that it has', () => {
		const body = vendor.sampleDelivery(row);
		const list = vendor.wrapper === undefined ? [body] : (body[vendor.wrapper] as JsonObject[]);
		const time = new Date('2026-06-09T12:01:40.000Z');
		for (const event of list) {
			const renewed = vendor.renew(event, 'new', time);
			expect(Object.keys(renewed)).toEqual(Object.keys(event));
			expect(isoTime(vendor.identify(renewed).time)).toBe(time.toISOString());
			const second = String(isoTime(vendor.identify(event).time)).slice(0, 19);
			expect(JSON.stringify(renewed)).not.toContain(second);
			const { id } = vendor.identify(event);
			expect(vendor.identify(renewed).id).toBe(id === undefined ? undefined : 'new');
		}
	});

	test('has a sample delivery of plain JSON', () => {
		const body = vendor.sampleDelivery(row);
		expect(JSON.parse(JSON.stringify(body))).toEqual(body);
	});
});

test('the vendors can be told apart', () => {
	for (const member of ['id', 'displayName', 'reverseDomain', 'website', 'credential'] as const) {
		expect(new Set(vendors.map((vendor) => vendor[member])).size).toBe(vendors.length);
	}
});
