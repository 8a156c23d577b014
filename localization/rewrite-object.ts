import type { Frame } from './frame';
import type { Output } from './output';
import { plainValue } from './plain-value';
import type { Plan } from './plan';
import { fieldsPerLanguage } from './shapes/language-in-field-name';
import type { PayloadItem } from './shapes/shape';

/**
 * Makes an item of Gamanza's raw payload plain. It stays an item of the vendor's grammar: its value
 * becomes the text, and its type that of a text. Tells whether there was anything to do.
 *
 * @throws LocalizationError if the text is missing and the settings say so
 */
export function rewritePayloadItem(
	{ name, content }: PayloadItem,
	frame: Frame,
	plan: Plan,
	output: Output,
): boolean {
	if (!frame.isSelected && !plan.selection.hasName(name)) return false;
	const plain = plainValue(content, { frame, key: 'value', name }, plan);
	if (plain === undefined) return false;
	output.put(frame, 'value', plain);
	if (plan.suffix === undefined) {
		frame.remove('displayValue');
		frame.remove('options');
		if (typeof plain.value === 'string') frame.set('type', 'string');
	}
	frame.next = frame.size;
	return true;
}

/**
 * Makes one field of those that differ only in a language in their name.
 *
 * @throws LocalizationError if a text is missing and the settings say so
 */
export function rewriteFieldsPerLanguage(frame: Frame, plan: Plan, output: Output): void {
	const object = frame.changedObject ?? frame.object;
	if (!plan.readsFieldNames || object === undefined) return;
	for (const { base, fields, text } of fieldsPerLanguage(object)) {
		if (!frame.isSelected && !plan.selection.has(frame, base)) continue;
		const plain = plainValue(text, { frame, key: base }, plan);
		if (plain === undefined) continue;
		output.put(frame, base, plain);
		if (plan.suffix === undefined) for (const field of fields) frame.remove(field);
	}
}
