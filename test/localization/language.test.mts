import { match } from '@formatjs/intl-localematcher';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { languagePreference, NOT_WANTED } from '../../localization/language/language-preference';
import { readLanguage, readLanguageTag } from '../../localization/language/language-tag';
import { wantedLanguages } from '../../localization/language/wanted-languages';
import { localized } from './localized.mjs';

/** The languages of some data, best first for a wish; those that do not fit are left out. */
function ranked(wish: unknown, fallbacks: unknown, languages: readonly unknown[]): unknown[] {
	const preference = languagePreference(wish, fallbacks);
	return languages
		.filter((language) => preference.rankOf(language) !== NOT_WANTED)
		.sort((one, other) => preference.rankOf(one) - preference.rankOf(other));
}

describe('a language is read', () => {
	test.each<[unknown, string]>([
		['EN', 'en'],
		['de_CH', 'de-CH'],
		[' pt-br ', 'pt-BR'],
		['zh-hant-tw', 'zh-Hant-TW'],
		['es-419', 'es-419'],
		['und', 'und'],
		['x-klingon', 'x-klingon'],
	])('as BCP 47 writes it, whatever the case and separator: %j is %s', (raw, tag) => {
		expect(readLanguageTag(raw)).toBe(tag);
	});

	test.each<[string, unknown, string]>([
		['POSIX with a character set', 'en_US.UTF-8', 'en-US'],
		['POSIX with a currency', 'de_DE@euro', 'de-DE'],
		['POSIX with a script', 'sr_RS@latin', 'sr-Latn-RS'],
		['POSIX with both', 'uz_UZ.UTF-8@cyrillic', 'uz-Cyrl-UZ'],
		['Java with a script', 'zh_TW_#Hant', 'zh-Hant-TW'],
		['Java with a script and no region', 'sr__#Latn', 'sr-Latn'],
		['Java with an extension', 'th_TH_TH_#u-nu-thai', 'th-TH'],
		['Java’s Nynorsk', 'no_NO_NY', 'nn-NO'],
		['Windows', 'German_Germany.1252', 'de-DE'],
		['.NET, Simplified', 'zh-CHS', 'zh-Hans'],
		['.NET, Traditional', 'zh-CHT', 'zh-Hant'],
		['.NET, the script at the end', 'sr-SP-Latn', 'sr-Latn-SP'],
		['Windows by three letters', 'PTB', 'pt-BR'],
		['Facebook', 'es_LA', 'es-419'],
		['a language ID', 1033, 'en-US'],
		['a language ID as text', '1031', 'de-DE'],
		['ISO 639-2/B', 'ger', 'de'],
		['ISO 639-2/T', 'deu', 'de'],
		['a retired code', 'iw', 'he'],
		['an extended language', 'zh-yue-HK', 'yue-HK'],
		['a part that is no region', 'en-USA', 'en'],
	])('as %s: %j is %s', (_product, raw, tag) => {
		expect(readLanguageTag(raw)).toBe(tag);
	});

	test.each<[string, string]>([
		['German', 'de'],
		['Deutsch', 'de'],
		['ESPAÑOL', 'es'],
		['espanol', 'es'],
		['Chinese', 'zh'],
		['Chinese (Traditional)', 'zh-Hant'],
		['Chinese, Simplified', 'zh-Hans'],
		['Simplified Chinese', 'zh-Hans'],
		['chinois traditionnel', 'zh-Hant'],
		['Chinese (Hong Kong)', 'zh-HK'],
		['Norsk', 'no'],
		['Norwegian Bokmål', 'nb'],
		['Farsi', 'fa'],
		['English (US)', 'en-US'],
		['English (UK)', 'en-GB'],
		['English - United States', 'en-US'],
		['Brazilian Portuguese', 'pt-BR'],
		['Português (Brasil)', 'pt-BR'],
		['Español (México)', 'es-MX'],
		['français (Suisse)', 'fr-CH'],
		['Serbian (Latin)', 'sr-Latn'],
		['Serbian (Latin, Serbia)', 'sr-Latn-RS'],
		['Chinese (Simplified, PRC)', 'zh-Hans-CN'],
		['Chinese (Traditional, Hong Kong S.A.R.)', 'zh-Hant'],
		['Spanish (Spain, International Sort)', 'es-ES'],
		['Chinese Traditional', 'zh-Hant'],
		['UK English', 'en-GB'],
		['English UK', 'en-GB'],
		['French Canadian', 'fr-CA'],
		['Português do Brasil', 'pt-BR'],
		['Deutsch/Schweiz', 'de-CH'],
		['Persian (Farsi)', 'fa'],
		['Spanish; Castilian', 'es'],
		['Norwegian, Nynorsk (Norway)', 'nn-NO'],
		['bokmål', 'nb'],
		['Flemish', 'nl-BE'],
		['Niederländisch', 'nl'],
		['İtalyanca', 'it'],
		['italyanca', 'it'],
		['русский', 'ru'],
		['русский язык', 'ru'],
		['język polski', 'pl'],
		['Bahasa Indonesia', 'id'],
		['ελληνικά', 'el'],
		['العربية', 'ar'],
		['עברית', 'he'],
		['हिन्दी', 'hi'],
		['日本語', 'ja'],
		['한국어', 'ko'],
		['中文', 'zh'],
		['中文（繁體）', 'zh-Hant'],
		['中文 (台灣)', 'zh-TW'],
		['中文（香港）', 'zh-HK'],
		['русский (Казахстан)', 'ru-KZ'],
		['chinois (traditionnel, R.A.S. chinoise de Hong Kong)', 'zh-Hant-HK'],
		['Norwegisch (Bokmål)', 'nb'],
		['繁體中文', 'zh-Hant'],
	])('by its name: %s is %s', (name, tag) => {
		expect(readLanguageTag(name)).toBe(tag);
	});

	test.each('en de fr it es pt nl sv pl tr'.split(' '))(
		'by every name that Intl has in %s',
		(named) => {
			const tags =
				'de en-US en-GB es-419 fr-CA ja nb nl-BE pt-BR ru sr-Latn tr uk zh-Hans zh-Hant zh-TW zh-HK';
			for (const languageDisplay of ['dialect', 'standard'] as const) {
				const names = new Intl.DisplayNames([named], { type: 'language', languageDisplay });
				for (const tag of tags.split(' ')) {
					const name = names.of(tag);
					expect([name, readLanguageTag(name)]).toEqual([name, tag]);
				}
			}
		},
	);

	test.each<[unknown]>([
		...[[''], [' '], ['*'], ['-'], ['1'], ['4711'], [99999], [NaN], ['C'], ['POSIX']],
		...[
			['x'.repeat(10_000)],
			['klingonian'],
			['English (Klingon)'],
			['Latin America'],
			['{{ $json.language }}'],
		],
		...[[null], [undefined], [true], [{}], [['en']], ['constructor'], ['__proto__']],
	] as [unknown][])('%j is none', (raw) => {
		expect(readLanguageTag(raw)).toBe('');
	});

	test('any text, or is none: nothing throws', () => {
		const part = fc.constantFrom('de', 'zh', 'und', 'Hant', 'TW', 'x', 'u', '1996', '@', '#', '_');
		const text = fc.oneof(
			fc.string(),
			fc.array(part, { maxLength: 6 }).map((all) => all.join('-')),
		);
		fc.assert(
			fc.property(text, (raw) => {
				const tag = readLanguageTag(raw);
				expect(readLanguageTag(tag)).toBe(tag);
			}),
		);
	});
});

