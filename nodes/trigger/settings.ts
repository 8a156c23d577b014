import type { IWebhookFunctions } from 'n8n-workflow';

import type { Vendor } from '../../vendors/vendor';
import type { ReceiveSettings } from '../../delivery/receive';

const DEFAULT_TOLERANCE_SECONDS = 1200;

export interface TriggerSettings extends ReceiveSettings {
	readonly authentication: 'none' | 'signature' | 'header' | 'query';
	/** Age and skew allowed for a signed delivery, in seconds; 0 allows any. */
	readonly timestampTolerance: number;
	readonly dropDuplicates: boolean;
}

/** Reads what the user has set on a trigger; what an expression makes of it may be anything. */
export function readSettings(
	context: Pick<IWebhookFunctions, 'getNodeParameter'>,
	vendor: Vendor,
): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as Record<string, unknown>;
	return {
		authentication: oneOf(
			context.getNodeParameter('authentication'),
			vendor.authentication.kind === 'signature'
				? (['signature', 'none'] as const)
				: (['header', 'query', 'none'] as const),
		),
		output: oneOf(context.getNodeParameter('output'), ['flattened', 'cloudEvents', 'asSent']),
		selection: {
			events: listOf(context.getNodeParameter('events')),
			otherEvents: listOf(options.otherEvents),
			filters: vendor.filters.map((filter) => ({
				filter,
				values: listOf(options[filter.option]).filter((value) => value !== 'any'),
			})),
		},
		separator: typeof options.separator === 'string' ? options.separator : '_',
		timestampTolerance: toleranceOf(options.timestampTolerance),
		dropDuplicates: options.dropDuplicates !== false,
		ipAllowlist: allowlistOf(options.ipAllowlist),
		checkAgainstCatalogue: options.checkAgainstCatalogue === true,
		personalData: oneOf(options.personalData, ['keep', 'mask', 'remove']),
		includeOriginal: options.includeOriginal === true,
		includeHeaders: options.includeHeaders === true,
	};
}

function toleranceOf(value: unknown): number {
	const seconds = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	return typeof seconds === 'number' && seconds >= 0 ? seconds : DEFAULT_TOLERANCE_SECONDS;
}

/** What is neither a list nor text, such as the null of an expression, must not allow everybody. */
function allowlistOf(value: unknown): string[] {
	if (value === undefined || value === '') return [];
	if (typeof value === 'string') return listOf(value.split(/[\s,;]+/));
	return Array.isArray(value) && value.length > 0 ? listOf(value) : [String(value)];
}

/** The value if it is one of the choices, else the first of them. */
function oneOf<T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
	return choices.find((choice) => choice === value) ?? choices[0];
}

/** A list of texts, or one text with commas between them. */
function listOf(value: unknown): string[] {
	const entries: unknown[] = typeof value === 'string' ? value.split(',') : asList(value);
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

function asList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
