import { exactNumber } from '../../json/exact-values';
import { isJsonObject, mapMembers, type JsonObject } from '../../json/object';
import type {
	CodedValue,
	FieldList,
	ListedField,
	LocalizedShapes,
	LocalizedText,
} from '../localized-value';
import { isTranslations, items } from './fields';
import labels from './labels.json';
import { isItem, type PayloadItem } from './payload';

/** Documented items whose value is a text in several languages, of which the list may be empty. */
const TRANSLATED: ReadonlySet<string> = new Set(
	Object.entries(items).flatMap(([key, type]) => (isTranslations(type) ? [key] : [])),
);

const TRANSLATIONS = ['languages'];
const TRANSLATION = ['language', 'value'];
const CHOICE = ['key', 'type', 'value', 'displayValue', 'options'];

/** `{ "languages": [{ "language": "EN", "value": "Ship" }] }`; codes come in any case. */
function translations(value: unknown, field: string): LocalizedText | undefined {
	if (!isJsonObject(value) || !hasOnly(value, TRANSLATIONS)) return undefined;
	const { languages } = value;
	if (!Array.isArray(languages) || !languages.every(isTranslation)) return undefined;
	return {
		kind: 'text',
		entries: languages,
		languageField: 'language',
		textField: 'value',
		isDocumented: TRANSLATED.has(field),
	};
}

function isTranslation(entry: unknown): boolean {
	if (entry === null) return true;
	if (!isJsonObject(entry) || !hasOnly(entry, TRANSLATION)) return false;
	const { language, value = null } = entry;
	return typeof language === 'string' && (value === null || typeof value === 'string');
}

/**
 * `{ "type": "enum", "value": "shipped", "displayValue": "Shipped", "options": […] }`, of which only
 * the value is always there. In an option `value` is the code and `key` its label; where options are
 * plain texts and nothing has a label, it is a setting of some other product.
 */
function choice(object: JsonObject): CodedValue | undefined {
	const { type, value, displayValue, options = [] } = object;
	if (type !== 'enum' || !isCode(value) || !hasOnly(object, CHOICE)) return undefined;
	if (isFilled(displayValue)) return coded(value, displayValue);
	if (!Array.isArray(options) || (options.length > 0 && !isJsonObject(options[0]))) {
		return undefined;
	}
	return coded(value, labelIn(options, value));
}

function coded(value: unknown, label: unknown): CodedValue {
	return { kind: 'code', value, label, documented: labels };
}

function labelIn(options: readonly unknown[], value: unknown): unknown {
	const isChosen = (option: JsonObject) => option.value === value && isFilled(option.key);
	return options.filter(isJsonObject).find(isChosen)?.key;
}

function isCode(value: unknown): boolean {
	return isFilled(value) || typeof value === 'number' || typeof value === 'boolean';
}

function isFilled(text: unknown): boolean {
	return typeof text === 'string' && text.trim() !== '';
}

function hasOnly(object: JsonObject, members: readonly string[]): boolean {
	for (const name in object) if (!members.includes(name)) return false;
	return true;
}

/** Numbers and dates are sent as text; their type says what they are. */
function contentOf(item: PayloadItem): ListedField['content'] | undefined {
	const { key, type, value } = item;
	switch (type) {
		case 'i18n':
			return translations(value, key);
		case 'enum':
			return choice(item);
		case 'number':
			return { kind: 'scalar', value: exactNumber(value) };
		case 'string':
		case 'date':
			return { kind: 'scalar', value };
		default:
			return undefined;
	}
}

/** A plain item stays one of the vendor's grammar: its type becomes that of a text. */
const payload: FieldList = {
	kind: 'fields',
	read: (element) => {
		const content = isItem(element) ? contentOf(element) : undefined;
		return content && { name: (element as PayloadItem).key, member: 'value', content };
	},
	write: (item, plain) =>
		mapMembers(item, (name, value) => {
			if (name === 'value') return plain;
			if (name === 'type' && typeof plain === 'string') return 'string';
			return name === 'displayValue' || name === 'options' ? undefined : value;
		}),
};

/**
 * The values of Gamanza Engage, flattened or as sent.
 *
 * @see https://docs.gamanzaengage.com/docs/webhooks/webhook-events
 */
export const localizedShapes: LocalizedShapes = {
	object: (object, field) =>
		// With a key it is an item of a payload, if anything
		translations(object, field) ?? ('key' in object ? undefined : choice(object)),
	list: (list) => (list.some((element) => payload.read(element)) ? payload : undefined),
};
