import { createLocalizer } from '../../localization/create-localizer';
import { LOCALIZE_SETTINGS } from '../../host/without-n8n.mjs';
import type { LocalizeSettings } from '../../localization/settings';
import { VendorValues } from '../../localization/vendor-values';
import type { PlainObject } from '../../json/object';
import { vendors } from '../../vendors';

/** What a user sets, with the language of one item. */
export type Wish = LocalizeSettings & { readonly language: unknown };

export const vendorValues = new VendorValues(vendors);

export const { shapes: DEFAULT_SHAPES } = LOCALIZE_SETTINGS;

/** The node's defaults with some settings of a test. */
export function settings(changes: Partial<Wish> = {}): Wish {
	return { ...LOCALIZE_SETTINGS, language: 'en', ...changes };
}

/** What one item becomes. */
export function localize(item: PlainObject, wish: Wish): PlainObject {
	return createLocalizer(wish, vendorValues)(item, wish.language);
}

/** What one field with a value becomes. */
export function localized(value: unknown, changes: Partial<Wish> = {}): unknown {
	return localize({ field: value }, settings(changes)).field;
}
