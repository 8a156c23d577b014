import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

export class GamanzaEngageWebhookApi implements ICredentialType {
	name = 'gamanzaEngageWebhookApi';

	displayName = 'Gamanza Engage Webhook API';

	icon: Icon = {
		light: 'file:../icons/gamanza-engage.svg',
		dark: 'file:../icons/gamanza-engage.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-engagement-events/n8n-nodes-engagement-events#connect-gamanza-engage';

	testedBy = 'gamanzaEngageTrigger';

	properties: INodeProperties[] = [
		{
			displayName: 'Signature Key',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'What Gamanza Engage signs its events with',
			hint: "First save this node's Production URL in Gamanza Engage, under System settings > Webhooks > Add New: it then shows the key, once",
		},
		{
			displayName: 'Previous Signature Key',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'While you replace the key: the old one, so that no event is lost in between. Leave empty otherwise.',
			hint: 'Only while you replace the key: the old one',
		},
		{
			displayName:
				'n8n cannot ask Gamanza Engage whether the key is right. "Connection tested successfully" only says that the fields are filled in; the first event proves it.',
			name: 'proofNotice',
			type: 'notice',
			default: '',
		},
	];
}
