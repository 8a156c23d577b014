import type { INodePropertyOptions } from 'n8n-workflow';

import { COMMON_LANGUAGES } from '../../localization/language/common-languages';

/** The languages offered, in English, in themselves and as a tag: the editor searches in names only. */
export const languageChoices: INodePropertyOptions[] = COMMON_LANGUAGES.map(
	({ tag, name, ownName }) => ({
		name: `${name === ownName ? name : `${name} – ${ownName}`} · ${tag}`,
		value: tag,
	}),
);
