import { describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { runInNewContext } from 'node:vm';

import {
	languagePreference,
	LanguagePreference,
	NOT_WANTED,
} from '../../localization/language/language-preference';
import { readLanguageTag } from '../../localization/language/language-tag';
import { wantedLanguages } from '../../localization/language/wanted-languages';

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
		['de_CH', 'de-ch'],
		[' pt-br ', 'pt-br'],
		['zh-Hant-TW', 'zh-hant-tw'],
		['en_US.UTF-8', 'en-us'],
		['de_DE@euro', 'de-de'],
		['ger', 'de'],
		['deu', 'de'],
		['fre', 'fr'],
		['iw', 'he'],
		['in', 'id'],
		['es-419', 'es-419'],
		['sr-Latn', 'sr-latn'],
		[1033, 'en-us'],
		['1031', 'de-de'],
		[3082, 'es-es'],
		['German', 'de'],
		['Deutsch', 'de'],
		['ESPAÑOL', 'es'],
		['Chinese (Traditional)', 'zh-hant'],
	])('%j is %s', (raw, tag) => {
		expect(readLanguageTag(raw)).toBe(tag);
	});

	test.each<[unknown]>([
		[''],
		[' '],
		['*'],
		['-'],
		['en-'],
		['1'],
		['4711'],
		[99999],
		[NaN],
		['x'.repeat(10_000)],
		['klingonian'],
		['{{ $json.language }}'],
		[null],
		[undefined],
		[true],
		[{}],
		[['en']],
	])('%j is none', (raw) => {
		expect(readLanguageTag(raw)).toBe('');
	});
});

describe('wishes are read', () => {
	test.each<[string, unknown, string[]]>([
		['a tag', 'de-CH', ['de-ch']],
		['a list in a text', 'de-CH, fr', ['de-ch', 'fr']],
		['a list', ['de_CH', 'fr'], ['de-ch', 'fr']],
		['Firefox', 'de-CH,de;q=0.8,en-US;q=0.5,en;q=0.3', ['de-ch', 'de', 'en-us', 'en']],
		['Chrome', 'es-419,es;q=0.9,en;q=0.8,gl;q=0.7', ['es-419', 'es', 'en', 'gl']],
		['Safari', 'pt-BR', ['pt-br']],
		['out of order', 'en;q=0.3, fr;q=0.9, de', ['de', 'fr', 'en']],
		['not acceptable', 'da, en;q=0', ['da']],
		['any', 'fr-CH, fr;q=0.9, *;q=0.5', ['fr-ch', 'fr']],
		['blanks and upper case', ' DA ; Q=0.5 ,EN ', ['en', 'da']],
		['broken weights', 'da;q=high, en;q=', ['da']],
		['twice the same', 'en, EN, en_', ['en']],
		['a Microsoft id', 1031, ['de-de']],
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
		['of the same script', 'zh-TW', '', ['zh-Hans', 'zh-Hant'], ['zh-Hant', 'zh-Hans']],
		['of the usual region', 'pt', '', ['pt-PT', 'pt-BR'], ['pt-BR', 'pt-PT']],
		[
			'Latin America’s Spanish',
			'es-AR',
			'',
			['es-ES', 'es-MX', 'es-419'],
			['es-419', 'es-MX', 'es-ES'],
		],
		['Spain’s Spanish', 'es', '', ['es-419', 'es-ES'], ['es-ES', 'es-419']],
		['Portugal’s Portuguese', 'pt-AO', '', ['pt-BR', 'pt-PT'], ['pt-PT', 'pt-BR']],
		['Britain’s English', 'en-AU', '', ['en-US', 'en-GB'], ['en-GB', 'en-US']],
		['then the fallbacks', 'ja', 'fr, de', ['de', 'fr-CA'], ['fr-CA', 'de']],
		['a wish before a fallback', 'de-CH', 'fr', ['fr', 'de-AT'], ['de-AT', 'fr']],
		['an unreadable wish is none', '{{ x }}', 'fr', ['de', 'fr'], ['fr']],
		['no wish', undefined, '', ['de', 'fr'], []],
		['Norwegian by any name', 'nb-NO', '', ['da', 'no'], ['no']],
		['Hebrew by its old code', 'he', '', ['iw'], ['iw']],
		['three letters', 'de', '', ['deu', 'eng'], ['deu']],
		['Microsoft ids', 'de', 'en', [1033, 1031], [1031, 1033]],
		['not another language of the same letters', 'de', '', ['del', 'den'], []],
		['private parts are cut', 'de-x-formal', '', ['de'], ['de']],
	])('%s', (_rule, wish, fallbacks, languages, order) => {
		expect(ranked(wish, fallbacks, languages)).toEqual(order);
	});
});

describe('RFC 4647 lookup', () => {
	// Its module format is not jest's
	const { outputFiles } = buildSync({
		stdin: { contents: "export { lookup } from 'bcp-47-match'", resolveDir: __dirname },
		bundle: true,
		format: 'iife',
		globalName: 'oracle',
		write: false,
	});
	const { lookup } = runInNewContext(`${outputFiles[0]?.text}; oracle`) as {
		lookup: (tags: string[], ranges: string[]) => string | undefined;
	};

	/** bcp-47-match takes the first tag that fits any cut; the RFC wants that of the longest cut. */
	function theirs(tags: string[], ranges: string[]): string | undefined {
		return lookup(
			[...tags].sort((one, other) => other.length - one.length),
			ranges,
		);
	}

	/** Our order without what goes beyond the RFC: another entry of the same language. */
	function ours(tags: string[], ranges: string[]): string | undefined {
		const cuts = (rank: number) => rank % 1000 < 500;
		const preference = new LanguagePreference(ranges.map(readLanguageTag), ranges.length);
		let best: string | undefined;
		for (const tag of tags) {
			const rank = preference.rankOf(tag);
			if (!cuts(rank)) continue;
			if (best === undefined || rank < preference.rankOf(best)) best = tag;
		}
		return best;
	}

	test.each([
		['the RFC’s own example', ['zh-Hant', 'zh'], ['zh-Hant-CN-x-private1-private2']],
		['a private part', ['zh-Hant-CN-x-private1'], ['zh-Hant-CN-x-private1-private2']],
		['an extension', ['de', 'de-DE'], ['de-DE-u-co-phonebk']],
		['several ranges', ['fr', 'de'], ['it-CH', 'de-CH', 'fr']],
		['nothing', ['ja'], ['de', 'fr']],
	])('%s', (_what, tags, ranges) => {
		expect(ours(tags, ranges)).toBe(theirs(tags, ranges));
	});

	test('is the same as bcp-47-match’s for any tags', () => {
		const tag = fc
			.tuple(
				fc.constantFrom('de', 'en', 'zh', 'sr', 'es', 'pt'),
				fc.constantFrom('', '-Hant', '-Hans', '-Latn', '-Cyrl'),
				fc.constantFrom('', '-CH', '-DE', '-419', '-TW', '-BR'),
				fc.constantFrom('', '', '', '-1996', '-x-a-b'),
			)
			.map((parts) => parts.join(''));
		const tags = fc.uniqueArray(tag, { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(tags, fc.array(tag, { minLength: 1, maxLength: 4 }), (available, ranges) => {
				// A same-language entry of one range comes before the next range with us, so one at a time
				for (const range of ranges) {
					expect(ours(available, [range])).toBe(theirs(available, [range]));
				}
			}),
			{ numRuns: 500 },
		);
	});
});
