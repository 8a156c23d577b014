import { describe, expect, test } from '@jest/globals';
import type { ICredentialsDecrypted, ICredentialTestFunctions } from 'n8n-workflow';

import { signingSecretTest, testSharedSecret } from '../../../nodes/trigger/credential-test';

type Data = NonNullable<ICredentialsDecrypted['data']>;

const testSigningSecret = signingSecretTest('Main Key');
const context = {} as ICredentialTestFunctions;
const credential = (data: Data | undefined): ICredentialsDecrypted => ({
	id: '1',
	name: 'Test',
	type: 'test',
	...(data && { data }),
});

describe('a signing secret', () => {
	const good = 'q7TzN3vX0bLw';
	const cases: Array<[string, Data | undefined, problem: RegExp | undefined]> = [
		['a secret', { signingSecret: good }, undefined],
		[
			'with all that is optional',
			{ signingSecret: good, previousSigningSecret: 'b7', publisherToken: 'p', projectId: '1' },
			undefined,
		],
		['blanks inside it', { signingSecret: 'two words' }, undefined],
		['nothing', undefined, /^Main Key is blank: fill it in$/],
		['an empty one', { signingSecret: '' }, /Main Key is blank/],
		['a blank one', { signingSecret: ' \t' }, /Main Key is blank/],
		['a number', { signingSecret: 7 }, /Main Key is blank/],
		['a blank in front', { signingSecret: ` ${good}` }, /Main Key has spaces or line breaks/],
		['a line break behind', { signingSecret: `${good}\n` }, /spaces or line breaks around it/],
		['a placeholder', { signingSecret: '<your key>' }, /looks like a placeholder/],
		['another placeholder', { signingSecret: 'changeme' }, /looks like a placeholder/],
		['dots', { signingSecret: '…' }, /looks like a placeholder/],
		['stars', { signingSecret: '******' }, /looks like a placeholder/],
		[
			'a previous one with a blank',
			{ signingSecret: good, previousSigningSecret: 'b ' },
			/^Previous Main Key has spaces/,
		],
		[
			'a token with a blank',
			{ signingSecret: good, publisherToken: ' p' },
			/^Publisher Token has spaces/,
		],
		[
			'a project ID as a placeholder',
			{ signingSecret: good, projectId: 'xxx' },
			/^Project ID looks/,
		],
	];
	test.each(cases)('%s', async (_name, data, problem) => {
		const result = await testSigningSecret.call(context, credential(data));
		expect(result.status).toBe(problem ? 'Error' : 'OK');
		if (problem) expect(result.message).toMatch(problem);
	});
});

describe('a shared secret', () => {
	const sharedSecret = 'q7TzN3vX0bLw-9aE';
	const headerName = 'x-webhook-secret';
	const cases: Array<[string, Data | undefined, problem: RegExp | undefined]> = [
		['a secret and a name', { sharedSecret, headerName }, undefined],
		['nothing', undefined, /^Shared Secret is blank/],
		['no name', { sharedSecret }, /^Name of Header or Query Parameter is blank/],
		['a name with a colon', { sharedSecret, headerName: 'x-secret:' }, /may contain only letters/],
		['a name with a blank', { sharedSecret, headerName: 'x secret' }, /may contain only letters/],
		['a short secret', { sharedSecret: 'q7TzN3vX0bLw-9a', headerName }, /at least 16 characters/],
		['an umlaut', { sharedSecret: `${sharedSecret}ü`, headerName }, /do not travel well/],
		[
			'a line break inside',
			{ sharedSecret: 'q7TzN3vX\n0bLw-9aE', headerName },
			/do not travel well/,
		],
	];
	test.each(cases)('%s', async (_name, data, problem) => {
		const result = await testSharedSecret.call(context, credential(data));
		expect(result.status).toBe(problem ? 'Error' : 'OK');
		if (problem) expect(result.message).toMatch(problem);
	});
});

test('no message repeats a secret', async () => {
	const secret = ' PASTED-secret';
	for (const check of [testSigningSecret, testSharedSecret]) {
		const data = { signingSecret: secret, sharedSecret: secret, headerName: secret };
		const { message } = await check.call(context, credential(data));
		expect(message).not.toContain('PASTED');
	}
});

test('a text of a megabyte takes no long while', async () => {
	for (const text of [
		'x'.repeat(1_000_000),
		`<${'<'.repeat(1_000_000)}`,
		'secret'.repeat(200_000),
	]) {
		await testSigningSecret.call(context, credential({ signingSecret: text }));
	}
});
