import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { openBrowser, openEditor, type Theme } from '../../host/browser.mjs';
import * as editor from '../../host/editor.mjs';
import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';
import { post } from '../../host/sender/post.mjs';
import { newEvent } from '../../host/vendor-setup.mjs';
import { NEWCOMERS, type Newcomer } from './editor/newcomers.mjs';
import { looker, type Look } from './editor/pictures.mjs';

const WALK_TIMEOUT = 5 * 60_000;
/** From Execute step to a sample's item, in ms: two seconds, and more on a busy machine. */
const SAMPLE_LIMIT = 10_000;

let host: Host;
let browser: Browser;
let page: Page;
let look: Look;

beforeAll(async () => {
	host = await openHost();
	browser = await openBrowser();
}, START_TIMEOUT);

afterEach(async () => {
	await look?.('at-the-end');
	await page?.context().close();
	// The next one begins with nothing.
	await host.api.removeCredentials();
});

afterAll(async () => {
	await browser?.close();
	await host?.close();
});

const WALKS: ReadonlyArray<Newcomer & { readonly theme: Theme }> = [
	...NEWCOMERS.map((newcomer) => ({ ...newcomer, theme: 'light' as const })),
	{ ...NEWCOMERS[0]!, theme: 'dark' },
];

test.each(WALKS)(
	'in $theme, $vendor.displayName: from an empty canvas to a live workflow',
	async (newcomer) => {
		await begin(newcomer.theme, newcomer);
		await findTrigger(newcomer);
		await readSteps(newcomer);
		await chooseEvents(newcomer);
		await trySample(newcomer);
		await connect(newcomer);
		const { testUrl, productionUrl } = await findUrls(newcomer);
		await learnWhyNot(newcomer, testUrl);
		await takeRealEvent(newcomer, testUrl);
		await localize(newcomer);
		await goLive(newcomer, productionUrl);
	},
	WALK_TIMEOUT,
);

test.each(NEWCOMERS.slice(1))(
	'in dark, $vendor.displayName: the node as it is when it is new',
	async (newcomer) => {
		await begin('dark', newcomer);
		await findTrigger(newcomer);
		await readSteps(newcomer);
	},
	WALK_TIMEOUT,
);

test(
	'an event that does not meet a condition is told with the condition',
	async () => {
		const [newcomer] = NEWCOMERS;
		await begin('light', newcomer!);
		await findTrigger(newcomer!);
		const field = 'order_currencyCode';
		await editor.addCondition(page, {
			field,
			operator: 'Text or Number: Is One Of',
			value: 'EUR, CHF',
		});
		const row = page.getByTestId('fixed-collection-conditions');
		await page.getByTestId('parameter-input-conditionsMatch').scrollIntoViewIfNeeded();
		await look('condition', 'condition', [
			row.getByText('Field', { exact: true }),
			row.getByTestId('parameter-input-value'),
		]);
		await chooseSample(newcomer!);
		await editor.execute(page);
		const told = await editor.errorShown(page, 'condition 1 of Only Start If does not hold');
		expect(told).toContain(`has "CAD" in "${field}"`);
		await look('not-met');
	},
	WALK_TIMEOUT,
);

async function begin(theme: Theme, { vendor }: Newcomer): Promise<void> {
	page = await openEditor(browser, host.n8n.url, theme);
	look = looker(page, vendor.id, theme);
	await editor.newWorkflow(page);
}

async function findTrigger({ vendor: { displayName }, event }: Newcomer): Promise<void> {
	await editor.searchNode(page, displayName.toLowerCase(), displayName);
	await look('search');
	await editor.chooseNode(page, displayName);
	await editor.iconsAreThere(page.getByTestId('node-creator'));
	await look('node-details');
	await editor.addTrigger(page, `On ${event.title}`);
	await editor.iconsAreThere(page.getByTestId('ndv'));
	await look('new-trigger');
}

