import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { isJsonObject, type JsonObject } from '../../json/object';
import { isKnownLanguage } from '../../localization/language/language-tag';
import { wantedLanguages } from '../../localization/language/wanted-languages';
import type { Notes } from '../../localization/notes';
import { namesIn } from '../parameter';

/** Settings that have done nothing, told beside the output. Those made by an expression may. */
export function hintsOf(context: IExecuteFunctions, notes: Notes): NodeExecutionHint[] {
	const { language, fallbackLanguages, fields, fieldNames, options } = context.getNode().parameters;
	const { numbers, amounts }: JsonObject = isJsonObject(options) ? options : {};
	const named = [
		...(fields === 'selected' ? namesIn(fixed(fieldNames)) : []),
		...namesIn(fixed(numbers)),
		...amountFields(amounts),
	];
	const isNothingNamed = fields === 'selected' && namesIn(fieldNames).length === 0;
	const messages = [
		...(isNothingNamed ? ['No field is named under Field Names, so nothing is localized.'] : []),
		...noLanguagesIn(fixed(language)).map(noLanguage),
		...noLanguagesIn(fixed(fallbackLanguages)).map(noLanguage),
		...[...new Set(named)].filter((name) => !notes.fieldsFound.has(name)).map(noField),
		...[...notes.mapsLeft].map(mapLeft),
	];
	return messages.map((message) => ({ message, type: 'warning', location: 'outputPane' }));
}

/** What the user has set; nothing where an expression makes it. */
function fixed(parameter: unknown): unknown {
	return typeof parameter === 'string' && parameter.startsWith('=') ? undefined : parameter;
}

function amountFields(amounts: unknown): string[] {
	const rows: unknown = isJsonObject(amounts) ? amounts.values : undefined;
	if (!Array.isArray(rows)) return [];
	return rows.flatMap((row: unknown) => namesIn(isJsonObject(row) ? fixed(row.field) : undefined));
}

/** The parts of a list that are no languages. A name may have a comma in it: Chinese, Simplified. */
function noLanguagesIn(list: unknown): string[] {
	if (isKnownLanguage(list)) return [];
	return namesIn(list).filter((text) => !wantedLanguages(text).some(isKnownLanguage));
}

const noLanguage = (text: string) =>
	`"${text}" is no language tag, so it is passed over. Tags are such as de, de-CH or zh-Hant.`;

const noField = (name: string) =>
	`No item has a field "${name}". Compare it with the input: upper and lower case count.`;

const mapLeft = (path: string) =>
	`"${path}" looks like a map by language and was left as it is. To include such maps, add Maps by Language under Options > What Counts as Localized.`;
