/** A language that the editor offers by name; any other can be typed as a tag. */
export interface CommonLanguage {
	readonly tag: string;
	/** in English */
	readonly name: string;
	/** in the language itself */
	readonly ownName: string;
}

/** Languages of players' markets, by English name. */
export const COMMON_LANGUAGES: readonly CommonLanguage[] = [
	{ tag: 'sq', name: 'Albanian', ownName: 'shqip' },
	{ tag: 'ar', name: 'Arabic', ownName: 'العربية' },
	{ tag: 'eu', name: 'Basque', ownName: 'euskara' },
	{ tag: 'bs', name: 'Bosnian', ownName: 'bosanski' },
	{ tag: 'bg', name: 'Bulgarian', ownName: 'български' },
	{ tag: 'ca', name: 'Catalan', ownName: 'català' },
	{ tag: 'zh-Hans', name: 'Chinese (Simplified)', ownName: '简体中文' },
	{ tag: 'zh-Hant', name: 'Chinese (Traditional)', ownName: '繁體中文' },
	{ tag: 'hr', name: 'Croatian', ownName: 'hrvatski' },
	{ tag: 'cs', name: 'Czech', ownName: 'čeština' },
	{ tag: 'da', name: 'Danish', ownName: 'dansk' },
	{ tag: 'nl', name: 'Dutch', ownName: 'Nederlands' },
	{ tag: 'en', name: 'English', ownName: 'English' },
	{ tag: 'en-GB', name: 'English (United Kingdom)', ownName: 'British English' },
	{ tag: 'en-US', name: 'English (United States)', ownName: 'American English' },
	{ tag: 'et', name: 'Estonian', ownName: 'eesti' },
	{ tag: 'fil', name: 'Filipino', ownName: 'Filipino' },
	{ tag: 'fi', name: 'Finnish', ownName: 'suomi' },
	{ tag: 'fr', name: 'French', ownName: 'français' },
	{ tag: 'fr-CA', name: 'French (Canada)', ownName: 'français canadien' },
	{ tag: 'gl', name: 'Galician', ownName: 'galego' },
	{ tag: 'de', name: 'German', ownName: 'Deutsch' },
	{ tag: 'de-AT', name: 'German (Austria)', ownName: 'Deutsch (Österreich)' },
	{ tag: 'de-CH', name: 'German (Switzerland)', ownName: 'Deutsch (Schweiz)' },
	{ tag: 'el', name: 'Greek', ownName: 'ελληνικά' },
	{ tag: 'he', name: 'Hebrew', ownName: 'עברית' },
	{ tag: 'hi', name: 'Hindi', ownName: 'हिन्दी' },
	{ tag: 'hu', name: 'Hungarian', ownName: 'magyar' },
	{ tag: 'is', name: 'Icelandic', ownName: 'íslenska' },
	{ tag: 'id', name: 'Indonesian', ownName: 'Bahasa Indonesia' },
	{ tag: 'ga', name: 'Irish', ownName: 'Gaeilge' },
	{ tag: 'it', name: 'Italian', ownName: 'italiano' },
	{ tag: 'ja', name: 'Japanese', ownName: '日本語' },
	{ tag: 'kk', name: 'Kazakh', ownName: 'қазақ тілі' },
	{ tag: 'ko', name: 'Korean', ownName: '한국어' },
	{ tag: 'lv', name: 'Latvian', ownName: 'latviešu' },
	{ tag: 'lt', name: 'Lithuanian', ownName: 'lietuvių' },
	{ tag: 'mk', name: 'Macedonian', ownName: 'македонски' },
	{ tag: 'ms', name: 'Malay', ownName: 'Bahasa Melayu' },
	{ tag: 'mt', name: 'Maltese', ownName: 'Malti' },
	{ tag: 'nb', name: 'Norwegian', ownName: 'norsk bokmål' },
	{ tag: 'fa', name: 'Persian', ownName: 'فارسی' },
	{ tag: 'pl', name: 'Polish', ownName: 'polski' },
	{ tag: 'pt', name: 'Portuguese', ownName: 'português' },
	{ tag: 'pt-BR', name: 'Portuguese (Brazil)', ownName: 'português (Brasil)' },
	{ tag: 'pt-PT', name: 'Portuguese (Portugal)', ownName: 'português europeu' },
	{ tag: 'ro', name: 'Romanian', ownName: 'română' },
	{ tag: 'ru', name: 'Russian', ownName: 'русский' },
	{ tag: 'sr', name: 'Serbian', ownName: 'српски' },
	{ tag: 'sk', name: 'Slovak', ownName: 'slovenčina' },
	{ tag: 'sl', name: 'Slovenian', ownName: 'slovenščina' },
	{ tag: 'es', name: 'Spanish', ownName: 'español' },
	{ tag: 'es-419', name: 'Spanish (Latin America)', ownName: 'español latinoamericano' },
	{ tag: 'es-MX', name: 'Spanish (Mexico)', ownName: 'español de México' },
	{ tag: 'sv', name: 'Swedish', ownName: 'svenska' },
	{ tag: 'th', name: 'Thai', ownName: 'ไทย' },
	{ tag: 'tr', name: 'Turkish', ownName: 'Türkçe' },
	{ tag: 'uk', name: 'Ukrainian', ownName: 'українська' },
	{ tag: 'vi', name: 'Vietnamese', ownName: 'Tiếng Việt' },
	{ tag: 'cy', name: 'Welsh', ownName: 'Cymraeg' },
];

const TAG_BY_NAME = new Map(
	COMMON_LANGUAGES.flatMap(({ tag, name, ownName }) => [
		[name.toLowerCase(), tag.toLowerCase()],
		[ownName.toLowerCase(), tag.toLowerCase()],
	]),
);

/** The tag of a language given by its name, in English or in itself; `name` is in lower case. */
export function languageNamed(name: string): string | undefined {
	return TAG_BY_NAME.get(name);
}
