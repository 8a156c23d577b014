import type { Frame } from './frame';
import type { PlainValue } from './plain-value';
import type { Plan } from './plan';
import type { PlainObject } from '../json/object';
import { Report, REPORT_FIELD } from './report';

/** Where plain values go: in place or into new fields, and into the report if one is wanted. */
export class Output {
	private readonly report: Report | undefined;

	constructor(private readonly plan: Plan) {
		this.report = plan.report ? new Report() : undefined;
	}

	/** Notes a plain value and puts it where it belongs. */
	put(frame: Frame, key: string | number, plain: PlainValue): void {
		this.note(frame, key, plain);
		this.place(frame, key, plain.value);
	}

	note(frame: Frame, key: string | number, { language, rank }: PlainValue): void {
		this.report?.add(frame.pathOf(key), {
			language,
			fallback: this.plan.preference.isFallback(rank),
		});
	}

	/** Puts a plain value in the place of the localized one or, if so set, in a field beside it. */
	place(frame: Frame, key: string | number, value: unknown): void {
		const { suffix } = this.plan;
		if (typeof key === 'number') frame.hasLocalizedElement = true;
		frame.set(typeof key === 'string' && suffix !== undefined ? key + suffix : key, value);
	}

	/** Whether a field is what an earlier run has added: a report, or a new field. */
	isOwn(frame: Frame, key: string | number): boolean {
		const { suffix } = this.plan;
		if (typeof key === 'number') return false;
		if (suffix !== undefined && key.endsWith(suffix)) return true;
		return this.report !== undefined && frame.parent === undefined && key === REPORT_FIELD;
	}

	/** Adds the report to the item, if one is wanted. */
	addReport(item: PlainObject, root: Frame): void {
		if (this.report) root.set(REPORT_FIELD, this.report.withEarlier(item[REPORT_FIELD]));
	}
}
