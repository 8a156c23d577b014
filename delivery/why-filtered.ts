import type { Vendor } from '../vendors/vendor';
import { classify, type Classified } from './classify';
import type { Unmet } from './conditions';
import type { ReceiveSettings } from './receive';
import { createSelector } from './select';
import { unwrap } from './unwrap';

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
 * Tells a person why nothing of a delivery has passed, by its first event. Goes over the delivery
 * once more, so it is for test runs.
 *
 * @param body of a delivery whose events were all filtered out
 * @param unmet the condition that the first of the chosen events does not meet
 * @returns undefined where it held no event
 */
export function whyFiltered(
	body: unknown,
	vendor: Vendor,
	{ selection }: Pick<ReceiveSettings, 'selection'>,
	unmet: Unmet | undefined,
): Filtered | undefined {
	const events = unwrap(body, vendor.wrapper)?.events ?? [];
	if (events.length === 0) return undefined;
	const event = classify(events[0], vendor);
	const obstacle: Obstacle | undefined =
		obstacleOf(event, selection) ?? (unmet && { kind: 'condition', unmet });
	return obstacle && { event, obstacle, count: events.length };
}

function obstacleOf(event: Classified, selection: ReceiveSettings['selection']) {
	const isChosen = createSelector({ ...selection, filters: [] });
	if (!isChosen(event)) return { kind: 'notChosen' } as const;
	const closed = selection.filters.find(
		(filter) => !createSelector({ ...selection, filters: [filter] })(event),
	);
	if (!closed) return undefined;
	const { option, valueOf, values } = closed;
	return {
		kind: 'filter',
		option,
		values,
		value: valueOf(event.event, event.eventType),
	} as const;
}
