import { isJsonObject } from '../../json/object';
import {
	propertiesOf,
	readParameters,
	type Parameter,
	type Parameters,
	type ValuesOf,
} from '../parameter';

/** Rows of a collection, each with the same parameters. */
export function rows<P extends Parameters>(
	shown: { displayName: string; placeholder: string; description: string },
	rowName: string,
	parameters: P,
): Parameter<Array<ValuesOf<P>>> {
	return {
		property: {
			...shown,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [{ displayName: rowName, name: 'values', values: propertiesOf(parameters) }],
		},
		read(set) {
			const values: unknown = isJsonObject(set) ? set.values : undefined;
			return (Array.isArray(values) ? values : []).map((row: unknown) =>
				readParameters(parameters, (name) => (isJsonObject(row) ? row[name] : undefined)),
			);
		},
	};
}
