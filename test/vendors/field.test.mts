import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import {
	anything,
	factsOf,
	field,
	fieldsOf,
	group,
	innerType,
	listOf,
	number,
	personal,
	required,
	sampleOf,
	sampleOfFields,
	text,
	textOrNull,
	unionOf,
} from '../../vendors/field';

describe('a field', () => {
	test('is optional, and fields not documented pass', () => {
		const fields = fieldsOf({ name: text('A name', 'Ada') });
		expect(fields.parse({ other: 1 })).toEqual({ other: 1 });
	});

	test('has a description, a sample and no part in another field of the same type', () => {
		const [one, other] = [text('One', '1'), personal(text('Other', '2'))];
		expect([one.description, other.description]).toEqual(['One', 'Other']);
		expect(factsOf(one)).toEqual({ sample: '1', personal: false });
		expect(factsOf(other)).toEqual({ sample: '2', personal: true });
	});

	test('keeps what is known of it when it is required', () => {
		const { name = z.never() } = required({ name: personal(text('A name', 'Ada')) });
		expect(name.safeParse(undefined).success).toBe(false);
		expect(name.description).toBe('A name');
		expect(factsOf(name)).toEqual({ sample: 'Ada', personal: true });
		expect(factsOf(name.optional())).toEqual({ sample: 'Ada', personal: true });
	});

	test('has no facts where it is a group', () => {
		expect(factsOf(group('A group', { name: text('A name', 'Ada') }))).toBeUndefined();
	});
});

describe('sampleOf', () => {
	const fields = fieldsOf({
		name: textOrNull('A name', null),
		address: group('An address', { town: text('A town', 'Bern') }),
		visits: listOf('Visits', { page: number('A page', '7') }),
		...required({ id: text('An ID', 'a') }),
		undocumented: z.string(),
	});

	test('puts together the samples of fields, groups and lists', () => {
		expect(sampleOfFields(fields)).toEqual({
			name: null,
			address: { town: 'Bern' },
			visits: [{ page: '7' }],
			id: 'a',
			undocumented: null,
		});
	});

	test('gives out a copy', () => {
		const labels = anything('Labels', { tier: 'silver' });
		const sample = sampleOf(labels);
		(sample as Record<string, unknown>).tier = 'gold';
		expect(sampleOf(labels)).toEqual({ tier: 'silver' });
	});
});

describe('unionOf', () => {
	const typeNameOf = (schema: z.AnyZodObject, name: string) =>
		innerType((schema.shape as z.ZodRawShape)[name] ?? z.never()).constructor.name;

	test('has the fields of all schemas, all optional', () => {
		const union = unionOf([
			fieldsOf(required({ id: text('An ID', 'a') })),
			fieldsOf({ name: text('A name', 'Ada') }),
		]);
		expect(Object.keys(union.shape)).toEqual(['id', 'name']);
		expect(union.safeParse({}).success).toBe(true);
	});

	test('has the members of objects and lists that differ', () => {
		const union = unionOf([
			fieldsOf({
				offer: group('An offer', { id: text('An ID', 'a') }),
				offers: listOf('Offers', { id: text('An ID', 'a') }),
			}),
			fieldsOf({
				offer: group('An offer', { sku: text('An SKU', 'b') }),
				offers: listOf('Offers', { sku: text('An SKU', 'b') }),
			}),
		]);
		expect(sampleOfFields(union)).toEqual({
			offer: { id: 'a', sku: 'b' },
			offers: [{ id: 'a', sku: 'b' }],
		});
	});

	test('leaves a value alone where the schemas disagree, and keeps it personal', () => {
		const union = unionOf([
			fieldsOf({ amount: text('A text', '1'), zip: number('A zip', 1) }),
			fieldsOf({ amount: number('A number', 1), zip: personal(text('A zip', '1')) }),
		]);
		expect(typeNameOf(union, 'amount')).toBe('ZodUnknown');
		expect(union.shape.zip && factsOf(union.shape.zip as z.ZodTypeAny)?.personal).toBe(true);
	});

	test('takes the first of two fields of one type', () => {
		const union = unionOf([
			fieldsOf({ time: field(z.string(), 'First', 'a') }),
			fieldsOf({ time: field(z.string(), 'Second', 'b') }),
		]);
		expect(sampleOfFields(union)).toEqual({ time: 'a' });
	});
});