describe('wishes are read', () => {
	test.each<[string, unknown, string[]]>([
		['a tag', 'de-CH', ['de-CH']],
		['a list in a text', 'de-CH, fr', ['de-CH', 'fr']],
		['a list', ['de_CH', 'fr'], ['de-CH', 'fr']],
		['names', 'German, French', ['de', 'fr']],
		['a name and a tag', 'German, fr', ['de', 'fr']],
		['a name with a region', 'English, US', ['en-US']],
		['a name with a comma', 'Chinese, Traditional', ['zh-Hant']],
		['Firefox', 'de-CH,de;q=0.8,en-US;q=0.5,en;q=0.3', ['de-CH', 'de', 'en-US', 'en']],
		['Chrome', 'es-419,es;q=0.9,en;q=0.8,gl;q=0.7', ['es-419', 'es', 'en', 'gl']],
		['Safari', 'pt-BR', ['pt-BR']],
		['out of order', 'en;q=0.3, fr;q=0.9, de', ['de', 'fr', 'en']],
		['not acceptable', 'da, en;q=0', ['da']],
		['any', 'fr-CH, fr;q=0.9, *;q=0.5', ['fr-CH', 'fr']],
		['blanks and upper case', ' DA ; Q=0.5 ,EN ', ['en', 'da']],
		['broken weights', 'da;q=high, en;q=', ['da']],
		['twice the same', 'en, EN, en_', ['en']],
		['a Microsoft id', 1031, ['de-DE']],
		['undetermined', 'und', []],
		['undetermined among others', 'und, de', ['de']],
		['a region alone', 'und-TW', ['und-TW']],
		['nothing', '', []],
		['undefined', undefined, []],
		['null', null, []],
		['an object', { language: 'de' }, []],
		['nonsense', ';;;,,,=q', []],
	])('%s', (_what, wish, tags) => {
		expect(wantedLanguages(wish)).toEqual(tags);
	});

	test('a list without end is cut', () => {
		expect(wantedLanguages('de,'.repeat(1_000_000))).toEqual(['de']);
	});
});

