/** Whoever reads the one in writing reads the other as well, by the Unicode CLDR. */
const ALSO_READ: Readonly<Record<string, string>> = {
	gsw: 'de',
	lb: 'de',
	nb: 'nn',
	nn: 'nb',
	yue: 'zh',
};

/** Languages by those whose readers are likely to understand them, by the Unicode CLDR. */
const LIKELY_UNDERSTOOD: Readonly<Record<string, string>> = {
	cs: 'sk',
	da: 'fo',
	de: 'rm',
	en: 'cy ga gd haw mi',
	es: 'ay ca eu gl gn qu',
	fil: 'ceb',
	fr: 'br co ht oc',
	hi: 'gu mai mr sa',
	id: 'jv ms su',
	it: 'la scn',
	nb: 'da',
	nl: 'af fy',
	ru: 'be kk ky tt',
	sk: 'cs',
	tr: 'ku',
};

/** Whether readers of one language are served as well by another. */
export function isAlsoRead(reader: string, language: string): boolean {
	return ALSO_READ[reader] === language;
}

/** Whether another language is better than any, for readers of one, if nothing else is there. */
export function isLikelyUnderstood(reader: string, language: string): boolean {
	return LIKELY_UNDERSTOOD[language]?.split(' ').includes(reader) === true;
}
