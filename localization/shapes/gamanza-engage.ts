import { isObject, isPlainObject, type PlainObject } from '../../json/object';
import type {
	CodedValue,
	LocalizedText,
	ObjectShape,
	PayloadItem,
	Place,
	TypedText,
} from './shape';

/**
 * Gamanza Engage's values: an i18n value, an enum, and the raw payload items that hold one.
 * `languages` may be empty, its codes come in any case, and `displayValue` is in one language.
 *
 * @see https://docs.gamanzaengage.com/docs/webhooks/webhook-events
 */
export const GAMANZA_ENGAGE: readonly ObjectShape[] = [
	{
		family: 'gamanza',
		name: 'i18n value',
		signs: ['languages'],
		recognise: (object, keys) => (keys.length === 1 ? i18nValue(object) : undefined),
	},
	{
		family: 'gamanza',
		name: 'enum, or payload item of type i18n or enum',
		signs: ['type'],
		recognise: enumOrItem,
	},
];

function enumOrItem(
	object: PlainObject,
	_keys: readonly string[],
	{ field }: Place,
): CodedValue | PayloadItem | undefined {
	const { type, key, value } = object;
	if (type === 'enum') {
		const code = enumValue(object);
		// At the top it stays an object, as an n8n item is one
		const name = typeof key === 'string' ? key : field === '' ? '' : undefined;
		return code === undefined || name === undefined ? code : { kind: 'item', name, content: code };
	}
	if (typeof key !== 'string') return undefined;
	const content = type === 'i18n' ? i18nIn(value) : typedText(type, value);
	return content && { kind: 'item', name: key, content };
}

function i18nIn(value: unknown): LocalizedText | undefined {
	return isPlainObject(value) && Object.keys(value).length === 1 ? i18nValue(value) : undefined;
}

function i18nValue({ languages }: PlainObject): LocalizedText | undefined {
	if (!Array.isArray(languages)) return undefined;
	// [null] is still a list of texts with none in it, ["en", "de"] is a list of languages
	const first: unknown = languages.find((entry) => entry !== null);
	if (first !== undefined && !(isObject(first) && 'language' in first)) return undefined;
	return { kind: 'text', entries: languages, languageField: 'language', textField: 'value' };
}

function enumValue(object: PlainObject): CodedValue | undefined {
	const { value, displayValue, options } = object;
	const known = Array.isArray(options) ? options : [];
	if (!Array.isArray(options) && typeof displayValue !== 'string') return undefined;
	if (typeof value === 'object' && value !== null) return undefined;
	return {
		kind: 'code',
		value,
		label: isFilled(displayValue) ? displayValue : optionLabel(known, value),
		builtIn: true,
	};
}

/** In an option `value` is the code and `key` its label. */
function optionLabel(options: readonly unknown[], value: unknown): unknown {
	for (const option of options) {
		if (isPlainObject(option) && option.value === value && isFilled(option.key)) return option.key;
	}
	return undefined;
}

function isFilled(label: unknown): boolean {
	return typeof label === 'string' && label.trim() !== '';
}

function typedText(type: unknown, value: unknown): TypedText | undefined {
	if (type !== 'number' && type !== 'date' && type !== 'string') return undefined;
	return typeof value === 'string' ? { kind: type, text: value } : undefined;
}
