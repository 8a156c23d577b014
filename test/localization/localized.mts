import { localize } from '../../localization/localize';
import { DEFAULT_SETTINGS, type LocalizeSettings } from '../../localization/settings';

/** The node's defaults with some settings of a test. */
export function settings(changes: Partial<LocalizeSettings> = {}): LocalizeSettings {
	return { ...DEFAULT_SETTINGS, ...changes };
}

/** What one field with a value becomes. */
export function localized(value: unknown, changes: Partial<LocalizeSettings> = {}): unknown {
	return localize({ field: value }, settings(changes)).field;
}
