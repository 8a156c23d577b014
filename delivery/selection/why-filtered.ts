import type { Classified } from '../classify';
import type { Unmet } from './conditions';
import type { Selected } from './select-events';
import { createSelector, type Selection } from './selection';

/** Why an event does not start the workflow. */
export type Obstacle =
	| { readonly kind: 'notChosen' }
	| {
			readonly kind: 'filter';
			readonly option: string;
			/** Those that pass. */
			readonly values: readonly string[];
			/** The event's own; undefined where it has none. */
			readonly value: string | undefined;
	  }
	| { readonly kind: 'condition'; readonly unmet: Unmet };

export interface Filtered {
	/** The first of the delivery's events. */
	readonly event: Classified;
	readonly obstacle: Obstacle;
	/** How many events came. */
	readonly count: number;
}

/**
 * Tells a person why nothing of a delivery has passed, by its first event.
 *
 * @param count how many events came
 * @returns undefined where it held no event
 */
export function whyFiltered(
	{ first, unmet }: Pick<Selected, 'first' | 'unmet'>,
	count: number,
	selection: Selection,
): Filtered | undefined {
	if (!first) return undefined;
	const obstacle = obstacleOf(first, selection) ?? (unmet && { kind: 'condition', unmet });
	return obstacle && { event: first, obstacle, count };
}

function obstacleOf(event: Classified, selection: Selection): Obstacle | undefined {
	const isChosen = createSelector({ ...selection, filters: [] });
	if (!isChosen(event)) return { kind: 'notChosen' };
	const closed = selection.filters.find(
		(filter) => !createSelector({ ...selection, filters: [filter] })(event),
	);
	if (!closed) return undefined;
	const { option, valueOf, values } = closed;
	return { kind: 'filter', option, values, value: valueOf(event.event, event.eventType) };
}
