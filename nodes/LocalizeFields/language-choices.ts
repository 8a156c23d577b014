import type { INodePropertyOptions } from 'n8n-workflow';

import { COMMON_LANGUAGES } from '../../localization/language/common-languages';

/** The languages offered by name, in English and in themselves. */
export const languageChoices: INodePropertyOptions[] = COMMON_LANGUAGES.map(
	({ tag, name, ownName }) => ({
		name: name === ownName ? name : `${name} – ${ownName}`,
		value: tag,
	}),
);