describe('languages are chosen', () => {
	test.each<[string, unknown, string, unknown[], unknown[]]>([
		['case and separator do not matter', 'de-ch', '', ['en', 'DE_ch'], ['DE_ch']],
		['the tag itself first', 'de-CH', '', ['de', 'de-CH'], ['de-CH', 'de']],
		[
			'then cut from the right',
			'zh-Hant-TW',
			'',
			['zh', 'zh-Hant', 'zh-Hant-TW'],
			['zh-Hant-TW', 'zh-Hant', 'zh'],
		],
		['then the same language', 'de-CH', '', ['fr', 'de-AT'], ['de-AT']],
		['then the fallbacks', 'ja', 'fr, de', ['de', 'fr-CA'], ['fr-CA', 'de']],
		['a wish before a fallback', 'de-CH', 'fr', ['fr', 'de-AT'], ['de-AT', 'fr']],
		['an unreadable wish is none', '{{ x }}', 'fr', ['de', 'fr'], ['fr']],
		['no wish', undefined, '', ['de', 'fr'], []],
		['a text in no language in particular fits nobody', 'en', '', ['und', 'mul'], []],
		['a wish for none in particular is none', 'und', '', ['en', 'und'], []],
		['Hebrew by its old code', 'he', '', ['iw'], ['iw']],
		['three letters', 'de', '', ['deu', 'eng'], ['deu']],
		['Microsoft ids', 'de', 'en', [1033, 1031], [1031, 1033]],
		['names', 'de', 'en', ['English', 'German'], ['German', 'English']],
		['not another language of the same letters', 'de', '', ['del', 'den'], []],
		['private parts are cut', 'de-x-formal', '', ['de'], ['de']],
		['a private tag fits itself', 'x-pirate', '', ['x-other', 'x-pirate'], ['x-pirate']],
	])('%s', (_rule, wish, fallbacks, languages, order) => {
		expect(ranked(wish, fallbacks, languages)).toEqual(order);
	});

	test.each<[string, unknown, string, unknown[], unknown[]]>([
		['Traditional by script', 'zh-Hant', '', ['zh', 'zh-TW'], ['zh-TW', 'zh']],
		['Traditional by region', 'zh-TW', '', ['zh', 'zh-Hant'], ['zh-Hant', 'zh']],
		['Traditional in Hong Kong', 'zh-HK', '', ['zh-CN', 'zh-TW'], ['zh-TW', 'zh-CN']],
		['Simplified in Singapore', 'zh-SG', '', ['zh-TW', 'zh'], ['zh', 'zh-TW']],
		[
			'Serbian in Latin',
			'sr-Latn',
			'',
			['sr', 'sr-RS', 'sr-Latn-RS'],
			['sr-Latn-RS', 'sr', 'sr-RS'],
		],
		[
			'Serbian without more is in Cyrillic',
			'sr',
			'',
			['sr-Latn', 'sr-Cyrl'],
			['sr-Cyrl', 'sr-Latn'],
		],
		['Uzbek in Cyrillic', 'uz-Cyrl', '', ['uz', 'uz-Cyrl-UZ'], ['uz-Cyrl-UZ', 'uz']],
		['another script before a fallback', 'zh-TW', 'en', ['en', 'zh'], ['zh', 'en']],
		['but behind the reader’s other wishes', 'zh-TW, en', '', ['zh', 'en'], ['en', 'zh']],
		['Norwegian is Bokmål', 'no', '', ['nn', 'nb'], ['nb', 'nn']],
		['Bokmål before Nynorsk', 'nb-NO', 'da', ['da', 'nn', 'no'], ['no', 'nn', 'da']],
		['Hakka', 'zh-hakka', 'en', ['en', 'zh'], ['zh', 'en']],
		['Egyptian Arabic', 'arz', 'en', ['en', 'ar'], ['ar', 'en']],
		['Cantonese', 'yue', 'en', ['en', 'zh-Hans', 'zh-Hant'], ['zh-Hant', 'zh-Hans', 'en']],
	])('a script is never traded for a region: %s', (_rule, wish, fallbacks, languages, order) => {
		expect(ranked(wish, fallbacks, languages)).toEqual(order);
	});

	test.each([
		['zh-Hant', { zh: '简体', 'zh-TW': '繁體' }, '繁體'],
		['zh-TW', { zh: '简体', 'zh-Hant': '繁體' }, '繁體'],
		['sr_RS@latin', { sr: 'Брод', 'sr-Latn': 'Brod' }, 'Brod'],
		['nb', { nn: 'Skip (nn)', no: 'Skip (no)' }, 'Skip (no)'],
		['English (US)', { 'en-GB': 'colour', 'en-US': 'color' }, 'color'],
	])('so is the text for %s', (language, texts, text) => {
		const languages = Object.entries(texts).map(([tag, value]) => ({ language: tag, value }));
		expect(localized({ languages }, { language })).toBe(text);
	});

	test.each<[string, unknown, unknown[], unknown[]]>([
		['the usual region', 'pt', ['pt-PT', 'pt-BR'], ['pt-BR', 'pt-PT']],
		['Spain’s Spanish', 'es', ['es-419', 'es-ES'], ['es-ES', 'es-419']],
		['Latin America’s', 'es-AR', ['es-ES', 'es-MX', 'es-419'], ['es-419', 'es-MX', 'es-ES']],
		['also before Spanish', 'es-AR', ['es', 'es-419'], ['es-419', 'es']],
		['Portugal’s Portuguese', 'pt-AO', ['pt-BR', 'pt-PT'], ['pt-PT', 'pt-BR']],
		['Brazil’s', 'pt-UY', ['pt-PT', 'pt-BR'], ['pt-BR', 'pt-PT']],
		['Britain’s English', 'en-AU', ['en-US', 'en-GB'], ['en-GB', 'en-US']],
		['the United States’', 'en-PH', ['en-GB', 'en-US'], ['en-US', 'en-GB']],
		['a neighbour’s', 'en-AU', ['en-US', 'en-NZ'], ['en-NZ', 'en-US']],
		['in general before a neighbour’s', 'de-CH', ['de-AT', 'de'], ['de', 'de-AT']],
		['Macao’s Chinese', 'zh-HK', ['zh-TW', 'zh-MO'], ['zh-MO', 'zh-TW']],
	])('the nearest region: %s', (_rule, wish, languages, order) => {
		expect(ranked(wish, '', languages)).toEqual(order);
	});

	test.each([
		['Afrikaans', 'af', ['de', 'nl'], 'nl'],
		['Galician', 'gl', ['en', 'es'], 'es'],
		['Danish', 'da', ['en', 'no'], 'no'],
		['a fallback', 'ja, ca', ['de', 'es'], 'es'],
	])(
		'of those that nobody asked for, one likely to be understood: %s',
		(_what, wish, languages, best) => {
			const preference = languagePreference(...(wish.split(', ') as [string, string]));
			expect(languages.filter((language) => preference.mayUnderstand(language))).toEqual([best]);
			expect(preference.rankOf(best)).toBe(NOT_WANTED);
		},
	);

	test.each([
		['the very tag', 'de-CH', 'de-CH', undefined],
		['more exact', 'de', 'de-DE', undefined],
		['less exact', 'de-CH', 'de', undefined],
		['the script named', 'zh-TW', 'zh-Hant', undefined],
		['another region', 'en-PH', 'en-US', 'region'],
		['another script', 'zh-TW', 'zh', 'script'],
		['another script and region', 'zh-TW', 'zh-CN', 'script'],
		['another language', 'nb', 'nn', 'language'],
		['a fallback’s region', 'ja, en-AU', 'en-US', 'region'],
		['none that was wanted', 'ja', 'fr', undefined],
	])('what is another than wanted is told: %s', (_what, wish, language, difference) => {
		const preference = languagePreference(...(wish.split(', ') as [string, string]));
		expect(preference.differenceOf(language, preference.rankOf(language))).toBe(difference);
	});
});

