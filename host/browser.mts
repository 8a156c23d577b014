import { existsSync } from 'node:fs';

import { chromium, selectors, type Browser, type Page } from 'playwright-core';

import { HostFailure } from './failure.mjs';
import { OWNER } from './owner.mjs';

export type Theme = 'light' | 'dark';

const CHROMIUM = '/usr/bin/chromium';
/** Keep Chromium from looking for its maker's servers. */
const OFFLINE = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-quic',
	'--disable-sync',
	'--no-first-run',
];
// As n8n's editor calls it.
selectors.setTestIdAttribute('data-test-id');

const WINDOW = { width: 1440, height: 900 };

/**
 * Starts the system's Chromium without a window.
 *
 * @throws HostFailure when it is not installed
 */
export async function openBrowser(): Promise<Browser> {
	const executablePath = process.env['CHROMIUM_BIN'] ?? CHROMIUM;
	if (!existsSync(executablePath)) {
		throw new HostFailure(
			`${executablePath} is missing: install it (Debian: apt-get install chromium), or name ` +
				'another Chromium in CHROMIUM_BIN.',
		);
	}
	return await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', ...OFFLINE],
	});
}

/** Opens n8n's editor, signed in as the owner, in a theme of the editor's own. */
export async function openEditor(browser: Browser, url: string, theme: Theme): Promise<Page> {
	const context = await browser.newContext({ viewport: WINDOW, colorScheme: theme });
	// The editor keeps the choice of Settings > Personal > Theme there.
	await context.addInitScript({ content: `localStorage.setItem('N8N_THEME', '${theme}')` });
	const page = await context.newPage();
	await page.goto(`${url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
	await page.locator('input[name="password"]').fill(OWNER.password);
	await page.locator('input[name="password"]').press('Enter');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	return page;
}
