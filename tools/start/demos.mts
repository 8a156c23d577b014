import { examplesOf } from '../../host/vendor-examples.mjs';
import { inOneDelivery, SETUPS, type VendorSetup } from '../../host/vendor-setup.mjs';

/** A vendor in the demo: how it is set up, and what is sent to it. */
export interface Demo extends VendorSetup {
	readonly deliveries: readonly DemoDelivery[];
}

export interface DemoDelivery {
	readonly title: string;
	/** The request's body before it is written as JSON. */
	readonly body: unknown;
	/** The `eventType` of each item that has to come out, in this order. */
	readonly eventTypes: readonly string[];
}

export const DEMOS: readonly Demo[] = SETUPS.map((setup) => ({
	...setup,
	deliveries: deliveriesOf(setup),
}));

/** Each example of the vendor's pages; where several events fit into one delivery, those in one. */
function deliveriesOf({ vendor }: VendorSetup): DemoDelivery[] {
	const [first, ...others] = examplesOf(vendor);
	if (first === undefined) {
		const [row] = vendor.catalogue;
		const body = vendor.sampleDelivery(row!);
		return [{ title: row!.title, body, eventTypes: [row!.name] }];
	}
	const alone = vendor.wrapper === undefined ? [first, ...others] : [first];
	const together = vendor.wrapper === undefined ? [] : others;
	return [
		...alone.map(({ eventType, event }) => ({
			title: eventType,
			body: event,
			eventTypes: [eventType],
		})),
		...(together.length === 0
			? []
			: [
					{
						title: `${together.length} events in one delivery`,
						body: inOneDelivery(
							vendor,
							together.map(({ event }) => event),
						),
						eventTypes: together.map(({ eventType }) => eventType),
					},
				]),
	];
}
