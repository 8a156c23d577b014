import type { OutsideWorld } from '../../test/host/examples/outside-world.mjs';
import { openHost, type Host } from '../../test/host/host.mjs';
import { CREDENTIALS } from './deliveries.mjs';
import {
	SCENARIOS,
	setUpScenario,
	type Credentials,
	type LiveScenario,
	type ScenarioId,
} from './scenarios.mjs';
import { STRIPE_CREDENTIAL } from './stripe.mjs';

/** How n8n's expression engine is set. */
export const ENGINES = {
	default: { name: 'as n8n comes', env: {} },
	lazy: { name: 'lazy', env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } },
} as const;

export type EngineId = keyof typeof ENGINES;

/** An n8n with all scenarios in it. */
export interface LiveEngine {
	readonly id: EngineId;
	readonly host: Host;
	readonly credentials: Credentials;
	readonly scenarios: ReadonlyMap<ScenarioId, LiveScenario>;
}

/** Starts an n8n whose engine is set so, and publishes the scenarios' workflows. */
export async function openEngine(
	id: EngineId,
	world: OutsideWorld,
	scenarioIds: readonly ScenarioId[],
): Promise<LiveEngine> {
	const host = await openHost({
		...world.env,
		...ENGINES[id].env,
		// Written down, an execution costs more than it takes; the goals are about what it takes.
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
		NODE_FUNCTION_ALLOW_BUILTIN: 'crypto',
	});
	try {
		const credentials = await storeCredentials(host);
		const scenarios = new Map<ScenarioId, LiveScenario>();
		for (const scenarioId of scenarioIds) {
			scenarios.set(scenarioId, await setUpScenario(host.api, scenarioId, credentials));
		}
		return { id, host, credentials, scenarios };
	} catch (error) {
		await host.close();
		throw error;
	}
}

async function storeCredentials({ api }: Host): Promise<Credentials> {
	return {
		appcharge: await api.createCredential({
			name: 'Appcharge',
			type: 'appchargeWebhookApi',
			data: CREDENTIALS.appcharge,
		}),
		gamanzaEngage: await api.createCredential({
			name: 'Gamanza Engage',
			type: 'gamanzaEngageWebhookApi',
			data: CREDENTIALS.gamanzaEngage,
		}),
		stripe: await api.createCredential({
			name: 'Stripe',
			type: 'stripeApi',
			data: STRIPE_CREDENTIAL,
		}),
	};
}

export const ALL_SCENARIOS = Object.keys(SCENARIOS) as ScenarioId[];
