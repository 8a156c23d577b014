import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { requireSecret, stopListening } from '../trigger/activation';
import { signingSecretTest } from '../trigger/credential-test';
import { receiveWebhook } from '../trigger/receive-webhook';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { defineTrigger } from '../trigger/trigger';

const trigger = defineTrigger({
	vendor: gamanzaEngage,
	triggerOn: 'Gamanza Engage sends those chosen for its webhook; the others are dropped here.',
	filters: {},
});

export class GamanzaEngageTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Gamanza Engage Trigger',
		name: 'gamanzaEngageTrigger',
		icon: {
			light: 'file:../../icons/gamanza-engage.svg',
			dark: 'file:../../icons/gamanza-engage.dark.svg',
		},
		group: ['trigger'],
		version: 2,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens to a player in Gamanza Engage',
		defaults: { name: 'Gamanza Engage Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'gamanzaEngageWebhookApi',
				required: false,
				testedBy: 'testSigningSecret',
				displayOptions: { show: { authentication: ['signature'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				// n8n takes a number here, and answers 500 to the text that its type asks for.
				responseCode: 202 as unknown as string,
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: 'Wait for an event from Gamanza Engage',
			executionsHelp: {
				inactive:
					"To try it: click <b>Execute step</b>, then have Gamanza Engage send an event to the <b>Test URL</b>, which stands under <b>Webhook URLs</b>.<br><br>To go live: in the Gamanza Engage Admin UI open <b>System settings > Webhooks > Add New</b>, paste the <b>Production URL</b> into <b>Callback URL</b>, choose the <b>Events</b>, and save. The <b>Signature Key</b> is shown once: copy it into this node's credential. Then publish this workflow.",
				active:
					'Gamanza Engage sends the events chosen in <b>System settings > Webhooks</b> to the <b>Production URL</b>. Each delivery starts an execution with one item an event, listed under <b>Executions</b>.',
			},
			activationHint:
				'Publish the workflow to receive events at the Production URL. In Gamanza Engage, paste that URL into System settings > Webhooks > Callback URL.',
		},
		properties: trigger.properties,
	};

	methods = { credentialTest: { testSigningSecret: signingSecretTest('Signature Key') } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await requireSecret(this, trigger);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireSecret(this, trigger);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return stopListening(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveWebhook(this, trigger);
	}
}
