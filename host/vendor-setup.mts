import { randomUUID } from 'node:crypto';

import { isJsonObject, type JsonObject } from '../json/object';
import { vendors } from '../vendors';
import type { CatalogueEvent, Vendor } from '../vendors/vendor';
import { composeBody } from './sender/compose.mjs';
import type { WorkflowNode } from './workflow.mjs';

/** A vendor as somebody sets it up in n8n to try it: all of it follows from the vendor. */
export interface VendorSetup {
	readonly vendor: Vendor;
	/** The trigger's type, with the package's name. */
	readonly trigger: string;
	/** The value of `authentication` with which the credential counts. */
	readonly authentication: 'signature' | 'header';
	/** The trigger's credential, filled in: secrets for n8n on the loopback address only. */
	readonly credential: Readonly<Record<string, string>>;
	/** The same with another secret, and with a blank one. */
	readonly wrongCredential: Readonly<Record<string, string>>;
	readonly blankCredential: Readonly<Record<string, string>>;
	/** What the sender of a wrong secret is told. */
	readonly refusal: 'signature' | 'secret';
}

/** Every vendor of the package. */
export const SETUPS: readonly VendorSetup[] = vendors.map(setupOf);

function setupOf(vendor: Vendor): VendorSetup {
	const { id, authentication: scheme } = vendor;
	const isSigned = scheme.kind === 'signature';
	const checked = isSigned ? scheme.headerChecks.map(({ credentialField }) => credentialField) : [];
	const credentialWith = (secret: string): Readonly<Record<string, string>> =>
		isSigned
			? {
					signingSecret: secret,
					...Object.fromEntries(checked.map((field) => [field, `${id}-${field}`])),
				}
			: { sharedSecret: secret, headerName: 'x-webhook-secret' };
	return {
		vendor,
		trigger: `n8n-nodes-engagement-events.${vendor.credential.replace('WebhookApi', 'Trigger')}`,
		authentication: isSigned ? 'signature' : 'header',
		credential: credentialWith(`${id}-secret`),
		wrongCredential: credentialWith('a-guessed-secret'),
		blankCredential: credentialWith(''),
		refusal: isSigned ? 'signature' : 'secret',
	};
}

/** The setup of a vendor by its id, such as `gamanza-engage`. */
export function setupFor(id: string): VendorSetup {
	const setup = SETUPS.find(({ vendor }) => vendor.id === id);
	if (setup === undefined) throw new Error(`There is no vendor ${id}.`);
	return setup;
}

/** The row of a vendor's catalogue. */
export function rowOf({ catalogue, displayName }: Vendor, name: string): CatalogueEvent {
	const row = catalogue.find((candidate) => candidate.name === name);
	if (row === undefined) throw new Error(`${displayName} has no event ${name}.`);
	return row;
}

/** The sample of an event, the first of the catalogue if none is named, made unlike all others. */
export function newEvent(vendor: Vendor, name = vendor.catalogue[0]!.name): JsonObject {
	const body = composeBody(vendor, rowOf(vendor, name), [['testRun', randomUUID()]], new Date());
	const wrapped = vendor.wrapper === undefined ? undefined : body[vendor.wrapper];
	const [event = body] = Array.isArray(wrapped) ? wrapped : [];
	if (!isJsonObject(event)) throw new Error(`The sample of ${name} is no object.`);
	return event;
}

/** The body of a delivery of several events. */
export function inOneDelivery({ wrapper }: Vendor, events: readonly unknown[]): unknown {
	return wrapper === undefined ? events : { [wrapper]: events };
}

/** The vendor's trigger in a workflow. */
export function triggerNode(
	{ vendor, trigger, authentication }: VendorSetup,
	name: string,
	credential: { readonly id: string; readonly name: string },
	parameters: Readonly<Record<string, unknown>> = {},
): WorkflowNode {
	return {
		id: randomUUID(),
		name,
		type: trigger,
		typeVersion: 2,
		position: [0, 0],
		parameters: { events: ['*'], authentication, ...parameters },
		webhookId: randomUUID(),
		credentials: { [vendor.credential]: credential },
	};
}
