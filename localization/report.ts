import { setOwn, type PlainObject } from '../json/object';

/** The field that a report is added as. */
export const REPORT_FIELD = 'localization';

/** What became of one field. */
export interface FieldReport {
	/** The language of the text, as spelled in the data; null where the data do not tell. */
	readonly language: unknown;
	/** Whether it is another language than those wanted first. */
	readonly fallback: boolean;
}

/** Tells for each localized field, by its path, which language it got. */
export class Report {
	private readonly fields: PlainObject = {};

	add(path: string, { language, fallback }: FieldReport): void {
		setOwn(this.fields, path, { language: language ?? null, fallback });
	}

	/** The report with what an earlier one said of fields that are plain since then. */
	withEarlier(earlier: unknown): PlainObject {
		return typeof earlier === 'object' && earlier !== null
			? { ...earlier, ...this.fields }
			: this.fields;
	}
}
