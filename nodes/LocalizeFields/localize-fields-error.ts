import { NodeOperationError, type INode } from 'n8n-workflow';

import { LocalizationError } from '../../localization/localization-error';

/** What n8n shows of an item that could not be localized: what happened, where, and what to do. */
export function localizeFieldsError(
	node: INode,
	error: unknown,
	itemIndex: number,
): NodeOperationError {
	if (error instanceof LocalizationError) {
		return new NodeOperationError(node, error.message, {
			itemIndex,
			description:
				'Add one of its languages to Fallback Languages, or choose what else to do under When a Text Is Missing.',
		});
	}
	if (error instanceof RangeError) {
		return new NodeOperationError(node, error.message, {
			itemIndex,
			description: 'Check Options > Time Zone. It takes names such as Europe/Zurich.',
		});
	}
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		itemIndex,
	});
}
