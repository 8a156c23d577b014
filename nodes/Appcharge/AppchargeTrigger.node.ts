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
import { ALL_EVENTS } from '../../delivery/selection/selection';
import { appcharge, eventsWithOutcome, NO_OUTCOME } from '../../vendors/appcharge/delivery';
import { signatureScheme } from '../../vendors/appcharge/signature';
import { choice, converted } from '../parameter';
import { eventsSubtitle } from '../trigger/event-choices';
import { defineTrigger } from '../trigger/trigger';

/** An event that has no outcome always passes. */
const outcome = converted(
	choice({
		displayName: 'Outcome',
		default: 'any',
		description:
			'Which outcome starts the workflow, for events that end well or fail. Events that have no outcome start it in any case.',
		displayOptions: { show: { events: [ALL_EVENTS, ...eventsWithOutcome] } },
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Success', value: 'success' },
		],
	}),
	(chosen) => (chosen === 'any' ? [] : [chosen, NO_OUTCOME]),
);

const trigger = defineTrigger({
	vendor: appcharge,
	triggerOn:
		'Appcharge sends every event that is switched on in its Events Center; the others are dropped here.',
	steps: [
		'In the Publisher Dashboard, paste the Production URL of this node (above, under Webhook URLs) into Settings > Integration > Events V2 Webhook',
		'From the same page, copy the main key into a credential here',
		'In the Events Center, switch the events on',
		'Publish this workflow',
	],
	placeholders: {
		otherEvents: 'order.*, portal.block.clicked',
		eventIdField: 'appChargeOrderId',
		playerIdField: 'customer_email',
		condition: { field: 'order_currencyCode', value: 'EUR' },
	},
	hasAmounts: true,
	mainFilters: ['outcome'],
	filters: { outcome },
});

export class AppchargeTrigger implements INodeType {
	description: DescriptionWithHint = {
		displayName: 'Appcharge Trigger',
		name: 'appchargeTrigger',
		icon: { light: 'file:../../icons/appcharge.svg', dark: 'file:../../icons/appcharge.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: eventsSubtitle(appcharge),
		description: 'Starts the workflow when a player does something in an Appcharge web store',
		defaults: { name: 'Appcharge Trigger' },
		builderHint: {
			searchHint:
				'Purchases, refunds, disputes, logins and offers of an Appcharge web store. The user pastes the Production URL by hand into Settings > Integration > Events V2 Webhook in Appcharge\'s Publisher Dashboard, where one URL takes all events: use one trigger and a Switch on eventType. order.completed is sent for failed orders, too: look at result. Amounts are integers in the smallest unit of order_currencyCode. Items are flat and begin with eventType, eventTime, playerId and eventKey; use these. Choose events with the parameter events: ["*"] for all. The trigger checks that deliveries are genuine and drops copies itself: no Webhook, Crypto or Remove Duplicates node is needed.',
		},
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
		eventTriggerDescription:
			'Copy the Test URL from Webhook URLs, paste it in Appcharge into Settings > Integration > Events V2 Webhook, and do something in your sandbox store',
		activationMessage:
			'Now paste the Production URL of the Appcharge Trigger into Settings > Integration > Events V2 Webhook in Appcharge, and switch the events on in the Events Center. Each event then starts this workflow.',
		triggerPanel: {
			header: 'Wait for an event from Appcharge',
			executionsHelp: {
				inactive:
					'To try it: copy the <b>Test URL</b> from <b>Webhook URLs</b>, paste it in Appcharge into <b>Settings > Integration > Events V2 Webhook</b>, click <b>Execute step</b>, and do something in your sandbox store.<br><br>To go live: paste the <b>Production URL</b> there in its place, switch the events on in the <b>Events Center</b>, and publish this workflow.<br><br>Prices come in the smallest unit of their currency: 2439 with CAD is CA$ 24.39.',
				active:
					'Appcharge sends the events that are switched on in its <b>Events Center</b> to the URL in <b>Settings > Integration > Events V2 Webhook</b>: there must stand the <b>Production URL</b>. Each event starts an execution, listed under <b>Executions</b>.',
			},
			activationHint: {
				inactive:
					'No event at hand? Choose a sample under <b>Test Event</b>. For one of your own, first copy the <b>Test URL</b> from <b>Webhook URLs</b> and paste it in Appcharge. Publish the workflow to take events at the <b>Production URL</b>.',
				active:
					'Published: each event that Appcharge sends to the <b>Production URL</b> starts this workflow.',
			},
		},
		properties: trigger.properties,
	};

	methods = {
		credentialTest: { testSigningSecret: signingSecretTest(signatureScheme.keyName) },
		listSearch: { searchFields: fieldSearch(appcharge) },
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
