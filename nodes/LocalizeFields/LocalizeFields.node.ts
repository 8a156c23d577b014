import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { ItemLocalizer } from './item-localizer';
import { hintsOf } from './hints';
import { inputOf } from './input';
import { localizeFieldsError } from './localize-fields-error';
import { parameters } from './parameters';
import { propertiesOf } from '../parameter';

export class LocalizeFields implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Localize Fields',
		name: 'localizeFields',
		icon: {
			light: 'file:../../icons/localize-fields.svg',
			dark: 'file:../../icons/localize-fields.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ "to " + $parameter["language"] }}',
		description: 'Turn texts in many languages and coded values into plain text in one language',
		defaults: { name: 'Localize Fields' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: propertiesOf(parameters),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output: INodeExecutionData[] = [];
		const localizer = new ItemLocalizer(this);
		for (const [index, item] of inputOf(this).entries()) {
			const pairedItem = { item: index };
			try {
				const json = localizer.localize(item.json, index) as IDataObject;
				// A spread takes several times as long
				output.push(Object.assign({}, item, { json, pairedItem }));
			} catch (error) {
				const nodeError = localizeFieldsError(this.getNode(), error, index);
				if (!this.continueOnFail()) throw nodeError;
				output.push({ json: { error: nodeError.message }, pairedItem });
			}
		}
		if (output.length > 0) this.addExecutionHints(...hintsOf(this, localizer.notes));
		return [output];
	}
}
