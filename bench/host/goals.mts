import type { EngineId } from './engines.mjs';
import type { ScenarioId } from './scenarios.mjs';

/** How much faster one scenario is to be than another. */
export interface Goal {
	readonly engine: EngineId;
	readonly ours: ScenarioId;
	readonly other: ScenarioId;
	/** At least. */
	readonly ratio: number;
	readonly meaning: string;
}

export const GOALS: readonly Goal[] = [
	{
		engine: 'default',
		ours: 'c',
		other: 'f',
		ratio: 1.25,
		meaning: 'accepted, against Stripe Trigger',
	},
	{
		engine: 'default',
		ours: 'e',
		other: 'd',
		ratio: 1.4,
		meaning: '90 % unwanted, against Webhook and Filter',
	},
	{
		engine: 'default',
		ours: 'g1',
		other: 'g2',
		ratio: 1.8,
		meaning: 'wrong signatures, against Stripe Trigger',
	},
	{
		engine: 'default',
		ours: 'c',
		other: 'f2',
		ratio: 1.25,
		meaning: 'accepted, against Stripe Trigger with its secret in the credential',
	},
	{
		engine: 'default',
		ours: 'g1',
		other: 'g3',
		ratio: 1.8,
		meaning: 'wrong signatures, against Stripe Trigger with its secret in the credential',
	},
	{ engine: 'lazy', ours: 'c', other: 'a', ratio: 1.3, meaning: 'accepted, against Webhook alone' },
	{
		engine: 'lazy',
		ours: 'c',
		other: 'b',
		ratio: 3,
		meaning: 'accepted, against Webhook and Code node',
	},
	{
		engine: 'lazy',
		ours: 'e',
		other: 'd',
		ratio: 10,
		meaning: '90 % unwanted, against Webhook and Filter',
	},
];
