import { isPlainObject, type PlainObject } from '../json/object';
import type { FieldList } from '../vendors/localized-value';
import { Draft } from './draft';
import { fieldGroups } from './field-groups';
import { plainText } from './html/plain-text';
import { mergedRows } from './shapes/merged-rows';
import { Place } from './place';
import { isValueWithLabel, plainOfScalar, plainValue, type PlainValue } from './plain-value';
import type { Plan } from './plan';
import { isFromEarlier, Report } from './report';
import type { FieldGroup, LocalizedValue } from './shapes/shape';
import { isTranslation } from './shapes/translation';

/** n8n's own nodes break at about 1,000. */
const DEEPEST = 500;

/** What a value becomes. */
interface Change {
	readonly value: unknown;
	/** Whether it is plain in the place of a localized one, and not what that stands in. */
	readonly isPlain: boolean;
}

/** One walk through one item. */
export class Walk {
	private readonly report: Report | undefined;

	/** The objects and lists that the walk is in: data can contain themselves. */
	private readonly ancestors: unknown[] = [];

	constructor(private readonly plan: Plan) {
		this.report = plan.report ? new Report() : undefined;
	}

	run(item: PlainObject): PlainObject {
		this.ancestors.push(item);
		const draft = new Draft(this.asListed(item) ?? this.object(item, undefined));
		this.report?.addTo(draft);
		return draft.result;
	}

	/** The item can itself be an element of a list of fields, after a Split Out. */
	private asListed(item: PlainObject): PlainObject | undefined {
		const fields = this.plan.recogniser.fieldList([item]);
		const listed = fields && this.listedField(fields, item, undefined)?.value;
		return isPlainObject(listed) ? listed : undefined;
	}

	/** An object with what is in it made plain. */
	private object(object: PlainObject, place: Place | undefined): PlainObject {
		const { plan } = this;
		const draft = new Draft(object);
		const readsScalars = plan.readsScalars || place?.isChosen === true;
		const rows = plan.mergeRows ? mergedRows(object) : [];
		const rowFields = rows.length > 0 ? new Set(rows.flatMap(({ fields }) => fields)) : undefined;
		for (const key of Object.keys(object)) {
			const value = object[key];
			if (typeof value !== 'object' ? !readsScalars : value === null) continue;
			if (rowFields?.has(key) || isFromEarlier(key, value, place, plan)) continue;
			const here = plan.selection.placeOf(key, place, object);
			this.put(draft, here, this.change(value, here));
		}
		const groups = rows.concat(fieldGroups(draft.result, plan.shapes));
		if (groups.length > 0) this.merge(groups, draft, place);
		return draft.result;
	}

	/** Makes one field of those that hold one text in several languages. */
	private merge(groups: readonly FieldGroup[], draft: Draft, place: Place | undefined): void {
		const { selection, suffix } = this.plan;
		const staying = new Set<string>();
		for (const { base, fields, text } of groups) {
			const here = selection.placeOf(base, place, draft.result);
			const change = here.isSelected ? this.plain(text, here) : undefined;
			if (change === undefined) for (const field of fields) staying.add(field);
			this.put(draft, here, change);
		}
		if (suffix !== undefined) return;
		for (const { fields } of groups) {
			for (const field of fields) if (!staying.has(field)) draft.remove(field);
		}
	}

	/** Puts what a field has become in its place or, if so set, in a field beside it. */
	private put(draft: Draft, { key, isChosen }: Place, change: Change | undefined): void {
		const { suffix } = this.plan;
		if (change === undefined) return;
		if (change.isPlain && suffix !== undefined && !isChosen) draft.add(key + suffix, change.value);
		else draft.set(String(key), change.value);
	}

	/** A list with what is in it made plain; undefined if nothing changes. */
	private list(
		list: readonly unknown[],
		place: Place,
		fields: FieldList | undefined,
	): Change | undefined {
		let copy: unknown[] | undefined;
		let isPlain = false;
		for (const [position, element] of list.entries()) {
			const here = this.plan.selection.placeOf(position, place);
			const listed = fields && this.listedField(fields, element, here);
			const change = listed ?? this.change(element, here);
			if (change === undefined || change.value === element) continue;
			(copy ??= list.slice())[position] = change.value;
			isPlain ||= change.isPlain;
		}
		return copy && { value: copy, isPlain };
	}

