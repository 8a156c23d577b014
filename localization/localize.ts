import { Frame } from './frame';
import { plainText } from './html/plain-text';
import { isPlainObject, type PlainObject } from './plain-object';
import { plainOfScalar, plainValue, type PlainValue } from './plain-value';
import { planFor, type Plan } from './plan';
import { Report, REPORT_FIELD } from './report';
import type { LocalizeSettings } from './settings';
import { fieldsPerLanguage } from './shapes/language-in-field-name';
import type { PayloadItem } from './shapes/shape';

/** A payload item has few fields; an item with more is not looked at as one. */
const MOST_ITEM_FIELDS = 8;

/**
 * An item with its localized values made plain, in the languages that the settings name. The item
 * itself is not changed; what needs no change is shared with it. Works at any depth without
 * recursion, in time linear in the item's size.
 *
 * @throws LocalizationError if a text is missing and the settings say `error`
 * @throws RangeError if the settings have a format with an unknown time zone
 */
export function localize(item: PlainObject, settings: LocalizeSettings): PlainObject {
	return new Localization(planFor(settings)).run(item);
}

/** One walk through one item. */
class Localization {
	private readonly report: Report | undefined;

	/** The objects that the walk is in; undefined while that is only the item. */
	private ancestors: Set<object> | undefined;

	constructor(private readonly plan: Plan) {
		this.report = plan.report ? new Report() : undefined;
	}

	run(item: PlainObject): PlainObject {
		const keys = Object.keys(item);
		const root = new Frame(item, keys, undefined, '', '', this.plan.selection.isEverything, false);
		if (!this.localizeItself(item, root)) {
			this.localizeFieldsPerLanguage(root);
			let frame: Frame | undefined = root;
			while (frame !== undefined) frame = this.advance(frame) ?? this.leave(frame);
		}
		if (this.report) root.set(REPORT_FIELD, this.report.withEarlier(item[REPORT_FIELD]));
		return root.changedObject ?? item;
	}

	/** The item can itself be a payload item, after a Split Out of Gamanza's raw payload. */
	private localizeItself(item: PlainObject, root: Frame): boolean {
		const { keys } = root;
		if (keys.length > MOST_ITEM_FIELDS) return false;
		const recognised = this.plan.recogniser.object(item, keys, { field: '' });
		return recognised?.kind === 'item' && this.localizePayloadItem(recognised, root);
	}

	/** Goes on in a frame until its end, or to the next object to go into. */
	private advance(frame: Frame): Frame | undefined {
		const { list, object, keys, isChosen, isSelected, size } = frame;
		const { plan } = this;
		const isRoot = frame.parent === undefined;
		const readsScalars = plan.readsScalars || isChosen;
		while (frame.next < size) {
			const position = frame.next++;
			const key = list ? position : (keys[position] ?? '');
			const value = list ? list[position] : object?.[key];
			if (typeof value === 'object' && value !== null) {
				if (isRoot && plan.report && key === REPORT_FIELD) continue;
				const child = this.localizeObject(frame, key, value);
				if (child !== undefined) return child;
			} else if (readsScalars && (isSelected || plan.selection.has(frame, key))) {
				this.localizeScalar(frame, key, value);
			}
		}
		return undefined;
	}

	/** Makes an object plain, or returns the frame to go into it. */
	private localizeObject(frame: Frame, key: string | number, value: object): Frame | undefined {
		const { plan } = this;
		const isSelected = frame.isSelected || plan.selection.has(frame, key);
		const field = typeof key === 'string' ? key : frame.field;
		if (Array.isArray(value)) {
			if (value.length === 0) return undefined;
			const recognised = isSelected && plan.recogniser.list(value, { field, parent: frame.object });
			if (recognised && recognised.kind !== 'item') {
				const plain = plainValue(recognised, { frame, key }, plan);
				return plain && this.put(frame, key, plain);
			}
			return this.enter(new Frame(value, [], frame, key, field, isSelected, frame.isChosen));
		}
		if (!isPlainObject(value)) return undefined;
		const keys = Object.keys(value);
		const recognised = plan.recogniser.object(value, keys, { field, parent: frame.object });
		if (recognised !== undefined && isSelected && recognised.kind !== 'item') {
			const plain = plainValue(recognised, { frame, key }, plan);
			return plain && this.put(frame, key, plain);
		}
		if (isLabelled(value, keys)) return undefined;
		const child = this.enter(new Frame(value, keys, frame, key, field, isSelected, frame.isChosen));
		if (child !== undefined && recognised?.kind === 'item') {
			this.localizePayloadItem(recognised, child);
		}
		return child;
	}

