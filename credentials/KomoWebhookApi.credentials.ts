import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

export class KomoWebhookApi implements ICredentialType {
	name = 'komoWebhookApi';

	displayName = 'Komo Webhook API';

	icon: Icon = { light: 'file:../icons/komo.svg', dark: 'file:../icons/komo.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-engagement-events/n8n-nodes-engagement-events#connect-komo';

	testedBy = 'komoTrigger';

	properties: INodeProperties[] = [
		{
			displayName: 'Shared Secret',
			name: 'sharedSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Have Komo send it with every request: Komo itself does not sign what it sends',
			hint: 'A long random text of your own choice, 16 characters or more',
		},
		{
			displayName: 'Name of Header or Query Parameter',
			name: 'headerName',
			type: 'string',
			required: true,
			default: 'x-webhook-secret',
			description:
				'Where Komo sends the secret: the name of a header in the HTTP request step, or of a query parameter at the end of the URL',
			hint: 'The same name as in Komo',
		},
		{
			displayName:
				'n8n cannot ask Komo whether the secret is right. "Connection tested successfully" only says that the fields are filled in; the first event proves it.',
			name: 'proofNotice',
			type: 'notice',
			default: '',
		},
	];
}