/** There is no credential yet: what to do next is to be seen all the same. */
async function readSteps({ vendor, destination }: Newcomer): Promise<void> {
	const steps = editor.noteIn(page, `To connect ${vendor.displayName}`).getByRole('listitem');
	const texts = await steps.allInnerTexts();
	expect(texts.length).toBeGreaterThan(2);
	expect(texts.find((text) => text.includes('Production URL'))).toContain(destination);
	await page.getByText(`Wait for an event from ${vendor.displayName}`).waitFor();
	await page.getByText('Choose a sample under Test Event').waitFor();
	expect(await editor.openHelp(page)).toContain(destination);
	await look('help');
}

async function chooseEvents({ event, alsoOn }: Newcomer): Promise<void> {
	const [first, second] = [event, alsoOn].map(({ name, title }) => `${title} (${name})`);
	// Nothing is chosen from the start but what was picked.
	expect(await editor.chosenIn(page, 'events')).toEqual([first]);
	await editor.openOptions(page, 'events');
	await look('events');
	expect(await editor.searchOptions(page, alsoOn.name)).toEqual([second]);
	await editor.choose(page, second!);
	await editor.closeOptions(page);
	expect(await editor.chosenIn(page, 'events')).toEqual([first, second]);
}

async function chooseSample({ event }: Newcomer): Promise<void> {
	await editor.openOptions(page, 'testEvent');
	await look('test-events');
	await editor.choose(page, `${event.title} (${event.name})`);
}

async function trySample(newcomer: Newcomer): Promise<void> {
	const { vendor, event } = newcomer;
	await chooseSample(newcomer);
	const clickedAt = Date.now();
	await editor.execute(page);
	await editor.showOutput(page);
	expect(Date.now() - clickedAt).toBeLessThan(SAMPLE_LIMIT);
	expect(await editor.fieldIn(page, 'output-panel', 'eventType')).toBe(event.name);
	expect(await editor.fieldIn(page, 'output-panel', 'playerId')).not.toBe('');
	await look('sample', vendor.id === 'appcharge' ? 'first-event' : undefined, [
		page.getByTestId('node-parameters').getByText('Webhook URLs').first(),
		page.getByTestId('output-panel').locator('.schema-item').first(),
		page.getByTestId('output-panel').locator('.schema-item').nth(11),
	]);
}

async function connect({
	vendor,
	credentialFields,
	mistakes,
	credential,
}: Newcomer): Promise<void> {
	await editor.openOptions(page, 'testEvent');
	await editor.choose(page, 'The Next Real Event');
	await editor.beginCredential(page);
	const form = page.getByTestId('editCredential-modal');
	for (const field of credentialFields) await form.getByText(labelOf(field)).first().waitFor();
	const proof = form.getByText('the first event proves it');
	await proof.waitFor();
	await look('credential', `${vendor.id}-credential`, [
		form.getByText(labelOf(credentialFields[0]!)).first(),
		form.getByTestId(/^parameter-input-/).first(),
		proof,
	]);
	for (const { values, complaint } of mistakes) {
		await editor.fillCredential(page, values);
		await editor.saveWrongCredential(page, complaint);
		await look('credential-refused');
	}
	await editor.fillCredential(page, credential);
	await editor.saveCredential(page);
	await look('connected');
}

async function findUrls({ vendor }: Newcomer) {
	const testUrl = await editor.webhookUrl(page, 'Test URL');
	const productionUrl = await editor.webhookUrl(page, 'Production URL');
	const parameters = page.getByTestId('node-parameters');
	await look('urls', `${vendor.id}-connect`, [
		parameters.getByText('Webhook URLs').first(),
		parameters.getByTestId('node-credentials-slot'),
	]);
	return { testUrl, productionUrl };
}

