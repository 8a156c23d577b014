import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { isPlainObject } from '../../json/object';

/** The items that come in; as a tool, what the model hands over in the place of them. */
export function inputOf(context: IExecuteFunctions): Array<{ json: IDataObject }> {
	const data: unknown = context.getNodeParameter('data', 0, '');
	if (data === '') return context.getInputData();
	const parsed = typeof data === 'string' ? parse(data) : data;
	const objects: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
	if (!objects.every(isPlainObject)) {
		throw new NodeOperationError(context.getNode(), 'The data to localize are no JSON object', {
			description: 'Hand over an object, or a list of objects, as JSON.',
		});
	}
	return objects.map((json) => ({ json: json as IDataObject }));
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
