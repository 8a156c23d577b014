import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { requireSecret, stopListening } from '../trigger/activation';
import { testSharedSecret } from '../trigger/credential-test';
import { receiveWebhook } from '../trigger/receive-webhook';
import { komo } from '../../vendors/komo/delivery';
import { choices, names, notice } from '../parameter';
import { defineTrigger } from '../trigger/trigger';

const trigger = defineTrigger({
	vendor: komo,
	triggerOn:
		'For Komo Workflows, whose body you write yourself, type the names under Options > Other Events.',
	notices: {
		workflowBodyNotice: notice(
			'Sending from a Komo Workflow? The body for its HTTP request step stands on the left, under "When will this node trigger my flow?"',
		),
	},
	filters: {
		cardTypes: choices({
			displayName: 'Card Types',
			default: [],
			description:
				'Only events of these cards; leave empty for all. Watch to Win and Instant Win share their event names, so this is what tells them apart.',
			options: [
				{
					name: 'Instant Win',
					value: 'InstantWin',
					description: 'Not in Komo’s documentation; the name follows that of its events',
				},
				{ name: 'Live Predictor', value: 'Predictive' },
				{ name: 'Live Trivia', value: 'Trivia' },
				{ name: 'Picker', value: 'Picker' },
				{ name: 'Quiz', value: 'Quiz' },
				{ name: 'Scratch and Win', value: 'ScratchAndWin' },
				{ name: 'Watch to Win', value: 'WatchToWin' },
				{ name: 'YouTube Video', value: 'Youtube' },
			],
		}),
		siteIds: names({
			displayName: 'Site IDs',
			default: '',
			placeholder: '6f8a4c1b-5d14-4bae-a8cd-cc7c71d5cdad',
			description: 'Only events of these hubs, separated by commas; leave empty for all',
		}),
	},
});

export class KomoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Komo Trigger',
		name: 'komoTrigger',
		icon: { light: 'file:../../icons/komo.svg', dark: 'file:../../icons/komo.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a visitor does something in a Komo engagement hub',
		defaults: { name: 'Komo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'komoWebhookApi',
				required: false,
				testedBy: 'testSharedSecret',
				displayOptions: { show: { authentication: ['header', 'query'] } },
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
			header: 'Wait for an event from Komo',
			executionsHelp: {
				inactive:
					'To try it: click <b>Execute step</b>, then have Komo send an event to the <b>Test URL</b>, which stands under <b>Webhook URLs</b>.<br><br>To go live: in the Komo portal open <b>Automations > Workflows > Create Workflow</b>, choose a trigger, add an <b>HTTP request</b> step that posts the JSON below to the <b>Production URL</b>, test and activate it. Then publish this workflow. If Komo has set up webhooks for your hub, ask Komo to send them to the Production URL.<br><br>The JSON, in which you fill in Komo\'s variables and add any other fields you need:<br><code>{ "event": "Gameplay.DataCaptured",<br>"timestamp": "",<br>"user_profile_id": "",<br>"site_id": "", "site_name": "",<br>"card_id": "", "card_name": "", "card_type": "" }</code>',
				active:
					'Komo sends events to the <b>Production URL</b>, from the HTTP request step of a Komo Workflow or from the webhooks of your hub. Each event starts an execution, listed under <b>Executions</b>; in Komo, look at <b>Workflow Runs</b>.',
			},
			activationHint:
				'Publish the workflow to receive events at the Production URL. In Komo, paste that URL into the HTTP request step of a Workflow.',
		},
		properties: trigger.properties,
	};

	methods = { credentialTest: { testSharedSecret } };

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
