import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { openBrowser, openEditor, type Theme } from '../../host/browser.mjs';
import { PROJECT_FOLDER } from '../../host/community-package.mjs';
import * as editor from '../../host/editor.mjs';
import { post } from '../../host/sender/post.mjs';
import { newEvent } from '../../host/vendor-setup.mjs';
import { NEWCOMERS, type Newcomer } from './editor/newcomers.mjs';
import { openHost, START_TIMEOUT, type Host } from '../../host/host.mjs';

/** With PICTURES=docs, those of the README are taken anew. */
const DOCS = join(PROJECT_FOLDER, 'docs', 'images');
/** Kept by CI, to be looked at. */
const SCREENSHOTS = join(PROJECT_FOLDER, '.cache', 'screenshots');
const PATH_TIMEOUT = 5 * 60_000;

let host: Host;
let browser: Browser;
let page: Page;
let look: Look;

beforeAll(async () => {
	mkdirSync(SCREENSHOTS, { recursive: true });
	host = await openHost();
	browser = await openBrowser();
}, START_TIMEOUT);

afterEach(async () => {
	await look?.('at-the-end');
	await page?.context().close();
});

afterAll(async () => {
	await browser?.close();
	await host?.close();
});

const PATHS: ReadonlyArray<Newcomer & { readonly theme: Theme }> = [
	...NEWCOMERS.map((newcomer) => ({ ...newcomer, theme: 'light' as const })),
	{ ...NEWCOMERS[0]!, theme: 'dark' },
];

describe.each(PATHS)('in $theme, $vendor.displayName', (newcomer) => {
	const { theme, vendor, credential } = newcomer;

	test(
		'a newcomer gets from an empty canvas to a live workflow',
		async () => {
			look = await begin(theme, newcomer);
			await findTrigger(newcomer);
			await connect(newcomer);
			await chooseEvents(newcomer);
			await readHelp(newcomer);
			const testUrl = await editor.webhookUrl(page, 'Test URL');
			const productionUrl = await editor.webhookUrl(page, 'Production URL');
			const send = async (url: string) => {
				const body = newEvent(vendor, newcomer.event);
				const { status } = await post(url, { vendor, credential }, { body });
				expect(status).toBe(vendor.successStatus);
			};
			await tryOut(newcomer, async () => await send(testUrl));
			await localize(newcomer);
			await goLive(async () => await send(productionUrl));
		},
		PATH_TIMEOUT,
	);
});

test.each(NEWCOMERS.slice(1))(
	'in dark, $vendor.displayName: the node as it is when it is new',
	async (newcomer) => {
		look = await begin('dark', newcomer);
		await findTrigger(newcomer);
	},
	PATH_TIMEOUT,
);

/** Takes a picture of what the newcomer sees now; of `part`, if it is one for the README. */
type Look = (
	what: string,
	forDocs?: { readonly name: string; readonly part: Locator },
) => Promise<void>;

async function begin(theme: Theme, { vendor }: Newcomer): Promise<Look> {
	page = await openEditor(browser, host.n8n.url, theme);
	await editor.newWorkflow(page);
	let count = 0;
	return async (what, forDocs) => {
		const number = String(++count).padStart(2, '0');
		const path = join(SCREENSHOTS, `${vendor.id}-${theme}-${number}-${what}.png`);
		await page.screenshot({ path, animations: 'disabled' });
		if (forDocs === undefined || theme !== 'light' || process.env['PICTURES'] !== 'docs') return;
		const { name, part } = forDocs;
		await editor.tidy(page);
		await part.screenshot({ path: join(DOCS, `${name}.png`), animations: 'disabled' });
	};
}

async function findTrigger({ vendor, entry }: Newcomer): Promise<void> {
	const { displayName } = vendor;
	await editor.searchNode(page, displayName.toLowerCase(), displayName);
	await look('search');
	await editor.chooseNode(page, displayName);
	await editor.iconsAreThere(page.getByTestId('node-creator'));
	await look('node-details');
	await editor.addTrigger(page, entry);
	await editor.iconsAreThere(page.getByTestId('ndv'));
	await look('new-trigger');
}

async function connect(newcomer: Newcomer): Promise<void> {
	const { authentication, mistakes, credential } = newcomer;
	if (authentication !== undefined) {
		await editor.openOptions(page, 'authentication');
		await look('authentication');
		await editor.choose(page, authentication);
	}
	await editor.beginCredential(page);
	await look('credential');
	for (const { values, complaint } of mistakes) {
		await editor.fillCredential(page, values);
		await editor.saveWrongCredential(page, complaint);
		await look('credential-refused');
	}
	await editor.fillCredential(page, credential);
	await editor.saveCredential(page);
	await look('connected');
}

async function chooseEvents({ alsoOn }: Newcomer): Promise<void> {
	await editor.openOptions(page, 'events');
	await look('events');
	await editor.choose(page, alsoOn);
	await editor.closeOptions(page);
	await page.getByTestId('parameter-input-events').getByText(alsoOn).first().waitFor();
}

async function readHelp({ help }: Newcomer): Promise<void> {
	expect(await editor.openHelp(page)).toContain(help);
	await look('help');
}

async function tryOut({ vendor, event }: Newcomer, send: () => Promise<void>): Promise<void> {
	await editor.listen(page);
	await page.getByText(`Go to ${vendor.displayName} and create an event`).waitFor();
	await look('listening');
	await send();
	await editor.showOutput(page);
	expect(await editor.fieldIn(page, 'output-panel', 'eventType')).toBe(event);
	await look('item', { name: `${vendor.id}-trigger`, part: page.getByTestId('ndv') });
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
	await editor.choose(page, 'German – Deutsch');
	await editor.execute(page);
	await editor.showOutput(page);
	expect(await editor.fieldIn(page, 'output-panel', field.name)).toBe(field.after);
	// Appcharge's and Komo's events have no texts in several languages.
	const forDocs = (name: string, testId: string) =>
		vendor.id === 'gamanza-engage' ? { name, part: page.getByTestId(testId) } : undefined;
	await look('localized', forDocs('localize-fields', 'ndv'));
	await editor.closeNode(page);
	await page.getByTestId('zoom-to-fit').click();
	await look('workflow', forDocs('workflow', 'canvas'));
}

async function goLive(send: () => Promise<void>): Promise<void> {
	await editor.tidy(page);
	await editor.publish(page);
	await look('published');
	await editor.closePublished(page);
	await send();
	await editor.openExecution(page);
	await look('execution');
}
