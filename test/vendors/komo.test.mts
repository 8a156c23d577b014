import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';

import { rowOf as rowIn } from '../../host/vendor-setup.mjs';
import { factsOf, innerType } from '../../vendors/field';
import { komo } from '../../vendors/komo/delivery';
import type { JsonObject } from '../../json/object';

const rowOf = (name: string) => rowIn(komo, name);

const isPersonal = (schema: z.AnyZodObject, name: string) => {
	const shape = schema.shape as Readonly<Record<string, z.ZodTypeAny>>;
	return factsOf((Object.hasOwn(shape, name) && shape[name]) || schema._def.catchall)?.personal;
};

describe('an event', () => {
	test.each<[unknown, string | undefined]>([
		['CardViewed', 'CardViewed'],
		['SomethingNew', 'SomethingNew'],
		['', undefined],
		[7, undefined],
		[undefined, undefined],
	])('named %j is %j', (event, name) => {
		expect(komo.nameOf({ event })).toBe(name);
	});

	test('has no ID of its own: id and timestamp are those of the component', () => {
		const event = { id: 'same', timestamp: '2025-04-13T10:39:27.411Z', user_profile_id: 'p' };
		expect(komo.identify(event)).toEqual({
			time: '2025-04-13T10:39:27.411Z',
			player: 'p',
			id: undefined,
		});
	});

	test('of a Workflow may be anything that the user composed', () => {
		expect(komo.nameOf({ contact: { name: 'Ada' } })).toBeUndefined();
		expect(komo.identify({})).toEqual({ time: undefined, player: undefined, id: undefined });
	});
});

describe('the filters', () => {
	test.each<[keyof typeof komo.filters, JsonObject, string | undefined]>([
		['cardTypes', { card_type: 'WatchToWin' }, 'WatchToWin'],
		['cardTypes', { event: 'InstantWinStarted' }, undefined],
		['cardTypes', { card_type: { toString: 1 } }, undefined],
		['siteIds', { site_id: '04f66d5e' }, '04f66d5e'],
		['siteIds', { site_id: 7 }, undefined],
		['siteIds', {}, undefined],
	])('%s sees of %j: %j', (option, event, value) => {
		expect(komo.filters[option](event, 'InstantWinStarted')).toBe(value);
	});
});

describe('personal data', () => {
	test.each(['email', 'first_name', 'last_name', 'favourite_team', 'shirt_size', '__proto__'])(
		'is %s, which a person has filled in',
		(name) => {
			expect(isPersonal(komo.anyEventFields, name)).toBe(true);
			expect(isPersonal(rowOf('SignUpSuccess').fields, name)).toBe(true);
		},
	);

	test.each([
		...['id', 'event', 'timestamp', 'site_id', 'site_name', 'user_session_id', 'user_profile_id'],
		...['card_id', 'card_name', 'card_type', 'score', 'correct', 'trivia_gameplay_id', 'video_url'],
		...['competition_entry_id', 'submission_id', 'optin'],
		...['prize_recipient_id', 'prize_id', 'prize_name'],
	])('is not %s, which Komo sets', (name) => {
		expect(isPersonal(komo.anyEventFields, name)).toBe(false);
	});
});

describe('quirks of the documentation', () => {
	test('1: InstantWin… events carry the card type of Watch to Win, but may carry another', () => {
		const { group, fields } = rowOf('InstantWinStarted');
		expect(group).toBe('Watch to Win');
		const sample = { ...komo.sampleDelivery(rowOf('InstantWinStarted')), card_type: 'InstantWin' };
		expect(fields.safeParse(sample).success).toBe(true);
	});

	test('2: SiteViewed is a view, not a sign-up', () => {
		expect(rowOf('SiteViewed').summary).not.toMatch(/sign/);
		expect(Object.keys(rowOf('SiteViewed').fields.shape as object)).not.toContain('submission_id');
	});

	test.each(['CardViewed', 'QuizStarted', 'CompetitionEntrySuccess', 'PrizeAwarded'])(
		'3: score and correct of %s are numbers, and may be missing',
		(name) => {
			const { score, correct } = rowOf(name).fields.shape;
			for (const type of [score, correct]) {
				expect(innerType(type).constructor.name).toBe('ZodNumber');
				expect(type.isOptional()).toBe(true);
				expect(typeof factsOf(type)?.sample).toBe('string');
			}
		},
	);

	test('4: submission_id may be missing', () => {
		expect(rowOf('SignUpSuccess').fields.shape.submission_id.isOptional()).toBe(true);
	});

	test('5: id, event and timestamp are there, although the newest tables leave them out', () => {
		for (const { fields } of komo.catalogue) {
			for (const name of ['id', 'event', 'timestamp']) {
				expect(fields.shape[name].isOptional()).toBe(false);
			}
		}
	});

	test('8: an ID may have any form', () => {
		const sample = { ...komo.sampleDelivery(rowOf('SiteViewed')), id: '54E635DE', site_id: 'x' };
		expect(rowOf('SiteViewed').fields.safeParse(sample).success).toBe(true);
	});

	test('the artefact "User attributes" is an attribute like any other', () => {
		expect(isPersonal(komo.anyEventFields, 'User attributes')).toBe(true);
	});
});
