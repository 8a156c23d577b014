import { describe, expect, test } from '@jest/globals';

import { requestOf } from '../../host/sender/post.mjs';
import { newEvent, SETUPS } from '../../host/vendor-setup.mjs';
import { nodeOfVendor } from '../../host/node-of-vendor.mjs';
import {
	startTrigger,
	type StartedTrigger,
	type TestRequest,
	type TriggerSetup,
} from '../n8n/webhook-harness.mjs';
import { casesFor, itemsStartedBy, TRIGGERS } from './cases.mjs';

describe.each(SETUPS)('$vendor.displayName', (setup) => {
	const { vendor, authentication, credential, blankCredential } = setup;

	/** Starts the vendor's trigger for one test. */
	async function withTrigger(
		{ parameters, ...rest }: TriggerSetup,
		use: (trigger: StartedTrigger) => Promise<void>,
	): Promise<void> {
		const trigger = await startTrigger((await nodeOfVendor(vendor)).node, {
			parameters: { events: ['*'], authentication, ...parameters },
			...rest,
		});
		try {
			await use(trigger);
			expect(trigger.errors).toEqual([]);
		} finally {
			await trigger.stop();
		}
	}

	const ours = casesFor(setup).filter(({ answer }) => answer !== undefined);
	test.each(ours)('$name: $status', async ({ trigger: name = 'all', delivery, ...expected }) => {
		const parameters: TriggerSetup['parameters'] = TRIGGERS[name](setup);
		await withTrigger({ credential, parameters }, async (trigger) => {
			const status = expected.status === 'taken' ? vendor.successStatus : expected.status;
			const answer = await trigger.send(requestOf(setup, delivery));
			expect(answer).toEqual({
				status,
				body: expect.objectContaining({ ...expected.answer }),
				items: await itemsStartedBy(setup, expected),
			});
			expect(trigger.log).toEqual(
				expected.log === undefined
					? []
					: [
							{
								level: 'warn',
								message: expect.stringMatching(expected.log),
								details: expect.objectContaining({ status, sender: '127.0.0.1' }),
							},
						],
			);
		});
	});

	test.each<[string, TriggerSetup['credential']]>([
		['no credential', undefined],
		['a blank secret', blankCredential],
		['a secret of blanks', { ...blankCredential, signingSecret: ' ', sharedSecret: ' ' }],
		['a blank secret beside the previous one', { previousSigningSecret: 'x' }],
		['a credential that n8n cannot read', new Error('decrypt')],
	])('%s: 503, so that it comes again', async (_name, unusable) => {
		const parameters = { options: { reportRefusals: false } };
		await withTrigger({ credential: unusable, parameters }, async (trigger) => {
			expect(await trigger.send(requestOf(setup, { body: newEvent(vendor) }))).toEqual({
				status: 503,
				body: { error: 'setup' },
				items: undefined,
			});
		});
	});

	test('an address is on the list or not, as n8n has it', async () => {
		const parameters = { authentication: 'none', options: { ipAllowlist: '203.0.113.0/24' } };
		await withTrigger({ parameters, address: '::ffff:203.0.113.9' }, async (trigger) => {
			const send = async () => await trigger.send(requestOf(setup, { body: newEvent(vendor) }));
			expect(await send()).toMatchObject({ status: vendor.successStatus });
			trigger.setup.address = '198.51.100.1';
			expect(await send()).toMatchObject({ status: 403, body: { error: 'address' } });
		});
	});

	test.each([' , ', '\n', '={{ undefined }}', '={{ "" }}'])(
		'nobody is on the list %j',
		async (ipAllowlist) => {
			const parameters = {
				authentication: 'none',
				options: { ipAllowlist, reportRefusals: false },
			};
			await withTrigger({ parameters }, async ({ send }) => {
				expect(await send(requestOf(setup, { body: newEvent(vendor) }))).toMatchObject({
					status: 403,
				});
			});
		},
	);

	test.each(['activate', 'update', 'manual'] as const)(
		'publishing without a secret is refused to a person (%s), with the remedy in the message',
		async (mode) => {
			await withTrigger({ credential: blankCredential }, async (trigger) => {
				await expect(trigger.activate(mode)).rejects.toThrow(
					new RegExp(
						`has no secret.+ choose or create a credential for ${vendor.displayName}, fill in its secret`,
					),
				);
			});
		},
	);

	test.each(['init', 'leadershipChange'] as const)(
		'publishing is never refused to n8n (%s)',
		async (mode) => {
			await withTrigger({ credential: blankCredential }, (trigger) => trigger.activate(mode));
		},
	);

	test('publishing works with a secret, and without authentication', async () => {
		await withTrigger({ credential }, (trigger) => trigger.activate('activate'));
		const parameters = { authentication: 'none' };
		await withTrigger({ parameters }, (trigger) => trigger.activate('activate'));
	});
});

describe('Komo’s shared secret', () => {
	const { vendor, credential } = SETUPS.find(({ authentication }) => authentication === 'header')!;
	const [name, secret] = [credential.headerName!, credential.sharedSecret!];
	const body = JSON.stringify(newEvent(vendor));
	const query = `?${name}=${secret}`;

	test.each<[string, string, TestRequest, number]>([
		['in a header of any case', 'header', { headers: { [name.toUpperCase()]: secret } }, 200],
		['in a header, but for the case', 'header', { headers: { [name]: secret.toUpperCase() } }, 401],
		['in the query in place of a header', 'header', { query }, 401],
		['in the query', 'query', { query }, 200],
		['twice in the query', 'query', { query: `${query}&${name}=x` }, 401],
		['nowhere', 'query', {}, 401],
	])('%s', async (_name, authentication, request, status) => {
		const parameters = { events: ['*'], authentication };
		const trigger = await startTrigger((await nodeOfVendor(vendor)).node, {
			credential,
			parameters,
		});
		expect(await trigger.send({ body, ...request })).toMatchObject({ status });
		await trigger.stop();
	});
});
