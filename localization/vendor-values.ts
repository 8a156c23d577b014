import type { LabelSets } from '../vendors/label-sets';
import type { LocalizedShapes } from '../vendors/localized-value';
import { BuiltInLabels } from './enums/built-in-labels';

/** What is known of the values that the package's vendors send, made ready for use. */
export class VendorValues {
	readonly labels: BuiltInLabels;

	readonly shapes: readonly LocalizedShapes[];

	readonly timeFields: ReadonlySet<string>;

	constructor(
		vendors: readonly {
			readonly labels?: LabelSets;
			readonly localizedShapes?: LocalizedShapes;
			readonly timeFields?: readonly string[];
		}[],
	) {
		this.labels = new BuiltInLabels(vendors.map(({ labels = {} }) => labels));
		this.shapes = vendors.flatMap(({ localizedShapes = [] }) => localizedShapes);
		this.timeFields = new Set(vendors.flatMap(({ timeFields = [] }) => timeFields));
	}
}
