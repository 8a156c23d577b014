import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import type { ReceiveSettings } from '../../delivery/receive';
import type { CatalogueEvent, Vendor } from '../../vendors/vendor';
import {
	choices,
	stepsNotice,
	propertiesOf,
	readParameters,
	withPlaceholder,
	type Parameter,
	type ValuesOf,
} from '../parameter';
import {
	bySharedSecret,
	bySignature,
	credentialsPlace,
	unauthenticatedNotice,
} from './authentication';
import { eventChoices } from './event-choices';
import { conditionsLike, conditionsMatch, type ConditionPlaceholders } from './conditions';
import { isFilledIn, optionsOf, optionsProperty } from './options';
import { output } from './output';
import { testEvent } from './test-event';

type Authentication = ReturnType<ReturnType<typeof bySignature | typeof bySharedSecret>['read']>;

/** What the user has set on a trigger. */
export type TriggerSettings = ReceiveSettings &
	ValuesOf<ReturnType<typeof optionsOf>> & {
		readonly authentication: Authentication;
		readonly testEvent: CatalogueEvent | undefined;
	};

/** By option; what is not known of a vendor is left out. */
interface Placeholders {
	readonly otherEvents: string;
	readonly eventIdField?: string;
	readonly playerIdField?: string;
	readonly condition: ConditionPlaceholders;
}

/** What the triggers of all vendors have in common, and what is this vendor's own. */
export interface TriggerDefinition<V extends Vendor = Vendor> {
	readonly vendor: V;
	/** Which events the vendor sends, and what becomes of those that are not chosen. */
	readonly triggerOn: string;
	/** The steps that connect the vendor, in its own words, for who has no credential yet. */
	readonly steps: readonly string[];
	/** Names and values as the vendor sends them: what a text field shows while it is empty. */
	readonly placeholders: Placeholders;
	/** Whether the catalogue has amounts in the smallest unit of a currency. */
	readonly hasAmounts?: boolean;
	/** Those of the filters that are no options, but parameters of their own below Trigger On. */
	readonly mainFilters?: ReadonlyArray<keyof V['filters']>;
	/** A parameter for each of the vendor's filters; one that reads as an empty list lets all pass. */
	readonly filters: { readonly [Name in keyof V['filters']]: Parameter<readonly string[]> };
}

/** A vendor's trigger in n8n: its parameters, and how they are read. */
export interface Trigger {
	readonly vendor: Vendor;
	readonly properties: INodeProperties[];
	readonly readSettings: (
		context: Pick<IWebhookFunctions, 'getNode' | 'getNodeParameter' | 'getTimezone'>,
	) => TriggerSettings;
}

export function defineTrigger<V extends Vendor>(definition: TriggerDefinition<V>): Trigger {
	const {
		vendor,
		triggerOn,
		steps,
		placeholders,
		hasAmounts = false,
		mainFilters = [],
	} = definition;
	const filters: Readonly<Record<string, Parameter<readonly string[]>>> = definition.filters;
	const isSigned = vendor.authentication.kind === 'signature';
	const commonOptions = optionsOf(vendor);
	const { timestampTolerance, amounts, ...optionsOfAll } = commonOptions;
	const { otherEvents, eventIdField, playerIdField } = optionsOfAll;
	const isMain = ([name]: readonly [string, unknown]) => mainFilters.some((main) => main === name);
	const ownParameters = Object.fromEntries(Object.entries(filters).filter(isMain));
	const ownOptions = Object.fromEntries(Object.entries(filters).filter((entry) => !isMain(entry)));
	const main = {
		events: choices({
			displayName: 'Trigger On',
			required: true,
			default: [],
			description: `The events that start the workflow. ${triggerOn}`,
			options: eventChoices(vendor),
		}),
		testEvent: testEvent(vendor),
		authentication: isSigned ? bySignature(vendor.displayName) : bySharedSecret(vendor.displayName),
		conditions: conditionsLike(placeholders.condition),
		conditionsMatch,
		output,
	};
	const { events, testEvent: sample, authentication, conditions } = main;
	return {
		vendor,
		properties: propertiesOf({
			events,
			testEvent: sample,
			...ownParameters,
			connectNotice: stepsNotice(`To connect ${vendor.displayName}, in this order:`, steps),
			authentication,
			credentials: credentialsPlace,
			unauthenticatedNotice,
			conditions,
			conditionsMatch,
			output,
			options: optionsProperty({
				...optionsOfAll,
				otherEvents: withPlaceholder(otherEvents, placeholders.otherEvents),
				eventIdField: withPlaceholder(eventIdField, placeholders.eventIdField),
				playerIdField: withPlaceholder(playerIdField, placeholders.playerIdField),
				...ownOptions,
				...(hasAmounts && { amounts }),
				...(isSigned && { timestampTolerance }),
			}),
		}),
		readSettings(context) {
			// Null for a parameter that is not shown, which n8n does not keep.
			const valueOf = (name: string): unknown => context.getNodeParameter(name, null);
			const {
				events,
				conditions: rows,
				conditionsMatch: match,
				...read
			} = readParameters(main, valueOf);
			const set = context.getNodeParameter('options', {}) as Readonly<Record<string, unknown>>;
			const options = readParameters(commonOptions, (name) => set[name]);
			const values = {
				...readParameters(ownParameters, valueOf),
				...readParameters(ownOptions, (name) => set[name]),
			};
			const isForListed = isFilledIn(context.getNode().parameters, 'ipAllowlist');
			return {
				...options,
				// One that comes to nothing names nobody, and so allows nobody.
				ipAllowlist: options.ipAllowlist ?? (isForListed ? [] : undefined),
				...read,
				conditions: { rows, match, timeZone: context.getTimezone() },
				selection: {
					events,
					otherEvents: options.otherEvents,
					filters: Object.entries(vendor.filters).map(([option, filter]) => ({
						option,
						valueOf: filter,
						values: values[option] ?? [],
					})),
				},
			};
		},
	};
}
