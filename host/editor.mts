/** What a person does in n8n's editor, a step a function: for tests and for the README's pictures. */
import type { Locator, Page } from 'playwright-core';

/** How long a step may take on a busy machine, in ms. */
const PATIENCE = 45_000;

const URL_IN_PANEL = /https?:\/\/\S+/;

/** The two addresses of a trigger, as its node shows them. */
export type WebhookKind = 'Test URL' | 'Production URL';

/** Starts a workflow, whose name is the one that n8n gives it. */
export async function newWorkflow(page: Page): Promise<void> {
	page.setDefaultTimeout(PATIENCE);
	await page.goto(new URL('/workflow/new', page.url()).href);
	await page.getByTestId('canvas-plus-button').waitFor();
}

/** Opens the panel with all nodes, and looks for one by its name: n8n leaves "Trigger" out of it. */
export async function searchNode(page: Page, text: string, name: string): Promise<void> {
	await page
		.getByTestId('canvas-plus-button')
		.or(page.getByTestId('canvas-handle-plus'))
		.last()
		.click();
	await page.getByTestId('node-creator-search-bar').fill(text);
	await page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).waitFor();
}

/** Chooses what was found, and sees its details: what it does, and for a trigger its events. */
export async function chooseNode(page: Page, name: string): Promise<void> {
	await page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).click();
	await page.getByText('Node details').waitFor();
}

/** Adds the trigger whose details are shown, by one of its events. */
export async function addTrigger(page: Page, event: string): Promise<void> {
	await page.getByTestId('node-creator').getByText(event, { exact: true }).click();
	await page.getByTestId('ndv').waitFor();
}

/** Adds the node whose details are shown. */
export async function addNode(page: Page): Promise<void> {
	await page.getByText('Add to workflow').click();
	await page.getByTestId('ndv').waitFor();
}

/** Opens a node of the canvas, by its name. */
export async function openNode(page: Page, name: string): Promise<void> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	await page.getByTestId('ndv').waitFor();
}

export async function closeNode(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('ndv').waitFor({ state: 'detached' });
}

/** Opens the list of a parameter's options. */
export async function openOptions(page: Page, parameter: string): Promise<void> {
	await page.getByTestId(`parameter-input-${parameter}`).locator('input').first().click();
	await page.locator('.el-select-dropdown:visible').waitFor();
}

/** What is found in the list that is open, by its names and without what is said below them. */
export async function searchOptions(page: Page, text: string): Promise<string[]> {
	await page.keyboard.type(text);
	const names = page.locator('.el-select-dropdown__item:visible .option-headline');
	await names.filter({ hasNotText: text }).first().waitFor({ state: 'detached' });
	return await names.allInnerTexts();
}

/** Chooses an option of the list that is open, by its name. */
export async function choose(page: Page, option: string): Promise<void> {
	const name = page.getByText(option, { exact: true });
	await page.locator('.el-select-dropdown__item:visible').filter({ has: name }).first().click();
}

/** What is chosen in a parameter that takes several options. */
export async function chosenIn(page: Page, parameter: string): Promise<string[]> {
	const tags = page.getByTestId(`parameter-input-${parameter}`).locator('.el-tag');
	return (await tags.allInnerTexts()).map((text) => text.trim());
}

/** Closes the list of a parameter that takes several options. */
export async function closeOptions(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.locator('.el-select-dropdown:visible').waitFor({ state: 'detached' });
}

/** Adds a row to the opened trigger's conditions, its field found in the list. */
export async function addCondition(
	page: Page,
	{ field, operator, value }: Readonly<Record<'field' | 'operator' | 'value', string>>,
): Promise<void> {
	await page.getByText('Add Condition', { exact: true }).click();
	const row = page.getByTestId('fixed-collection-conditions');
	await row.getByTestId('rlc-input').click();
	await page.getByTestId('rlc-search').fill(field);
	await page
		.getByTestId('rlc-item')
		.filter({ hasText: `${field}:` })
		.click();
	await openOptions(page, 'operator');
	await choose(page, operator);
	await row.getByTestId('parameter-input-value').locator('input').fill(value);
}

/** Begins a credential for the opened node. */
export async function beginCredential(page: Page): Promise<void> {
	const slot = page.getByTestId('node-credentials-slot');
	const connect = slot.getByRole('button', { name: /^Connect to/ });
	const chosen = slot.getByTestId('node-credentials-select');
	await connect.or(chosen).first().waitFor();
	if (await chosen.isVisible()) {
		await chosen.click();
		await page.getByTestId('node-credentials-select-item-new').click();
	} else {
		await connect.click();
	}
	await page.getByTestId('editCredential-modal').waitFor();
}

export async function fillCredential(
	page: Page,
	values: Readonly<Record<string, string>>,
): Promise<void> {
	for (const [field, value] of Object.entries(values)) {
		await page.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
	}
}

/** Saves a credential that n8n takes: its form closes. */
export async function saveCredential(page: Page): Promise<void> {
	await page.getByTestId('credential-save-button').click();
	await page.getByTestId('editCredential-modal').waitFor({ state: 'detached' });
}

