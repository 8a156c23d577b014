import type { IExecuteFunctions } from 'n8n-workflow';

import type { LocalizeSettings } from '../../localization/settings';
import { readParameters } from '../parameter';
import { ofSettings } from './parameters';

/** What the user has set beside the language, for one item. */
export function readSettings(context: IExecuteFunctions, index: number): LocalizeSettings {
	const { fields, fieldNames, options, ...settings } = readParameters(ofSettings, (name) =>
		context.getNodeParameter(name, index, ''),
	);
	const { amounts, dates, destination, numbers, suffix, timeZone, ...others } = options;
	return {
		...settings,
		...others,
		fields: fields === 'all' ? 'all' : fieldNames,
		format: { amounts, dates, numbers, timeZone: timeZone.trim() || context.getTimezone() },
		suffix: destination === 'newField' ? suffix : undefined,
	};
}
