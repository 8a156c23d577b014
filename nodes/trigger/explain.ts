import { NodeOperationError, type INode } from 'n8n-workflow';

import { ALL_EVENTS, type Selection } from '../../delivery/selection/selection';
import { UNRECOGNIZED } from '../../delivery/classify';
import type { Refusal } from '../../delivery/refusal';
import type { Filtered } from '../../delivery/selection/why-filtered';
import type { Vendor } from '../../vendors/vendor';
import { explainUnmet } from './conditions';
import { displayNameOf } from './event-choices';
import { shortened } from './shortened';

const MOST_NAMES = 3;

/**
 * What the editor shows of a delivery that was refused while the node listened.
 *
 * @param isSample whether it says that it is a sample, of which this n8n process knows nothing
 */
export function refusedInTestRun(
	node: INode,
	{ status, reason, remedy }: Refusal,
	isSample: boolean,
): Error {
	if (isSample) {
		return new NodeOperationError(
			node,
			'The sample has come to an n8n process that did not send it',
			{
				description:
					'Of several main processes, each takes only its own samples. Click Execute step again, or choose the next real event under Test Event.',
			},
		);
	}
	return new NodeOperationError(node, `A delivery was refused with ${status}. ${reason}`, {
		description: `${remedy} Then click Execute step again.`,
	});
}

/**
 * What stands under Executions, and reaches the Error Workflow, of a refused delivery.
 *
 * @param hours how long others of its kind are not reported
 */
export function refusedInProduction(
	node: INode,
	{ status, reason, remedy }: Refusal,
	hours: number,
): Error {
	const silence = hours === 1 ? 'hour' : `${hours} hours`;
	return new NodeOperationError(
		node,
		`${node.name} refused a delivery with ${status}. ${reason} ${remedy}`,
		{
			description: `Its events are not in n8n. Further refusals of this kind stand in n8n's log only, for the next ${silence}. To have none reported here, switch off Options > Report Refusals.`,
		},
	);
}

/** What the editor shows where nothing came that starts the workflow. */
export function filteredInTestRun(
	node: INode,
	filtered: Filtered | undefined,
	vendor: Vendor,
	selection: Selection,
): Error {
	if (!filtered) {
		return new NodeOperationError(node, 'A delivery without any event came', {
			description: `It was answered as in production, and starts nothing. Have ${vendor.displayName} send an event, then click Execute step again.`,
		});
	}
	const { event, obstacle, count } = filtered;
	const name = event.known ? displayNameOf(event.known) : shortened(event.eventType);
	const came = `${name} came${count === 1 ? '' : `, the first of ${count} events`}`;
	if (obstacle.kind === 'filter') {
		const { option, values, value } = obstacle;
		const own = value === undefined ? 'has none' : `has ${shortened(value)}`;
		return new NodeOperationError(
			node,
			`${came}, but ${wordsOf(option)} lets only ${listed(values)} pass`,
			{
				description: `This event ${own}. Change ${wordsOf(option)} if it is to start the workflow, then click Execute step again.`,
			},
		);
	}
	if (obstacle.kind === 'condition') {
		const { row, found, wanted } = explainUnmet(obstacle.unmet);
		return new NodeOperationError(node, `${came}, but ${row} does not hold`, {
			description: `This event ${found}, and the condition is: ${wanted}. Change it if this event is to start the workflow, then click Execute step again.`,
		});
	}
	const chosen = [
		...selection.events.map((type) => nameOf(type, vendor)),
		...selection.otherEvents,
	];
	return new NodeOperationError(
		node,
		`${came}, but only ${listed(chosen)} ${chosen.length === 1 ? 'is' : 'are'} chosen under Trigger On`,
		{
			description: event.known
				? `Choose ${name} there as well if it is to start the workflow, then click Execute step again.`
				: `To let it start the workflow, choose [Unrecognized] there or type its name under Options > Other Events. Then click Execute step again.`,
		},
	);
}

/** As it stands in the Trigger On list. */
function nameOf(type: string, { catalogue }: Vendor): string {
	if (type === ALL_EVENTS) return '[All]';
	if (type === UNRECOGNIZED) return '[Unrecognized]';
	const row = catalogue.find(({ name }) => name === type);
	return row ? displayNameOf(row) : type;
}

/** "A", "A and B", "A, B, C and 2 more". */
function listed(names: readonly string[]): string {
	if (names.length === 0) return 'nothing';
	const shown = names.slice(0, MOST_NAMES).map(shortened);
	const more = names.length - shown.length;
	const last = more > 0 ? `${more} more` : shown.pop();
	return shown.length === 0 ? `${last}` : `${shown.join(', ')} and ${last}`;
}

/** The label of an option by its name: "cardTypes" is "Card Types". */
function wordsOf(option: string): string {
	const words = option.replace(/([A-Z])/g, ' $1').replace(/Ids$/, 'IDs');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
