import type { IExecuteFunctions } from 'n8n-workflow';

import type { PlainObject } from '../../json/object';
import { createLocalizer, type Localize } from '../../localization/create-localizer';
import { Notes } from '../../localization/notes';
import { VendorValues } from '../../localization/vendor-values';
import { vendors } from '../../vendors';
import { readSettings } from './read-settings';

const vendorValues = new VendorValues(vendors);

/**
 * Localizes one item after the other as the node's parameters say. To read a parameter costs n8n more
 * than to localize an item, so those that no expression can change are read once.
 */
export class ItemLocalizer {
	readonly notes = new Notes();

	private readonly settingsVary: boolean;

	private readonly languageVaries: boolean;

	private language: unknown;

	private settings = '';

	private localizer: Localize | undefined;

	constructor(private readonly context: IExecuteFunctions) {
		const { language, ...settings } = context.getNode().parameters;
		this.languageVaries = hasExpression(language);
		this.settingsVary = hasExpression(settings);
	}

	/**
	 * @throws LocalizationError if a text is missing and the user has chosen an error for that
	 * @throws RangeError if the time zone is unknown
	 */
	localize(item: PlainObject, index: number): PlainObject {
		const isFirst = this.localizer === undefined;
		if (isFirst || this.languageVaries) {
			this.language = this.context.getNodeParameter('language', index, '');
		}
		const localize =
			this.localizer === undefined || this.settingsVary
				? this.readLocalizer(index)
				: this.localizer;
		return localize(item, this.language);
	}

	/** The localizer of an item's settings, the last one while they are equal. */
	private readLocalizer(index: number): Localize {
		const settings = readSettings(this.context, index);
		const key = JSON.stringify(settings);
		if (this.localizer === undefined || key !== this.settings) {
			this.localizer = createLocalizer(settings, vendorValues, this.notes);
			this.settings = key;
		}
		return this.localizer;
	}
}

/** Whether an expression, which begins with `=`, is anywhere in a parameter. */
function hasExpression(parameter: unknown): boolean {
	return JSON.stringify(parameter)?.includes('"=') === true;
}
