import { HostFailure } from '../../host/failure.mjs';
import type { N8nApi } from '../../host/n8n-api.mjs';
import { madeUpId } from '../../host/made-up-id.mjs';
import { triggerNode } from '../../host/vendor-setup.mjs';
import { nodeOf, webhookPath, type WorkflowDraft } from '../../host/workflow.mjs';
import type { Demo } from './demos.mjs';

/** A demo whose workflow is published. */
export interface LiveDemo extends Demo {
	readonly workflowId: string;
	/** Where deliveries are posted to. */
	readonly webhookUrl: string;
}

/** The nodes of the demo workflows that put out localized items, by the language they write. */
export const LANGUAGES = { English: 'In English', Spanish: 'In Spanish' } as const;

/**
 * Puts a demo's credential and workflow into n8n, as they were when they are there already, and
 * publishes the workflow.
 *
 * @throws HostFailure with n8n's words when the workflow cannot be published
 */
export async function setUpDemo(api: N8nApi, demo: Demo): Promise<LiveDemo> {
	const { displayName, credential: type } = demo.vendor;
	const name = `${displayName} demo`;
	const id = await api.putCredential({ name, type, data: demo.credential });
	const workflow = workflowOf(demo, { id, name });
	const workflowId = await api.putWorkflow(workflow);
	const publication = await api.activate(workflowId);
	if (!publication.active) {
		throw new HostFailure(`n8n does not publish "${workflow.name}": ${publication.reason}`);
	}
	return { ...demo, workflowId, webhookUrl: api.url + webhookPath(workflow) };
}

/** The vendor's trigger, and behind it Localize Fields once for each language. */
function workflowOf(demo: Demo, credential: { id: string; name: string }): WorkflowDraft {
	const { displayName } = demo.vendor;
	const trigger = triggerNode(demo, `${displayName} Trigger`, credential);
	const type = 'n8n-nodes-engagement-events.localizeFields';
	const languages = [
		{ ...nodeOf(LANGUAGES.English, type, 1, { language: 'en' }), position: [280, -110] as const },
		{ ...nodeOf(LANGUAGES.Spanish, type, 1, { language: 'es' }), position: [280, 110] as const },
	];
	const note = nodeOf('About this workflow', 'n8n-nodes-base.stickyNote', 1, {
		content: `## ${displayName}\nIts events, with texts in English and in Spanish.\n\n\`npm start\` puts this workflow back as it was: save a copy before you change it.`,
		width: 540,
		height: 180,
		color: 7,
	});
	return {
		name: `${displayName}: events in English and Spanish`,
		nodes: [
			// The same at each start, so that its address stays.
			{ ...trigger, webhookId: madeUpId(demo.vendor.id) },
			...languages,
			{ ...note, position: [-60, -380] },
		],
		connections: {
			[trigger.name]: {
				main: [languages.map(({ name }) => ({ node: name, type: 'main', index: 0 }))],
			},
		},
		settings: { executionOrder: 'v1' },
	};
}
