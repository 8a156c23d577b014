import { BuiltInLabels } from '../../localization/enums/built-in-labels';
import { localize } from '../../localization/localize';
import { DEFAULT_SETTINGS, type LocalizeSettings } from '../../localization/settings';
import { vendors } from '../../vendors';

export const builtInLabels = new BuiltInLabels(vendors.map(({ labels = {} }) => labels));

/** The node's defaults with some settings of a test. */
export function settings(changes: Partial<LocalizeSettings> = {}): LocalizeSettings {
	return { ...DEFAULT_SETTINGS, builtInLabels, ...changes };
}

/** What one field with a value becomes. */
export function localized(value: unknown, changes: Partial<LocalizeSettings> = {}): unknown {
	return localize({ field: value }, settings(changes)).field;
}
