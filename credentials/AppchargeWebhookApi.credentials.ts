import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

export class AppchargeWebhookApi implements ICredentialType {
	name = 'appchargeWebhookApi';

	displayName = 'Appcharge Webhook API';

	icon: Icon = { light: 'file:../icons/appcharge.svg', dark: 'file:../icons/appcharge.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-engagement-events/n8n-nodes-engagement-events#connect-appcharge';

	testedBy = 'appchargeTrigger';

	properties: INodeProperties[] = [
		{
			displayName: 'Main Key',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'What Appcharge signs its events with',
			hint: 'In the Appcharge Publisher Dashboard: Settings > Integration',
		},
		{
			displayName: 'Publisher Token',
			name: 'publisherToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Checked against the header x-publisher-token if filled in',
			hint: 'Optional. In Settings > Integration, beside the main key',
		},
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			default: '',
			description:
				'Checked against the header x-project-id if filled in, to keep sandbox and production apart',
			hint: 'Optional. In Settings > Company',
		},
		{
			displayName: 'Previous Main Key',
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
				'n8n cannot ask Appcharge whether the key is right. "Connection tested successfully" only says that the fields are filled in; the first event proves it.',
			name: 'proofNotice',
			type: 'notice',
			default: '',
		},
	];
}
