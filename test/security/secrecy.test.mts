import { describe, expect, test } from '@jest/globals';
import type { INodeType } from 'n8n-workflow';

import { AppchargeTrigger } from '../../nodes/Appcharge/AppchargeTrigger.node';
import { GamanzaEngageTrigger } from '../../nodes/GamanzaEngage/GamanzaEngageTrigger.node';
import { KomoTrigger } from '../../nodes/Komo/KomoTrigger.node';
import { fromAppcharge, fromGamanza } from '../n8n/signed-request.mjs';
import { startTrigger, type TestRequest, type TriggerSetup } from '../n8n/webhook-harness.mjs';

/** Values that must not show anywhere. */
const signing = {
	signingSecret: 'CURRENT-signing-secret',
	previousSigningSecret: 'PREVIOUS-signing-secret',
	publisherToken: 'PUBLISHERS-own-token',
};
const shared = { sharedSecret: 'SHARED-secret+/=', headerName: 'X-Name-Of-The-Secret' };

const BODY = '{"eventName":"x","event":"x"}';
const everything = {
	options: { includeHeaders: true, includeOriginal: true, checkAgainstCatalogue: true },
};
const secretInUrl = `/webhook?X-Name-Of-The-Secret=${encodeURIComponent(shared.sharedSecret)}`;

type Row = [string, INodeType, TriggerSetup, TestRequest];
const rows: Row[] = [
	[
		'Appcharge, taken',
		new AppchargeTrigger(),
		{ credential: signing, parameters: everything },
		fromAppcharge(BODY, {
			secret: signing.signingSecret,
			headers: {
				'x-publisher-token': signing.publisherToken,
				authorization: 'Bearer PUBLISHERS-own-token',
			},
		}),
	],
	[
		'Appcharge, taken without authentication',
		new AppchargeTrigger(),
		{ parameters: { ...everything, authentication: 'none' } },
		fromAppcharge(BODY, { headers: { 'x-publisher-token': signing.publisherToken } }),
	],
	[
		'Appcharge, refused for its token',
		new AppchargeTrigger(),
		{ credential: signing, parameters: everything },
		fromAppcharge(BODY, {
			secret: signing.signingSecret,
			headers: { 'x-publisher-token': 'PUBLISHERS-own-token2' },
		}),
	],
	[
		'Appcharge, refused for its signature',
		new AppchargeTrigger(),
		{ credential: signing, parameters: everything },
		fromAppcharge(BODY),
	],
	[
		'Gamanza Engage, taken',
		new GamanzaEngageTrigger(),
		{ credential: signing, parameters: everything },
		fromGamanza(BODY, { secret: signing.previousSigningSecret }),
	],
	[
		'Komo, taken with a secret in a header',
		new KomoTrigger(),
		{ credential: shared, parameters: { ...everything, authentication: 'header' } },
		{ body: BODY, headers: { [shared.headerName]: shared.sharedSecret } },
	],
	[
		'Komo, taken with a secret in the query, which a proxy copies',
		new KomoTrigger(),
		{ credential: shared, parameters: { ...everything, authentication: 'query' } },
		{
			body: BODY,
			query: secretInUrl.slice('/webhook'.length),
			headers: { 'x-original-url': secretInUrl, referer: decodeURIComponent(secretInUrl) },
		},
	],
	[
		'Komo, refused for a wrong secret',
		new KomoTrigger(),
		{ credential: shared, parameters: { ...everything, authentication: 'header' } },
		{ body: BODY, headers: { [shared.headerName]: `${shared.sharedSecret}2` } },
	],
	[
		'Komo, refused for a missing secret',
		new KomoTrigger(),
		{ credential: shared, parameters: { ...everything, authentication: 'query' } },
		{ body: BODY },
	],
];

describe('no secret and no signature shows in an answer, an item, an error or the log', () => {
	test.each(rows)('%s', async (_name, node, setup, request) => {
		const trigger = await startTrigger(node, setup);
		const answer = await trigger.send(request);
		await trigger.stop();
		const seen = JSON.stringify([answer, trigger.executions, trigger.errors, trigger.log]);
		const digest = /[0-9a-f]{64}/.exec(JSON.stringify(request.headers ?? {}))?.[0];
		for (const secret of [
			...Object.values(signing),
			shared.sharedSecret,
			encodeURIComponent(shared.sharedSecret),
			shared.headerName,
			digest ?? 'no digest',
		]) {
			expect(seen.toLowerCase()).not.toContain(secret.toLowerCase());
		}
	});
});
