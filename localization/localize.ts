import { Frame } from './frame';
import { plainText } from './html/plain-text';
import { isPlainObject, type PlainObject } from './plain-object';
import { plainOfScalar, plainValue, type PlainValue } from './plain-value';
import { planFor, type Plan } from './plan';
import { Report, REPORT_FIELD } from './report';
import type { LocalizeSettings } from './settings';
import { fieldsPerLanguage } from './shapes/language-in-field-name';
import type { PayloadItem, Recognised } from './shapes/shape';

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
	return new Localization(item, planFor(settings)).run();
}

/** One walk through one item. */
class Localization {
	private readonly report: Report | undefined;

	/** The objects that the walk is in; undefined while that is only the item. */
	private ancestors: Set<object> | undefined;

	constructor(
		private readonly item: PlainObject,
		private readonly plan: Plan,
	) {
		this.report = plan.report ? new Report() : undefined;
	}

	run(): PlainObject {
		const { item } = this;
		const keys = Object.keys(item);
		const root = new Frame(item, keys, undefined, '', '', this.plan.selection.isEverything, false);
		if (!this.localizeItself(item, root)) {
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
		const readsScalars = plan.readsScalars || isChosen;
		while (frame.next < size) {
			const position = frame.next++;
			const key = list ? position : (keys[position] ?? '');
			const value = list ? list[position] : object?.[key];
			if (this.isResult(frame, key)) continue;
			if (typeof value === 'object' && value !== null) {
				const child = this.localizeObject(frame, key, value);
				if (child !== undefined) return child;
			} else if (readsScalars && (isSelected || plan.selection.has(frame, key))) {
				this.localizeScalar(frame, key, value);
			}
		}
		return undefined;
	}

	/** Whether a field is what an earlier run has added: a report, or a new field. */
	private isResult(frame: Frame, key: string | number): boolean {
		const { suffix } = this.plan;
		if (typeof key === 'number') return false;
		if (suffix !== undefined && key.endsWith(suffix)) return true;
		return this.report !== undefined && frame.parent === undefined && key === REPORT_FIELD;
	}

	/** Makes an object plain, or returns the frame to go into it. */
	private localizeObject(frame: Frame, key: string | number, value: object): Frame | undefined {
		const { plan } = this;
		const isSelected = frame.isSelected || plan.selection.has(frame, key);
		let current = value;
		let passed: Set<object> | undefined;
		// What was chosen among several languages can be a localized value itself
		while (passed?.has(current) !== true) {
			const recognised = this.recognise(frame, key, current);
			if (recognised === undefined || recognised.kind === 'item' || !isSelected) {
				const child = this.frameOf(frame, key, current, isSelected, passed !== undefined);
				if (child === undefined) break;
				if (recognised?.kind === 'item') this.localizePayloadItem(recognised, child);
				return child;
			}
			const plain = plainValue(recognised, { frame, key }, plan);
			if (plain === undefined) break;
			this.note(frame, key, plain);
			if (plain.object === undefined) {
				this.place(frame, key, plain.value);
				return undefined;
			}
			(passed ??= new Set()).add(current);
			current = plain.object;
		}
		if (current !== value) this.place(frame, key, current);
		return undefined;
	}

	private recognise(
		{ field, object: parent }: Frame,
		key: string | number,
		value: object,
	): Recognised | undefined {
		const place = { field: typeof key === 'string' ? key : field, parent };
		if (Array.isArray(value)) return this.plan.recogniser.list(value, place);
		if (!isPlainObject(value)) return undefined;
		return this.plan.recogniser.object(value, Object.keys(value), place);
	}

	private localizeScalar(frame: Frame, key: string | number, value: unknown): void {
		const { plan } = this;
		if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
			return;
		const plain = plan.readsScalars ? plainOfScalar(value, { frame, key }, plan) : undefined;
		if (plain !== undefined) {
			this.note(frame, key, plain);
			this.place(frame, key, plain.value);
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

	/** Makes fields plain that have a language in their names, once all that is in them is plain. */
	private localizeFieldsPerLanguage(frame: Frame): void {
		const { plan } = this;
		const object = frame.changedObject ?? frame.object;
		if (!plan.readsFieldNames || object === undefined) return;
		for (const { base, fields, text } of fieldsPerLanguage(object)) {
			if (!frame.isSelected && !plan.selection.has(frame, base)) continue;
			const plain = plainValue(text, { frame, key: base }, plan);
			if (plain === undefined) continue;
			this.note(frame, base, plain);
			this.place(frame, base, plain.value);
			if (plan.suffix === undefined) for (const field of fields) frame.remove(field);
		}
	}

	/** The frame to go into an object; undefined if there is nothing to go into. */
	private frameOf(
		parent: Frame,
		key: string | number,
		value: object,
		isSelected: boolean,
		isPlainValue: boolean,
	): Frame | undefined {
		const isList = Array.isArray(value);
		if (!isList && !isPlainObject(value)) return undefined;
		const keys = isList ? [] : Object.keys(value);
		if (!isList && isLabelled(value, keys)) return undefined;
		this.ancestors ??= new Set([this.item]);
		if (this.ancestors.has(value)) return undefined;
		this.ancestors.add(value);
		const field = typeof key === 'string' ? key : parent.field;
		const isChosen = isPlainValue || parent.isChosen;
		const frame = new Frame(value, keys, parent, key, field, isSelected, isChosen);
		frame.isPlainValue = isPlainValue;
		return frame;
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

	/** Hands a frame's result to its parent and goes on there. */
	private leave(frame: Frame): Frame | undefined {
		this.localizeFieldsPerLanguage(frame);
		const { parent, key, result } = frame;
		if (parent === undefined) return undefined;
		this.ancestors?.delete(frame.source);
		if (frame.isPlainValue || frame.hasLocalizedElement) this.place(parent, key, result);
		else if (frame.isChanged) parent.set(key, result);
		return (frame.isChanged && this.localizeEmerged(frame, parent)) || parent;
	}

	/** What has become plain can make a localized value of what is around it, which is to go too. */
	private localizeEmerged(frame: Frame, parent: Frame): Frame | undefined {
		const { key, result, isSelected } = frame;
		if (this.plan.suffix !== undefined) return undefined;
		const recognised = this.recognise(parent, key, result);
		if (recognised === undefined) return undefined;
		if (recognised.kind !== 'item')
			return isSelected ? this.localizeObject(parent, key, result) : undefined;
		if (recognised.content.kind !== 'text' && recognised.content.kind !== 'code') return undefined;
		const child = this.frameOf(parent, key, result, isSelected, false);
		return child && this.localizePayloadItem(recognised, child) ? child : undefined;
	}
}

/** The output of an enum with value and label: its value is a code and stays one. */
function isLabelled(value: PlainObject, keys: readonly string[]): boolean {
	return keys.length === 2 && 'value' in value && typeof value.label === 'string';
}
