import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright-core';

import type { Theme } from '../../../host/browser.mjs';
import { PROJECT_FOLDER } from '../../../host/community-package.mjs';
import { tidy } from '../../../host/editor.mjs';

/** With PICTURES=docs, those of the docs are taken anew. */
const DOCS = join(PROJECT_FOLDER, 'docs', 'images');
/** Kept by CI, to be looked at. */
const SCREENSHOTS = join(PROJECT_FOLDER, '.cache', 'screenshots');

/** Around what a picture of the docs is about, in pixels. */
const MARGIN = 6;
const SHOWN_HOST = 'https://n8n.example.com';

/** Takes a picture of all that is seen now; and one for the docs, of the parts that it is about. */
export type Look = (what: string, docsName?: string, parts?: readonly Locator[]) => Promise<void>;

/** @param name the beginning of the file names */
export function looker(page: Page, name: string, theme: Theme): Look {
	mkdirSync(SCREENSHOTS, { recursive: true });
	let count = 0;
	return async (what, docsName, parts = []) => {
		const number = String(++count).padStart(2, '0');
		const path = join(SCREENSHOTS, `${name}-${theme}-${number}-${what}.png`);
		await page.screenshot({ path, animations: 'disabled' });
		if (docsName === undefined || theme !== 'light' || process.env['PICTURES'] !== 'docs') return;
		await tidy(page);
		await page.evaluate('document.activeElement.blur()');
		for (const part of parts) await part.scrollIntoViewIfNeeded();
		const clip = await around(parts);
		await withPublicHost(page, async () => {
			const file = join(DOCS, `${docsName}.png`);
			await page.screenshot({ path: file, clip, animations: 'disabled' });
		});
	};
}

async function around(parts: readonly Locator[]) {
	const boxes = await Promise.all(parts.map(async (part) => await part.boundingBox()));
	const found = boxes.filter((box) => box !== null);
	if (found.length < parts.length) throw new Error('A part of the picture is not to be seen.');
	const x = Math.max(0, Math.min(...found.map((box) => box.x)) - MARGIN);
	const y = Math.max(0, Math.min(...found.map((box) => box.y)) - MARGIN);
	const right = Math.max(...found.map((box) => box.x + box.width)) + MARGIN;
	const bottom = Math.max(...found.map((box) => box.y + box.height)) + MARGIN;
	return { x, y, width: right - x, height: bottom - y };
}

/** The addresses as they are where n8n runs for others. */
async function withPublicHost(page: Page, act: () => Promise<void>): Promise<void> {
	const { origin } = new URL(page.url());
	await replaceText(page, origin, SHOWN_HOST);
	await act();
	await replaceText(page, SHOWN_HOST, origin);
}

async function replaceText(page: Page, from: string, to: string): Promise<void> {
	for (const text of await page.getByText(from).all()) {
		await text.evaluate(
			(element: { innerHTML: string }, [one, other]) => {
				element.innerHTML = element.innerHTML.replaceAll(one!, other!);
			},
			[from, to],
		);
	}
}
