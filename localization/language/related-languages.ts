/**
 * Languages by those whose readers read them as well: who speaks a Chinese or Arabic of his own reads the
 * common one. By the Unicode CLDR.
 */
const ALSO_READ: Readonly<Record<string, string>> = {
	ar: 'acm aeb afb apc apd arq ars ary arz ayl',
	de: 'gsw lb',
	nb: 'nn',
	nn: 'nb',
	zh: 'gan hak hsn nan wuu yue',
};

/** Languages by those whose readers are likely to understand them, by the Unicode CLDR. */
const LIKELY_UNDERSTOOD: Readonly<Record<string, string>> = {
	bs: 'hr',
	cs: 'sk',
	da: 'fo kl',
	de: 'rm',
	en: 'cy ga gd haw mi',
	es: 'ay ca eu gl gn qu',
	fil: 'ceb',
	fr: 'br co ht oc',
	hi: 'gu mai mr sa',
	hr: 'bs',
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
	return includes(ALSO_READ, language, reader);
}

/** Whether another language is better than any, for readers of one, if nothing else is there. */
export function isLikelyUnderstood(reader: string, language: string): boolean {
	return includes(LIKELY_UNDERSTOOD, language, reader);
}

function includes(
	readers: Readonly<Record<string, string>>,
	language: string,
	reader: string,
): boolean {
	return readers[language]?.split(' ').includes(reader) === true;
}
