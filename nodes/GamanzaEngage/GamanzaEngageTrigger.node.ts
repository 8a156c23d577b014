import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import type { DescriptionWithHint } from '../builder-hint';
import { startListening, stopListening } from '../trigger/activation';
import { signingSecretTest } from '../trigger/credential-test';
import { fieldSearch } from '../trigger/field-search';
import { receiveWebhook } from '../trigger/receive-webhook';
import { gamanzaEngage } from '../../vendors/gamanza-engage/delivery';
import { signatureScheme } from '../../vendors/gamanza-engage/signature';
import { eventsSubtitle } from '../trigger/event-choices';
import { defineTrigger } from '../trigger/trigger';

const trigger = defineTrigger({
	vendor: gamanzaEngage,
	triggerOn: 'Gamanza Engage sends those chosen for its webhook; the others are dropped here.',
	steps: [
		'In the Admin UI open System settings > Webhooks > Add New. Paste the Production URL of this node (above, under Webhook URLs) as Callback URL, choose the Events, and save.',
		'Only now the Signature Key is shown, and only once: copy it into a credential here',
		'Publish this workflow',
	],
	placeholders: {
		otherEvents: 'mission_*, level_up',
		condition: { field: 'OrderStatus', value: 'shipped' },
	},
	filters: {},
});

export class GamanzaEngageTrigger implements INodeType {
	description: DescriptionWithHint = {
		displayName: 'Gamanza Engage Trigger',
		name: 'gamanzaEngageTrigger',
		icon: {
			light: 'file:../../icons/gamanza-engage.svg',
			dark: 'file:../../icons/gamanza-engage.dark.svg',
		},
		group: ['trigger'],
		version: 2,
		subtitle: eventsSubtitle(gamanzaEngage),
		description: 'Starts the workflow when something happens to a player in Gamanza Engage',
		defaults: { name: 'Gamanza Engage Trigger' },
		builderHint: {
			searchHint:
				'Levels, ranks, missions, wallet and reward shop of players in Gamanza Engage. The user saves the Production URL by hand in System settings > Webhooks in Gamanza Engage, which then shows the Signature Key for the credential. Names of rewards and products come in many languages and states as codes: put Localize Fields behind. There is no e-mail address in its events: look the player up by playerId. Items are flat and begin with eventType, eventTime, playerId and eventKey; use these. Choose events with the parameter events: ["*"] for all. The trigger checks that deliveries are genuine and drops copies itself: no Webhook, Crypto or Remove Duplicates node is needed.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-engagement-events.localizeFields',
					relationHint: 'Turns texts in many languages and coded values into plain text',
				},
			],
		},
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
				responseCode: gamanzaEngage.successStatus as unknown as string,
				path: 'webhook',
			},
		],
		eventTriggerDescription:
			'Copy the Test URL from Webhook URLs, save it in Gamanza Engage as the Callback URL of a webhook under System settings > Webhooks, and do as a player what sends the event',
		activationMessage:
			'Now see that the Production URL of the Gamanza Engage Trigger is the Callback URL of your webhook in Gamanza Engage, under System settings > Webhooks. Each delivery then starts this workflow.',
		triggerPanel: {
			header: 'Wait for an event from Gamanza Engage',
			executionsHelp: {
				inactive:
					'To try it: copy the <b>Test URL</b> from <b>Webhook URLs</b> and save it in the Gamanza Engage Admin UI as the <b>Callback URL</b> of a webhook, under <b>System settings > Webhooks > Add New</b>. Copy the <b>Signature Key</b> that it then shows into the credential of this node, click <b>Execute step</b>, and do as a player what sends the event.<br><br>To go live: save the <b>Production URL</b> there in the same way, with the <b>Events</b> that you want. The <b>Signature Key</b> of that webhook is shown once: copy it into the credential. Then publish this workflow.',
				active:
					'Gamanza Engage sends the events chosen in <b>System settings > Webhooks</b> to the <b>Callback URL</b> of the webhook: that must be the <b>Production URL</b>. Each delivery starts an execution with one item an event, listed under <b>Executions</b>.',
			},
			activationHint: {
				inactive:
					'No event at hand? Choose a sample under <b>Test Event</b>. For one of your own, first copy the <b>Test URL</b> from <b>Webhook URLs</b> and save it in Gamanza Engage. Publish the workflow to take events at the <b>Production URL</b>.',
				active:
					'Published: each delivery that Gamanza Engage sends to the <b>Production URL</b> starts this workflow.',
			},
		},
		properties: trigger.properties,
	};

	methods = {
		credentialTest: { testSigningSecret: signingSecretTest(signatureScheme.keyName) },
		listSearch: { searchFields: fieldSearch(gamanzaEngage) },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await startListening(this, trigger);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await startListening(this, trigger);
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