/** Saves a credential in which something is wrong, and waits until n8n says so. */
export async function saveWrongCredential(page: Page, complaint: string): Promise<void> {
	const form = page.getByTestId('editCredential-modal');
	await page.getByTestId('credential-save-button').click();
	const details = form.getByText('More details');
	const told = form.getByText(complaint);
	await details.or(told).first().waitFor();
	if (await details.isVisible()) await details.click();
	await told.waitFor();
}

/** The text of the help below a trigger's button. */
export async function openHelp(page: Page): Promise<string> {
	const question = page.getByText('When will this node trigger my flow?', { exact: true });
	await question.click();
	const help = page.getByTestId('ndv').getByText('To go live:');
	await help.waitFor();
	return await help.innerText();
}

/** The note among the opened node's parameters that begins so. */
export function noteIn(page: Page, beginning: string): Locator {
	return page.getByTestId('node-parameters').getByRole('alert').filter({ hasText: beginning });
}

/** Opens the opened trigger's addresses and reads one of them. */
export async function webhookUrl(page: Page, kind: WebhookKind): Promise<string> {
	const button = page.getByTestId('ndv').getByText(kind, { exact: true }).last();
	const isOpen = await page.getByTestId('radio-button-test').isVisible();
	if (!isOpen) await page.getByText('Webhook URLs', { exact: true }).last().click();
	await button.click();
	const path = kind === 'Test URL' ? '/webhook-test/' : '/webhook/';
	const shown = page.getByTestId('node-parameters').getByText(path);
	const text = await shown.first().innerText();
	const [url] = URL_IN_PANEL.exec(text.replaceAll('\n', '')) ?? [];
	if (url === undefined) throw new Error(`The node shows no ${kind}: ${text}`);
	return url;
}

/** Runs the opened node, once the run before it is over: until then the button stops that one. */
export async function execute(page: Page): Promise<void> {
	await page.getByTestId('node-execute-button').filter({ hasText: 'Execute step' }).click();
}

/** Runs the opened trigger and waits until n8n listens. */
export async function listen(page: Page): Promise<void> {
	await execute(page);
	await page.getByText('Listening for test event').waitFor();
}

/**
 * Waits for an error in the place of the opened node's output; the one before it may be there still.
 *
 * @param part of its message
 * @returns what n8n says below the message
 */
export async function errorShown(page: Page, part: string): Promise<string> {
	const output = page.getByTestId('output-panel');
	await output.getByTestId('node-error-message').filter({ hasText: part }).waitFor();
	return await output.getByTestId('node-error-description').innerText();
}

/** Waits for the opened node's output, and shows it by fields. */
export async function showOutput(
	page: Page,
	view: 'schema' | 'table' | 'json' = 'schema',
): Promise<void> {
	const output = page.getByTestId('output-panel');
	await output.getByTestId('node-run-status-success').waitFor();
	await output.getByTestId(`radio-button-${view}`).click();
}

/** What a field of the opened node's input or output holds, where it is shown by fields. */
export async function fieldIn(
	page: Page,
	panel: 'ndv-input-panel' | 'output-panel',
	field: string,
): Promise<string> {
	const row = page
		.getByTestId(panel)
		.locator('.schema-item')
		.filter({ has: page.getByText(field, { exact: true }) })
		.first();
	await row.scrollIntoViewIfNeeded();
	return (await row.innerText()).replace(field, '').trim();
}

/** Publishes the workflow that is open and waits until n8n says that it listens. */
export async function publish(page: Page): Promise<void> {
	await page.getByTestId('workflow-open-publish-modal-button').click();
	await page.getByTestId('workflow-publish-button').click();
	await page.getByTestId('activation-modal').waitFor();
}

/** Leaves the message about what was published, and waits until the webhooks answer. */
export async function closePublished(page: Page): Promise<void> {
	await page.getByText('Got it').click();
	await page.getByTestId('activation-modal').waitFor({ state: 'detached' });
	await page.getByText('Published', { exact: true }).waitFor();
}

/** Opens the list of executions and waits for one that came from the production address. */
export async function openExecution(page: Page): Promise<void> {
	await page.getByTestId('radio-button-executions').click();
	await page
		.getByTestId(/^execution-details-/)
		.filter({ has: page.locator('[data-test-execution-status="success"]') })
		// The mark of a test run.
		.filter({ hasNot: page.locator('[data-icon="flask-conical"]') })
		.first()
		.click();
	await page.getByTestId('execution-preview-label').getByText('Succeeded').waitFor();
	await page.getByTestId('canvas-node-status-success').first().waitFor();
}

/** Takes the messages in the corner away, and the mouse pointer with what it shows. */
export async function tidy(page: Page): Promise<void> {
	const messages = page.locator('.el-notification');
	const close = messages.locator('.el-notification__closeBtn').first();
	while ((await messages.count()) > 0) {
		// It can go by itself before the click.
		await close.click({ timeout: 1_000 }).catch(() => undefined);
	}
	await page.mouse.move(0, 0);
}

/** Waits until every icon in a part of the page has been drawn. */
export async function iconsAreThere(part: Locator): Promise<void> {
	await part
		.locator('img')
		.evaluateAll(
			async (images: ReadonlyArray<{ decode(): Promise<void> }>) =>
				await Promise.all(images.map(async (image) => await image.decode())),
		);
}
