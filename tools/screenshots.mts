/** Takes the README's pictures in a real n8n: `npm run screenshots` writes docs/images/*.png. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { openBrowser, openEditor } from '../host/browser.mjs';
import {
	buildPackage,
	installPackage,
	packPackage,
	PROJECT_FOLDER,
} from '../host/community-package.mjs';
import * as editor from '../host/editor.mjs';
import { explain } from '../host/failure.mjs';
import { installN8n } from '../host/install.mjs';
import { N8nApi } from '../host/n8n-api.mjs';
import { startN8n, type RunningN8n } from '../host/n8n-process.mjs';
import { step } from '../host/progress.mjs';
import { RELEASES } from '../host/releases.mjs';
import { sendSample } from '../host/sender/send-sample.mjs';
import { SCENES, type Scene } from './screenshots/scenes.mjs';

const IMAGES = join(PROJECT_FOLDER, 'docs', 'images');
const WINDOW = { width: 1400, height: 860 };
/** So that a whole order stands in both panels of Localize Fields. */
const TALL_WINDOW = { width: 1400, height: 1000 };
/** Around the nodes in the picture of a workflow. */
const MARGIN = 80;

interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

let n8n: RunningN8n | undefined;
let userFolder: string | undefined;

try {
	await takeScreenshots();
} catch (error) {
	console.error(`\n${explain(error)}`);
	process.exitCode = 1;
} finally {
	await n8n?.stop();
	if (userFolder !== undefined) await rm(userFolder, { recursive: true, force: true });
}

async function takeScreenshots(): Promise<void> {
	await step('Building the package', buildPackage);
	const install = await step(
		'Getting n8n',
		async (progress) => await installN8n(RELEASES.newest, progress),
	);
	userFolder = await mkdtemp(join(tmpdir(), 'n8n-screenshots-'));
	const tarball = await packPackage();
	await installPackage(tarball, userFolder);
	await rm(dirname(tarball), { recursive: true });
	const folder = userFolder;
	n8n = await step('Starting n8n', async () => await startN8n(install, { userFolder: folder }));
	const api = new N8nApi(n8n.url);
	await api.signIn();

	await mkdir(IMAGES, { recursive: true });
	const browser = await openBrowser();
	try {
		const page = await openEditor(browser, n8n.url, 'light');
		await page.setViewportSize(WINDOW);
		for (const scene of SCENES) {
			await step(scene.trigger, async () => await shoot(page, api, scene));
		}
	} finally {
		await browser.close();
	}
}

/** Runs a scene's workflow on one event, and takes the pictures that are wanted of it. */
async function shoot(page: Page, api: N8nApi, scene: Scene): Promise<void> {
	const credentialId = await api.createCredential(scene.credential);
	await editor.openWorkflow(page, await api.createWorkflow(scene.workflow(credentialId)));
	await editor.openNode(page, scene.trigger);
	const url = await editor.webhookUrl(page, 'Test URL');
	await editor.closeNode(page);
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Waiting for trigger event').first().waitFor();
	await sendSample(url, scene.vendor, scene.event, scene.credential.data);
	await page
		.getByTestId('canvas-node-status-success')
		.nth(scene.nodes - 1)
		.waitFor();
	await editor.tidy(page);

	if (scene.pictures.workflow) {
		await page.getByTestId('zoom-to-fit').click();
		await page.getByTestId('canvas').click({ position: { x: 60, y: 120 } });
		await editor.tidy(page);
		const nodes = await boxAround(page.getByTestId('canvas-node'));
		const { x, width } = await boxAround(page.getByTestId('canvas'));
		const clip = { x, width, y: nodes.y - MARGIN, height: nodes.height + 2 * MARGIN };
		await page.screenshot({ path: pathOf(scene.pictures.workflow), clip });
	}
	await editor.openNode(page, scene.trigger);
	await editor.showOutput(page);
	await editor.tidy(page);
	await save(page.getByTestId('ndv'), scene.pictures.trigger);
	await editor.closeNode(page);
	if (scene.pictures.localizeFields) {
		await page.setViewportSize(TALL_WINDOW);
		await editor.openNode(page, 'Localize Fields');
		await editor.showOutput(page);
		// The choices of the order's status are many, and not what the picture is about.
		await editor.foldInput(page, 'options');
		await editor.tidy(page);
		await save(page.getByTestId('ndv'), scene.pictures.localizeFields);
		await page.setViewportSize(WINDOW);
	}
}

async function save(what: Locator, name: string): Promise<void> {
	await what.screenshot({ path: pathOf(name), animations: 'disabled' });
}

function pathOf(name: string): string {
	return join(IMAGES, `${name}.png`);
}

/** The smallest rectangle that holds all that a locator finds. */
async function boxAround(found: Locator): Promise<Rectangle> {
	const boxes = (await Promise.all((await found.all()).map((one) => one.boundingBox()))).filter(
		(box) => box !== null,
	);
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}
