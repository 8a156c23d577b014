import type { Language } from './language-tag';

/** Regions that read one standard of a language. */
interface Standard {
	/** the regions that stand for it, best first */
	readonly heads: readonly string[];
	/** none: all regions that no other standard has */
	readonly regions?: ReadonlySet<string>;
}

const AMERICAS = regionsIn(
	'003 005 013 019 021 029 419 AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD ' +
		'GF GL GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI',
);

/**
 * Where a language has more than one standard: a reader from Mexico prefers Latin America's Spanish
 * to Spain's, one from the Philippines the English of the United States to Britain's. From the
 * language matching and the parent locales of the Unicode CLDR.
 *
 * @see https://www.unicode.org/reports/tr35/tr35.html#LanguageMatching
 */
const STANDARDS: Readonly<Record<string, readonly Standard[]>> = {
	ar: [{ heads: ['MA'], regions: regionsIn('DZ EH LY MA MR TN') }],
	en: [
		{ heads: ['US'], regions: regionsIn('AS CA GU MH MP PH PR UM US VI') },
		{ heads: ['GB', '001', '150'] },
	],
	es: [{ heads: ['419', 'MX'], regions: AMERICAS }, { heads: ['ES'] }],
	pt: [{ heads: ['BR'], regions: AMERICAS }, { heads: ['PT'] }],
	zh: [{ heads: ['HK', 'MO'], regions: regionsIn('HK MO') }],
};

/**
 * How far the region of a text is from that of its reader, in the same language: 0 is the same region.
 * Then come the regions that stand for the reader's standard, a text for no region in particular,
 * other regions of the standard, and all others.
 */
export function regionDistance(wanted: Language, found: Language): number {
	if (wanted.region === found.region) return 0;
	const standard = standardOf(wanted);
	const head = (standard?.heads ?? [wanted.usualRegion]).indexOf(found.region);
	if (head !== -1) return 1 + head;
	if (!found.namesRegion) return 4;
	return standard === standardOf(found) ? 5 : 6;
}

function standardOf({ language, region }: Language): Standard | undefined {
	return STANDARDS[language]?.find(({ regions }) => regions === undefined || regions.has(region));
}

function regionsIn(codes: string): ReadonlySet<string> {
	return new Set(codes.split(' '));
}
