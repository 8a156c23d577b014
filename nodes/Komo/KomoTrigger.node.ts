import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import type { DescriptionWithHint } from '../builder-hint';
import { startListening, stopListening } from '../trigger/activation';
import { testSharedSecret } from '../trigger/credential-test';
import { fieldSearch } from '../trigger/field-search';
import { receiveWebhook } from '../trigger/receive-webhook';
import { komo } from '../../vendors/komo/delivery';
import { WORKFLOW_BODY } from '../../vendors/komo/workflow-body';
import { choices, names } from '../parameter';
import { eventsSubtitle } from '../trigger/event-choices';
import { defineTrigger } from '../trigger/trigger';

/** The same in the help and above the credential. */
const workflowBody = JSON.stringify(WORKFLOW_BODY, undefined, 1);
const otherEventsStep = `For this JSON choose [Unrecognized] under Trigger On, which takes every name that the list lacks, or beside other events add its name, ${WORKFLOW_BODY.event}, under Options > Other Events`;

const trigger = defineTrigger({
	vendor: komo,
	triggerOn:
		'Komo Workflows send names of their own, which this list lacks: choose [Unrecognized], or type them under Options > Other Events.',
	steps: [
		'Create a credential here with a long random secret of your own',
		'In the Komo portal open Automations > Workflows > Create Workflow, choose a trigger, and add an HTTP request step: POST to the Production URL of this node (above, under Webhook URLs), with the header and secret of the credential',
		`Its body is this JSON, filled with Komo's variables: ${workflowBody.replaceAll('\n', '')}`,
		otherEventsStep,
		'Activate the Workflow in Komo, and publish this one',
	],
	placeholders: {
		otherEvents: `${WORKFLOW_BODY.event}, Prize.*`,
		eventIdField: 'submission_id',
		playerIdField: 'email',
		condition: { field: 'card_type', value: 'Quiz' },
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
	description: DescriptionWithHint = {
		displayName: 'Komo Trigger',
		name: 'komoTrigger',
		icon: { light: 'file:../../icons/komo.svg', dark: 'file:../../icons/komo.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: eventsSubtitle(komo),
		description: 'Starts the workflow when a visitor does something in a Komo engagement hub',
		defaults: { name: 'Komo Trigger' },
		builderHint: {
			searchHint:
				'Sign-ups, form entries, cards and prizes of a Komo engagement hub. The user puts the Production URL by hand into an HTTP request step of a Komo Workflow, with a secret header and the JSON that the node shows; its event names are none of the list, so choose "unrecognized" or name them in options.otherEvents. optin is a boolean: check it before marketing. Items are flat and begin with eventType, eventTime, playerId and eventKey; use these. Choose events with the parameter events: ["*"] for all. The trigger checks that deliveries are genuine itself: no Webhook or Crypto node is needed.',
		},
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
		eventTriggerDescription:
			'Copy the Test URL from Webhook URLs, put it into the HTTP request step of a Komo Workflow, and test that Workflow',
		activationMessage:
			'Now put the Production URL of the Komo Trigger into the HTTP request step of your Komo Workflow in place of the Test URL, and activate that Workflow. Each event then starts this workflow.',
		triggerPanel: {
			header: 'Wait for an event from Komo',
			executionsHelp: {
				inactive: `To try it: copy the <b>Test URL</b> from <b>Webhook URLs</b>. In the Komo portal open <b>Automations > Workflows > Create Workflow</b>, choose a trigger, and add an <b>HTTP request</b> step that posts the JSON below to that URL, with the header of your credential. Click <b>Execute step</b> here and test the Workflow there.<br><br>To go live: put the <b>Production URL</b> into the step, activate the Workflow, and publish this workflow. If Komo has set up webhooks for your hub, ask Komo to send them to the Production URL.<br><br>The JSON, in which you fill in Komo's variables and add any other fields you need:<br><code>${workflowBody.replaceAll('\n', '<br>')}</code><br>${otherEventsStep}.`,
				active:
					'Komo sends events to the <b>Production URL</b>, from the HTTP request step of a Komo Workflow or from the webhooks of your hub. Each event starts an execution, listed under <b>Executions</b>; in Komo, look at <b>Workflow Runs</b>.',
			},
			activationHint: {
				inactive:
					'No event at hand? Choose a sample under <b>Test Event</b>. For one of your own, first copy the <b>Test URL</b> from <b>Webhook URLs</b> and put it into a Komo Workflow. Publish the workflow to take events at the <b>Production URL</b>.',
				active:
					'Published: each event that Komo sends to the <b>Production URL</b> starts this workflow.',
			},
		},
		properties: trigger.properties,
	};

	methods = {
		credentialTest: { testSharedSecret },
		listSearch: { searchFields: fieldSearch(komo) },
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
