import { exactBoolean, exactNumber, isoDate } from '../../json/exact-values';
import {
	isJsonObject,
	mapMembers,
	setOwn,
	type JsonObject,
	type ReplaceMember,
} from '../../json/object';
import type { EmitField } from '../vendor';

/**
 * One element of a payload: `{"key":"CurrentLevel","type":"number","value":"14"}`. An enum also has
 * a `displayValue` and `options`.
 *
 * @see https://docs.gamanzaengage.com/docs/webhooks/webhook-events
 */
export type PayloadItem = JsonObject & { readonly key: string };

export function isItem(value: unknown): value is PayloadItem {
	return (
		isJsonObject(value) &&
		typeof value.key === 'string' &&
		value.key !== '' &&
		value.value !== undefined
	);
}

/** The first item with such a key. */
export function findItem(
	payload: unknown,
	isWanted: (key: string) => boolean,
): PayloadItem | undefined {
	if (!Array.isArray(payload)) return undefined;
	for (const item of payload as readonly unknown[]) {
		if (isItem(item) && isWanted(item.key)) return item;
	}
	return undefined;
}

/** Hands on the event's fields, with one field for each item in the place of the payload. */
export function forEachField(event: JsonObject, emit: EmitField): void {
	for (const name of Object.keys(event)) {
		const value = event[name];
		if (name === 'payload' && Array.isArray(value)) emitItems(value, emit);
		else emit(name, value);
	}
}

function emitItems(payload: readonly unknown[], emit: EmitField): void {
	let unnamed: unknown[] | undefined;
	for (const item of payload) {
		if (isItem(item)) emitItem(item, emit);
		else (unnamed ??= []).push(item);
	}
	if (unnamed) emit('payload', unnamed);
}

function emitItem(item: PayloadItem, emit: EmitField): void {
	const { key, type, value, ...others } = item;
	switch (type) {
		case 'string':
			emit(key, value);
			break;
		case 'number':
			emit(key, exactNumber(value));
			break;
		case 'boolean':
			emit(key, exactBoolean(value));
			break;
		case 'date':
			emit(key, isoDate(value));
			break;
		case 'i18n':
			emit(key, value, true);
			break;
		case 'enum':
			emitChoice(item, emit);
			return;
		default:
			emit(key, value);
			if (type !== undefined) setOwn(others, 'type', type);
	}
	// Whatever else an item has is a group of fields beside it, its type too where that is a new one.
	if (Object.keys(others).length > 0) emit(key, others);
}

/** An enum item is one field, without its key, which is the field's name. */
function emitChoice({ key, ...choice }: PayloadItem, emit: EmitField): void {
	emit(key, choice, true);
}

/** A copy of the event with `replace` applied to its members and to the items of its payload. */
export function mapFields(event: JsonObject, replace: ReplaceMember): JsonObject {
	return mapMembers(event, (name, value) =>
		name === 'payload' && Array.isArray(value)
			? value.flatMap((item: unknown) => mapItem(item, replace))
			: replace(name, value),
	);
}

/** The item as a list: empty where its value is to be left out. */
function mapItem(item: unknown, replace: ReplaceMember): readonly unknown[] {
	if (!isItem(item)) return [item];
	const mapped = mapMembers(item, (name, value) =>
		name === 'key' || name === 'type' ? value : replace(item.key, value),
	);
	return mapped.value === undefined ? [] : [mapped];
}