describe('FormatJS’s matcher, which has the data of the Unicode CLDR, agrees', () => {
	const region = fc.constantFrom(
		...'AR AU BR BZ CA CH CL CN DE ES FR GB GQ HK ID IN JP KY MO MX MZ NZ PH PT RS TW US UZ ZA'.split(
			' ',
		),
	);
	const script = fc.constantFrom('Cyrl', 'Hans', 'Hant', 'Latn');
	const tag = fc
		.tuple(
			fc.constantFrom('de', 'en', 'es', 'ja', 'pt', 'sr', 'uz', 'zh'),
			fc.option(script, { nil: '', freq: 1 }),
			fc.option(region, { nil: '', freq: 2 }),
		)
		.map((parts) => parts.filter(Boolean).join('-'));

	const languageAndScript = (one: unknown) => {
		const { language, script: written } = readLanguage(one) ?? {};
		return `${language}-${written}`;
	};

	test('on language and script', () => {
		const tags = fc.uniqueArray(tag, { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(tags, tag, (languages, wish) => {
				const [ours] = ranked(wish, '', languages);
				if (ours === undefined) return;
				const theirs = match([wish], languages, 'fi');
				// It finds no text in another script good enough
				if (theirs === 'fi') expect(languageAndScript(ours)).not.toBe(languageAndScript(wish));
				else expect(languageAndScript(ours)).toBe(languageAndScript(theirs));
			}),
			{ numRuns: 1000 },
		);
	});

	test.each([
		['en', ['en-GB', 'en-US']],
		['es', ['es-419', 'es-ES']],
		['pt', ['pt-BR', 'pt-PT']],
	])('on the standard of %s that a region reads', (language, standards) => {
		fc.assert(
			fc.property(fc.shuffledSubarray(standards, { minLength: 2 }), region, (languages, where) => {
				const wish = `${language}-${where}`;
				expect(ranked(wish, '', languages)[0]).toBe(match([wish], languages, 'fi'));
			}),
		);
	});
});
