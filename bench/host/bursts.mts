import { randomUUID } from 'node:crypto';

import { nodeOf, type WorkflowNode } from '../../host/workflow.mjs';
import type { Engine } from './engines.mjs';
import {
	batch,
	mostlyUnwanted,
	scenario,
	WANTED,
	wanted,
	webhookAndCode,
	type Scenario,
	type Triggers,
} from './scenarios.mjs';

const ALONE = 'Trigger alone';
const FOLLOWED = 'Trigger, Localize Fields and Edit Fields';
const TRIGGER_ON = '90 % unwanted, by Trigger On';
const CONDITION = '90 % unwanted, by a condition';
const WEBHOOK_AND_CODE = webhookAndCode().name;
const SECONDS = [0.25, 1];

const collecting = (name: string, seconds: number) => `${name}, collect ${seconds} s`;

/** Fewer executions than deliveries, and what each is compared with. */
export function burstScenarios({ ofAppcharge, ofGamanza }: Triggers): Scenario[] {
	const alone = (name: string, options = {}) => scenario(name, [ofAppcharge({ options })], wanted);
	const followed = (name: string, options = {}) => {
		const nodes = [ofGamanza({ options }), localizeFields(), editFields()];
		return scenario(name, nodes, () => batch(1), { status: 202 });
	};
	const onlyWanted = { field: 'eventType', operator: 'equals', value: WANTED };
	return [
		webhookAndCode(),
		alone(ALONE),
		...SECONDS.map((collect) => alone(collecting(ALONE, collect), { collect })),
		followed(FOLLOWED),
		...SECONDS.map((collect) => followed(collecting(FOLLOWED, collect), { collect })),
		scenario(TRIGGER_ON, [ofAppcharge({ events: [WANTED] })], mostlyUnwanted()),
		scenario(CONDITION, [ofAppcharge({ conditions: { values: [onlyWanted] } })], mostlyUnwanted()),
	];
}

/** Two scenarios, and how many times better the first one is to be. */
export interface Comparison {
	readonly name: string;
	readonly than: string;
	/** In events a second, and in processor time an event. */
	readonly goals: Readonly<Partial<Record<Engine, { events?: number; time?: number }>>>;
}

export const COMPARISONS: readonly Comparison[] = [
	...SECONDS.flatMap((seconds): Comparison[] => {
		const alone = collecting(ALONE, seconds);
		const followed = collecting(FOLLOWED, seconds);
		return [
			{ name: alone, than: ALONE, goals: { 'as n8n comes': { events: 1.8 }, lazy: { time: 3 } } },
			{
				name: alone,
				than: WEBHOOK_AND_CODE,
				goals: { 'as n8n comes': { time: 1.3 }, lazy: { time: 5 } },
			},
			{
				name: followed,
				than: FOLLOWED,
				goals: { 'as n8n comes': { events: 1.8 }, lazy: { time: 10 } },
			},
		];
	}),
	{
		name: CONDITION,
		than: TRIGGER_ON,
		goals: { 'as n8n comes': { events: 1 }, lazy: { events: 1 } },
	},
];

function localizeFields(): WorkflowNode {
	return nodeOf('Localize Fields', 'n8n-nodes-engagement-events.localizeFields', 1);
}

function editFields(): WorkflowNode {
	const assignment = {
		id: randomUUID(),
		name: 'headline',
		value: '={{ $json.playerId }}: {{ $json.eventType }}',
		type: 'string',
	};
	const parameters = { assignments: { assignments: [assignment] }, options: {} };
	return nodeOf('Edit Fields', 'n8n-nodes-base.set', 3.4, parameters);
}
