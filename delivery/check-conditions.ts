import type { Vendor } from '../vendors/vendor';
import { createConditionCheck, type Conditions, type Unmet } from './conditions';
import { toItem, type ItemSettings, type SelectedEvent } from './item';

/**
 * Builds the test that the conditions are for events: on the flattened item, whatever the output, and
 * with the personal data that the output may not have.
 */
export function createEventCheck(
	settings: ItemSettings & { readonly conditions: Conditions },
	vendor: Vendor,
): (event: SelectedEvent) => Unmet | undefined {
	const { conditions } = settings;
	if (conditions.rows.length === 0) return () => undefined;
	const check = createConditionCheck(conditions);
	const asChecked: ItemSettings = {
		...settings,
		output: 'flattened',
		personalData: 'keep',
		checkAgainstCatalogue: false,
		includeOriginal: false,
	};
	return (event) => check(toItem({ ...event, headers: undefined }, asChecked, vendor));
}
