import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { authenticationFrom } from './authentication-from';
import { endListening } from './listening';
import type { Trigger } from './trigger';

/** Activations by a person. n8n's own (`init`, `leadershipChange`) must never take a webhook away. */
const BY_A_PERSON: readonly string[] = ['activate', 'update', 'manual'];

/**
 * Lets a trigger be activated only when it can authenticate deliveries, as the user has asked for.
 * The webhook itself is registered by hand in the vendor's dashboard.
 *
 * @throws NodeOperationError with the remedy in its message, which is all that n8n shows
 */
export async function requireSecret(context: IHookFunctions, trigger: Trigger): Promise<boolean> {
	if (!BY_A_PERSON.includes(context.getActivationMode())) return true;
	const { vendor } = trigger;
	const settings = trigger.readSettings(context);
	if (settings.authentication === 'none') return true;
	const credential = await context.getCredentials(vendor.credential).catch(() => ({}));
	if (!authenticationFrom(credential, vendor, settings)) {
		throw new NodeOperationError(
			context.getNode(),
			`${context.getNode().name} has no secret, so it cannot tell genuine deliveries from forged ones. Open the node, choose or create a credential for ${vendor.displayName}, fill in its secret, and publish the workflow again. To take deliveries from anyone, set Authentication to None.`,
		);
	}
	return true;
}

/** n8n calls this when a workflow is unpublished, and when a test run has ended. */
export function stopListening(context: IHookFunctions): boolean {
	endListening(`${context.getWorkflow().id}/${context.getNode().id}`);
	return true;
}
