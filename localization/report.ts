import { isPlainObject, setOwn, type PlainObject } from '../json/object';
import type { Draft } from './draft';
import type { Difference } from './language/language-preference';
import type { Place } from './place';
import type { Plan } from './plan';

/** The field that a report is added as, where no other field has that name. */
export const REPORT_FIELD = 'localization';

/** What became of one field. */
export interface FieldReport {
	/** The language of the text, as spelled in the data; null where the data do not tell. */
	readonly language: unknown;
	/** Whether it is another language than those wanted first. */
	readonly fallback: boolean;
	/** In what it is another than the one it was chosen for, such as Simplified for `zh-TW`. */
	readonly differs: Difference | undefined;
}

/** Tells for each localized field, by its path, which language it got. */
export class Report {
	private readonly fields: PlainObject = {};

	add(path: string, { language, fallback, differs }: FieldReport): void {
		setOwn(this.fields, path, {
			language: language ?? null,
			fallback,
			...(differs && { differs }),
		});
	}

	/** Adds itself to an item, to what an earlier report says of fields that are plain since then. */
	addTo(item: Draft): void {
		const name = item.freeName(REPORT_FIELD, isReport);
		const earlier = item.result[name];
		item.set(name, isPlainObject(earlier) ? { ...earlier, ...this.fields } : this.fields);
	}
}

/** Whether a field is what an earlier run has added: a report, or a new field. */
export function isFromEarlier(
	key: string,
	value: unknown,
	place: Place | undefined,
	{ report, suffix }: Plan,
): boolean {
	if (suffix !== undefined && key.replace(/_\d+$/, '').endsWith(suffix)) return true;
	return report && place === undefined && key.startsWith(REPORT_FIELD) && isReport(value);
}

/** Whether a value is an earlier report, and not a field of the data. */
function isReport(value: unknown): boolean {
	if (!isPlainObject(value)) return false;
	return Object.values(value).every(
		(field) => isPlainObject(field) && 'language' in field && typeof field.fallback === 'boolean',
	);
}
