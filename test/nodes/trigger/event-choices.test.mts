import { describe, expect, test } from '@jest/globals';
import { Workflow, type INodeTypes } from 'n8n-workflow';

import { AppchargeTrigger } from '../../../nodes/Appcharge/AppchargeTrigger.node';
import { eventChoices, eventsSubtitle } from '../../../nodes/trigger/event-choices';
import { vendors } from '../../../vendors';
import { appcharge } from '../../../vendors/appcharge/delivery';
import { komo } from '../../../vendors/komo/delivery';

const namesOf = (vendor: (typeof vendors)[number]) => eventChoices(vendor).map(({ name }) => name);

describe.each(vendors.map((vendor) => [vendor.displayName, vendor] as const))('%s', (_, vendor) => {
	test('each event can be searched by what it is called here and at the vendor', () => {
		for (const { name, group, title } of vendor.catalogue) {
			const choice = eventChoices(vendor).find(({ value }) => value === name);
			expect(choice?.name).toMatch(new RegExp(`^${group}: ${title}`));
			expect(choice?.name).toContain(`(${name})`);
		}
	});

	test('no group is repeated by the name behind it', () => {
		for (const { group, title } of vendor.catalogue) {
			const words = group.split(' ');
			expect(words.filter((word) => title.split(' ').includes(word))).toEqual([]);
		}
	});
});

test('[All] says that it counts whatever else is chosen', () => {
	expect(eventChoices(appcharge)[0]).toMatchObject({
		name: '[All]',
		description: expect.stringContaining('whatever else is chosen'),
	});
});

test('(Legacy) stands last, and only where there is a successor', () => {
	const names = namesOf(appcharge);
	const firstLegacy = names.findIndex((name) => name.includes('(Legacy)'));
	expect(names.slice(firstLegacy).every((name) => name.includes('(Legacy)'))).toBe(true);
	expect(names.filter((name) => name.includes('(Legacy)'))).toHaveLength(21);
	expect(namesOf(komo).filter((name) => name.includes('(Legacy)'))).toEqual([]);
});

describe('the text below a node', () => {
	const nodeType = new AppchargeTrigger();
	const nodeTypes = { getByNameAndVersion: () => nodeType } as unknown as INodeTypes;
	const subtitleWith = (events: unknown) => {
		const node = {
			id: '1',
			name: 'Appcharge Trigger',
			type: 'appchargeTrigger',
			typeVersion: 2,
			position: [0, 0] as [number, number],
			parameters: { events: events as string[] },
		};
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		return workflow.expression.getSimpleParameterValue(
			node,
			eventsSubtitle(appcharge),
			'internal',
			{},
		);
	};

	test.each([
		['one event', ['order.completed'], 'Order: Completed or Failed'],
		['two', ['order.refunded', 'unrecognized'], 'Order: Refunded, Unrecognized'],
		['all', ['order.refunded', '*'], 'All events'],
		['none yet', [], ''],
		['an event of an older version', ['order.reopened'], 'order.reopened'],
		['one text, as an expression may give it', 'order.refunded', 'Order: Refunded'],
	])('%s', (_, events, text) => {
		expect(subtitleWith(events)).toBe(text);
	});
});