	private localizeScalar(frame: Frame, key: string | number, value: unknown): void {
		const { plan } = this;
		if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
			return;
		const plain = plan.readsScalars ? plainOfScalar(value, { frame, key }, plan) : undefined;
		if (plain !== undefined) {
			this.put(frame, key, plain);
		} else if (frame.isChosen && typeof value === 'string') {
			const text = plainText(value, plan.html);
			if (text !== value) frame.set(key, text);
		}
	}

	/**
	 * An item of Gamanza's raw payload stays one: its value becomes plain, and its type that of a
	 * text. Tells whether there was anything to do.
	 */
	private localizePayloadItem({ name, content }: PayloadItem, frame: Frame): boolean {
		const { plan } = this;
		if (!frame.isSelected && !plan.selection.hasName(name)) return false;
		const plain = plainValue(content, { frame, key: 'value', name }, plan);
		if (plain === undefined) return false;
		this.note(frame, 'value', plain);
		this.place(frame, 'value', plain.value);
		if (plan.suffix === undefined) {
			frame.remove('displayValue');
			frame.remove('options');
			if (typeof plain.value === 'string') frame.set('type', 'string');
		}
		frame.next = frame.size;
		return true;
	}

	/** Makes fields plain that have a language in their names; the others are still to be read. */
	private localizeFieldsPerLanguage(frame: Frame): Frame {
		const { plan } = this;
		if (!plan.readsFieldNames || frame.object === undefined) return frame;
		for (const { base, fields, text } of fieldsPerLanguage(frame.object, frame.keys)) {
			if (!frame.isSelected && !plan.selection.has(frame, base)) continue;
			frame.keys = frame.keys.filter((key) => key !== base && !fields.includes(key));
			const plain = plainValue(text, { frame, key: base }, plan);
			if (plain === undefined) continue;
			this.note(frame, base, plain);
			this.place(frame, base, plain.value);
			if (plan.suffix === undefined) for (const field of fields) frame.remove(field);
		}
		return frame;
	}

	/** Puts a plain value in its place, or beside it; an object is still to be gone into. */
	private put(frame: Frame, key: string | number, plain: PlainValue): Frame | undefined {
		this.note(frame, key, plain);
		const { value } = plain;
		if (!plain.isObject || !isPlainObject(value)) {
			this.place(frame, key, value);
			return undefined;
		}
		const field = typeof key === 'string' ? key : frame.field;
		const chosen = new Frame(value, Object.keys(value), frame, key, field, true, true);
		chosen.isPlainValue = true;
		return this.enter(chosen);
	}

	private note(frame: Frame, key: string | number, { language, rank }: PlainValue): void {
		this.report?.add(frame.pathOf(key), {
			language,
			fallback: this.plan.preference.isFallback(rank),
		});
	}

	private place(frame: Frame, key: string | number, value: unknown): void {
		const { suffix } = this.plan;
		if (typeof key === 'number') frame.hasLocalizedElement = true;
		frame.set(typeof key === 'string' && suffix !== undefined ? key + suffix : key, value);
	}

	/** The frame to go on in; undefined if its object is one that the walk is in already. */
	private enter(frame: Frame): Frame | undefined {
		this.ancestors ??= new Set();
		if (this.ancestors.has(frame.source)) return undefined;
		this.ancestors.add(frame.source);
		return this.localizeFieldsPerLanguage(frame);
	}

	/** Hands a frame's result to its parent and goes on there. */
	private leave(frame: Frame): Frame | undefined {
		const { parent, key, result } = frame;
		if (parent === undefined) return undefined;
		this.ancestors?.delete(frame.source);
		if (frame.isPlainValue || frame.hasLocalizedElement) this.place(parent, key, result);
		else if (frame.isChanged) parent.set(key, result);
		return parent;
	}
}

/** The output of an enum with value and label: its value is a code and stays one. */
function isLabelled(value: PlainObject, keys: readonly string[]): boolean {
	return keys.length === 2 && 'value' in value && typeof value.label === 'string';
}
