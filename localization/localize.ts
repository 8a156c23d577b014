import { Frame } from './frame';
import { plainText } from './html/plain-text';
import { Output } from './output';
import { isPlainObject, type PlainObject } from '../json/object';
import { plainOfScalar, plainValue } from './plain-value';
import { planFor, type Plan } from './plan';
import { rewriteFieldsPerLanguage, rewritePayloadItem } from './rewrite-object';
import type { LocalizeSettings } from './settings';
import type { Recognised } from './shapes/shape';

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
	private readonly output: Output;

	/** The objects that the walk is in; undefined while that is only the item. */
	private ancestors: Set<object> | undefined;

	constructor(
		private readonly item: PlainObject,
		private readonly plan: Plan,
	) {
		this.output = new Output(plan);
	}

	run(): PlainObject {
		const { item, plan } = this;
		const keys = Object.keys(item);
		const root = new Frame(item, keys, undefined, '', '', plan.selection.isEverything, false);
		if (!this.rewriteItself(root)) {
			let frame: Frame | undefined = root;
			while (frame !== undefined) frame = this.advance(frame) ?? this.leave(frame);
		}
		this.output.addReport(item, root);
		return root.changedObject ?? item;
	}

	/** The item can itself be a payload item, after a Split Out of Gamanza's raw payload. */
	private rewriteItself(root: Frame): boolean {
		const { item, plan } = this;
		if (root.size > MOST_ITEM_FIELDS) return false;
		const recognised = plan.recogniser.object(item, root.keys, { field: '' });
		if (recognised?.kind !== 'item') return false;
		return rewritePayloadItem(recognised, root, plan, this.output);
	}

	/** Goes on in a frame until its end, or to the next object to go into. */
	private advance(frame: Frame): Frame | undefined {
		const { list, object, keys, isChosen, isSelected, size } = frame;
		const { output, plan } = this;
		const readsScalars = plan.readsScalars || isChosen;
		const hasOwn = plan.suffix !== undefined || plan.report;
		while (frame.next < size) {
			const position = frame.next++;
			const key = list ? position : (keys[position] ?? '');
			const value = list ? list[position] : object?.[key];
			if (hasOwn && output.isOwn(frame, key)) continue;
			if (typeof value === 'object' && value !== null) {
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
		const { output, plan } = this;
		const isSelected = frame.isSelected || plan.selection.has(frame, key);
		let current = value;
		let passed: Set<object> | undefined;
		// What was chosen among several languages can be a localized value itself
		while (passed?.has(current) !== true) {
			const recognised = this.recognise(frame, key, current);
			if (recognised === undefined || recognised.kind === 'item' || !isSelected) {
				const child = this.frameOf(frame, key, current, isSelected, passed !== undefined);
				if (child === undefined) break;
				if (recognised?.kind === 'item') rewritePayloadItem(recognised, child, plan, output);
				return child;
			}
			const plain = plainValue(recognised, { frame, key }, plan);
			if (plain === undefined) break;
			if (plain.object === undefined) {
				output.put(frame, key, plain);
				return undefined;
			}
			output.note(frame, key, plain);
			(passed ??= new Set()).add(current);
			current = plain.object;
		}
		if (current !== value) output.place(frame, key, current);
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
		const plain = plan.readsScalars ? plainOfScalar(value, { frame, key }, plan) : undefined;
		if (plain !== undefined) {
			this.output.put(frame, key, plain);
		} else if (frame.isChosen && typeof value === 'string') {
			const text = plainText(value, plan.html);
			if (text !== value) frame.set(key, text);
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
		if (!isList && (!isPlainObject(value) || isValueWithLabel(value))) return undefined;
		this.ancestors ??= new Set([this.item]);
		if (this.ancestors.has(value)) return undefined;
		this.ancestors.add(value);
		const keys = isList ? [] : Object.keys(value);
		const field = typeof key === 'string' ? key : parent.field;
		const isChosen = isPlainValue || parent.isChosen;
		const frame = new Frame(value, keys, parent, key, field, isSelected, isChosen);
		frame.isPlainValue = isPlainValue;
		return frame;
	}

	/** Hands a frame's result to its parent and goes on there. */
	private leave(frame: Frame): Frame | undefined {
		rewriteFieldsPerLanguage(frame, this.plan, this.output);
		const { parent, key, result } = frame;
		if (parent === undefined) return undefined;
		this.ancestors?.delete(frame.source);
		if (frame.isPlainValue || frame.hasLocalizedElement) this.output.place(parent, key, result);
		else if (frame.isChanged) parent.set(key, result);
		return (frame.isChanged && this.localizeEmerged(frame, parent)) || parent;
	}

	/** What has become plain can make a localized value of what is around it; that is to go, too. */
	private localizeEmerged(frame: Frame, parent: Frame): Frame | undefined {
		const { output, plan } = this;
		const { key, result, isSelected } = frame;
		if (plan.suffix !== undefined) return undefined;
		const recognised = this.recognise(parent, key, result);
		if (recognised === undefined) return undefined;
		if (recognised.kind !== 'item') {
			return isSelected ? this.localizeObject(parent, key, result) : undefined;
		}
		if (recognised.content.kind !== 'text' && recognised.content.kind !== 'code') return undefined;
		const child = this.frameOf(parent, key, result, isSelected, false);
		return child && rewritePayloadItem(recognised, child, plan, output) ? child : undefined;
	}
}

/** An enum put out with its value and label: its value is a code and stays one. */
function isValueWithLabel(object: PlainObject): boolean {
	const { value, label } = object;
	if (typeof label !== 'string' || value === undefined || typeof value === 'object') return false;
	return Object.keys(object).length === 2;
}