	/** What an element becomes that is a selected field; undefined for others. */
	private listedField(
		fields: FieldList,
		element: unknown,
		place: Place | undefined,
	): Change | undefined {
		const { plan } = this;
		const field = fields.read(element);
		if (field === undefined || !isPlainObject(element)) return undefined;
		const { name, member, content } = field;
		const isSelected = plan.selection.hasName(name) || place?.isSelected === true;
		if (content.kind !== 'scalar' && !(isSelected && isTranslation(content))) return undefined;
		const here = new Place(place, member, element, isSelected, place?.isChosen === true, name);
		const plain = plainValue(content, here, plan);
		if (plain === undefined) return { value: element, isPlain: false };
		const { value } = this.noted(plain, here);
		if (plan.suffix === undefined) return { value: fields.write(element, value), isPlain: false };
		const draft = new Draft(element);
		draft.add(member + plan.suffix, value);
		return { value: draft.result, isPlain: false };
	}

	/** What a value becomes; undefined if it stays as it is. */
	private change(value: unknown, place: Place): Change | undefined {
		if (typeof value !== 'object' || value === null) return this.scalar(value, place);
		if (this.ancestors.length > DEEPEST || this.ancestors.includes(value)) return undefined;
		this.ancestors.push(value);
		const change = this.localized(value, place);
		this.ancestors.pop();
		return change;
	}

	private localized(value: object, place: Place): Change | undefined {
		const { recogniser, suffix } = this.plan;
		const recognised = recogniser.recognise(value, place);
		if (recognised !== undefined && recognised.kind !== 'fields' && place.isSelected) {
			return this.plain(recognised, place);
		}
		const fields = recognised?.kind === 'fields' ? recognised : undefined;
		const change = this.contents(value, place, fields);
		if (change === undefined || suffix !== undefined) {
			this.plan.notes.leave(value, place, this.plan.shapes);
			return change;
		}
		// What has become plain can make a localized value of what it is in
		const emerged = recogniser.recognise(change.value as object, place);
		if (emerged?.kind === 'fields') {
			return fields ? change : (this.contents(change.value as object, place, emerged) ?? change);
		}
		return (emerged && place.isSelected && this.plain(emerged, place)) || change;
	}

	private contents(value: object, place: Place, fields?: FieldList): Change | undefined {
		if (Array.isArray(value)) return this.list(value, place, fields);
		if (!isPlainObject(value) || isValueWithLabel(value)) return undefined;
		const object = this.object(value, place);
		return object === value ? undefined : { value: object, isPlain: false };
	}

	private plain(localized: LocalizedValue, place: Place): Change | undefined {
		const plain = plainValue(localized, place, this.plan);
		return plain && this.noted(plain, place);
	}

	/** What was chosen among several languages can have localized values in it, or be one itself. */
	private noted({ value, language, rank, isText }: PlainValue, place: Place): Change {
		const { html, preference } = this.plan;
		this.report?.add(String(place), {
			language,
			fallback: preference.isFallback(rank),
			differs: preference.differenceOf(language, rank),
		});
		if (!isText) return { value, isPlain: true };
		if (typeof value === 'string') return { value: plainText(value, html), isPlain: true };
		const { parent, key, owner, name } = place;
		const inner = this.change(value, new Place(parent, key, owner, true, true, name));
		return { value: inner === undefined ? value : inner.value, isPlain: true };
	}

	private scalar(value: unknown, place: Place): Change | undefined {
		const { plan } = this;
		const plain = plan.readsScalars ? plainOfScalar(value, place, plan) : undefined;
		if (plain !== undefined) return this.noted(plain, place);
		if (!place.isChosen || typeof value !== 'string') return undefined;
		const text = plainText(value, plan.html);
		return text === value ? undefined : { value: text, isPlain: false };
	}
}
