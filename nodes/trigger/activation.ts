import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { problemWithConditions } from '../../delivery/selection/conditions';
import { explainProblem } from './conditions';
import { endListening } from './listening';
import { nodeKeyOf } from './node-key';
import { forgetSample, sendSample } from './sample';
import { authenticationFrom } from './secrets';
import type { Trigger } from './trigger';

/** Activations by a person. n8n's own (`init`, `leadershipChange`) must never take a webhook away. */
const BY_A_PERSON: readonly string[] = ['activate', 'update', 'manual'];

/**
 * Lets a trigger be activated only when its conditions mean something and it can authenticate
 * deliveries, as the user has asked for, or begins the test run that a sample is for. The webhook itself
 * is registered by hand in the vendor's dashboard.
 *
 * @throws NodeOperationError with the remedy in its message, which is all that n8n shows
 */
export async function startListening(context: IHookFunctions, trigger: Trigger): Promise<boolean> {
	if (!BY_A_PERSON.includes(context.getActivationMode())) return true;
	const { vendor } = trigger;
	const settings = trigger.readSettings(context);
	const isTestRun = context.getActivationMode() === 'manual';
	const problem = problemWithConditions(settings.conditions);
	if (problem) {
		throw new NodeOperationError(
			context.getNode(),
			`In ${context.getNode().name}, ${explainProblem(problem)}. Then ${isTestRun ? 'click Execute step' : 'publish the workflow'} again.`,
		);
	}
	if (isTestRun && settings.testEvent) {
		await sendSample(context, nodeKeyOf(context), vendor, settings.testEvent);
		return true;
	}
	if (settings.authentication === 'none') return true;
	const credential = await context.getCredentials(vendor.credential).catch(() => ({}));
	if (!authenticationFrom(credential, vendor, settings)) {
		throw new NodeOperationError(
			context.getNode(),
			`${context.getNode().name} has no secret, so it cannot tell genuine deliveries from forged ones. Open the node, choose or create a credential for ${vendor.displayName}, fill in its secret, and ${isTestRun ? 'click Execute step' : 'publish the workflow'} again. ${isTestRun ? 'To see an event before there is a credential, choose a sample under Test Event.' : 'To take deliveries from anyone, set Authentication to None.'}`,
		);
	}
	return true;
}

/** n8n calls this when a workflow is unpublished, and when a test run has ended. */
export function stopListening(context: IHookFunctions): boolean {
	const nodeKey = nodeKeyOf(context);
	endListening(nodeKey);
	forgetSample(nodeKey);
	return true;
}
