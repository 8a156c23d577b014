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
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The Signature Key that Gamanza Engage signs its events with',
			hint: 'Gamanza Engage shows it once, when you save the webhook in System settings > Webhooks',
		},
		{
			displayName: 'Previous Signing Secret',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'While you replace the key: the old one, so that no event is lost in between. Leave empty otherwise.',
			hint: 'Only while you replace the key: the old one',
		},
	];
}