/** What comes is not taken: the editor says why, and the sender gets its answer. */
async function learnWhyNot(newcomer: Newcomer, testUrl: string): Promise<void> {
	const { vendor, event, other, credential, wrongSecret, refusal } = newcomer;
	await editor.listen(page);
	await look('listening');
	const forged = { ...credential, ...wrongSecret };
	expect(await send(newcomer, testUrl, event.name, forged)).toBe(401);
	expect(await editor.errorShown(page, refusal)).toContain('Then click Execute step again.');
	await look('refused');
	await editor.listen(page);
	expect(await send(newcomer, testUrl, other.name)).toBe(vendor.successStatus);
	const told = await editor.errorShown(page, `${other.title} came, but only ${event.title}`);
	expect(told).toContain(`Choose ${other.title} there as well`);
	await look('filtered');
}

async function takeRealEvent(newcomer: Newcomer, testUrl: string): Promise<void> {
	const { vendor, event } = newcomer;
	await editor.listen(page);
	expect(await send(newcomer, testUrl, event.name)).toBe(vendor.successStatus);
	await editor.showOutput(page);
	expect(await editor.fieldIn(page, 'output-panel', 'eventType')).toBe(event.name);
	await look('item');
	await editor.closeNode(page);
}

async function localize({ vendor, field }: Newcomer): Promise<void> {
	await editor.tidy(page);
	await editor.searchNode(page, 'localize', 'Localize Fields');
	await look('search-localize-fields');
	await editor.chooseNode(page, 'Localize Fields');
	await editor.addNode(page);
	expect(await editor.fieldIn(page, 'ndv-input-panel', field.name)).toBe(field.before);
	await editor.openOptions(page, 'language');
	await look('languages');
	const [language, ...others] = await editor.searchOptions(page, 'de-CH');
	expect(others).toEqual([]);
	await editor.choose(page, language!);
	await editor.execute(page);
	await editor.showOutput(page);
	expect(await editor.fieldIn(page, 'output-panel', field.name)).toBe(field.after);
	await look('localized', vendor.id === 'gamanza-engage' ? 'localize-fields' : undefined, [
		page.getByTestId('ndv-input-panel').getByText(`${vendor.displayName} Trigger`).first(),
		page.getByTestId('ndv-input-panel').locator('.schema-item').first(),
		page.getByTestId('output-panel').locator('.schema-item').first(),
		page.getByTestId('output-panel').locator('.schema-item').nth(12),
	]);
	await editor.closeNode(page);
	await page.getByTestId('zoom-to-fit').click();
	const canvas = page.getByTestId('canvas');
	await look('workflow', vendor.id === 'gamanza-engage' ? 'workflow' : undefined, [
		...(await canvas.getByTestId('canvas-node').all()),
		canvas.getByText(`${vendor.displayName} Trigger`, { exact: true }),
		canvas.getByText('to de-CH', { exact: true }),
	]);
}

async function goLive(newcomer: Newcomer, productionUrl: string): Promise<void> {
	const { vendor, event } = newcomer;
	const { displayName } = vendor;
	await editor.tidy(page);
	await editor.publish(page);
	await page.getByText(`Production URL of the ${displayName} Trigger`).waitFor();
	await look('published');
	await editor.closePublished(page);
	await editor.openNode(page, `${displayName} Trigger`);
	await page.getByText(`that ${displayName} sends to the Production URL starts this`).waitFor();
	await look('published-trigger');
	await editor.closeNode(page);
	expect(await send(newcomer, productionUrl, event.name)).toBe(vendor.successStatus);
	await editor.openExecution(page);
	await look('execution');
}

/** A required field has a star behind its name. */
const labelOf = (field: string) => new RegExp(`^${field}\\W*$`);

/** Has the vendor send an event. */
async function send(
	{ vendor, credential: own }: Newcomer,
	url: string,
	name: string,
	credential = own,
): Promise<number> {
	const setup = { vendor, credential };
	return (await post(url, setup, { body: newEvent(vendor, name) })).status;
}
