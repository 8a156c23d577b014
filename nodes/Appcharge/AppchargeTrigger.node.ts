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
import { appcharge } from '../../vendors/appcharge/delivery';
import { choice, converted } from '../parameter';
import { defineTrigger } from '../trigger/trigger';

const trigger = defineTrigger({
	vendor: appcharge,
	triggerOn:
		'Appcharge sends every event that is switched on in its Events Center; the others are dropped here.',
	filters: {
		result: converted(
			choice({
				displayName: 'Result',
				default: 'any',
				description:
					'Which outcome starts the workflow. Events that have no outcome only pass with Any.',
				options: [
					{ name: 'Any', value: 'any' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'Success', value: 'success' },
				],
			}),
			(result) => (result === 'any' ? [] : [result]),
		),
	},
});

export class AppchargeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Appcharge Trigger',
		name: 'appchargeTrigger',
		icon: { light: 'file:../../icons/appcharge.svg', dark: 'file:../../icons/appcharge.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a player does something in an Appcharge web store',
		defaults: { name: 'Appcharge Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'appchargeWebhookApi',
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
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: 'Wait for an event from Appcharge',
			executionsHelp: {
				inactive:
					'To try it: click <b>Execute step</b>, then send an event from your Appcharge sandbox store to the <b>Test URL</b>, which stands under <b>Webhook URLs</b>.<br><br>To go live: in the Appcharge Publisher Dashboard open <b>Settings > Integration</b>, paste the <b>Production URL</b> into <b>Events V2 Webhook</b>, switch the events on in the <b>Events Center</b>, and publish this workflow.',
				active:
					'Appcharge sends its events to the <b>Production URL</b>: in the Publisher Dashboard it stands in <b>Settings > Integration > Events V2 Webhook</b>, and the <b>Events Center</b> says which events are sent. Each event starts an execution, listed under <b>Executions</b>.',
			},
			activationHint:
				'Publish the workflow to receive events at the Production URL. In Appcharge, paste that URL into Settings > Integration > Events V2 Webhook.',
		},
		properties: trigger.properties,
	};

	methods = { credentialTest: { testSigningSecret: signingSecretTest('Main Key') } };

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
