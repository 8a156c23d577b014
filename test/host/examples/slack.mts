import { z } from 'zod';

import type { Service } from '../../../host/outside-world.mjs';

/** What Slack was asked to post. */
export interface SlackMessage {
	readonly channel: string;
	readonly text: string;
}

const messageSchema = z.object({ channel: z.string(), text: z.string() });

/** Slack's Web API, as far as the examples use it: `chat.postMessage`. */
export class SlackStandIn {
	static readonly host = 'slack.com';

	static readonly credential = {
		name: 'Slack',
		type: 'slackApi',
		data: { accessToken: 'slack-token' },
	};

	private messages: SlackMessage[] = [];

	readonly service: Service = ({ method, path, authorization, body }) => {
		if (method !== 'POST' || path !== '/api/chat.postMessage') return { status: 404, body: {} };
		if (authorization !== `Bearer ${SlackStandIn.credential.data.accessToken}`) {
			return { status: 200, body: { ok: false, error: 'invalid_auth' } };
		}
		const message = messageSchema.parse(body);
		this.messages.push(message);
		return { status: 200, body: { ok: true, channel: 'C0000000001', ts: '1.000', message } };
	};

	/** The messages since the last call. */
	takeMessages(): SlackMessage[] {
		const messages = this.messages;
		this.messages = [];
		return messages;
	}
}
