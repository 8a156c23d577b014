import { isJsonObject, type JsonObject } from '../../json/object';

/** Members that only this event has; in a list, those of its first element. */
interface Telltale {
	readonly event: string;
	readonly members: ReadonlyArray<readonly string[]>;
}

/**
 * The v1 events that their documented members tell from all others, the most telling first. Nothing
 * tells apart the ten order events, nor offers_loaded from an offers_shown without a rolling offer.
 *
 * @see https://docs.appcharge.com/api-reference/events/v1/introduction
 */
const TELLTALES: readonly Telltale[] = [
	{ event: 'approval_request_closed', members: [['offers', 'offerId'], ['reason']] },
	{ event: 'approval_request_displayed', members: [['offers', 'offerId']] },
	{ event: 'offers_shown', members: [['offers', 'indexToCollect']] },
	{
		event: 'invalid_property_error',
		members: [
			['data', 'requestId'],
			['data', 'reason'],
		],
	},
	{ event: 'login_resolved', members: [['loginMethod'], ['result']] },
	{ event: 'login_method_selected', members: [['platform'], ['method']] },
];

/**
 * The name of a v1 event that was sent without one, as many pages show it; undefined where its
 * members fit several events or none.
 */
export function nameOfUnnamed(event: JsonObject): string | undefined {
	return TELLTALES.find(({ members }) => members.every((path) => isFilledIn(event, path)))?.event;
}

function isFilledIn(event: JsonObject, path: readonly string[]): boolean {
	let value: unknown = event;
	for (const member of path) {
		const holder: unknown = Array.isArray(value) ? value[0] : value;
		if (!isJsonObject(holder) || !Object.hasOwn(holder, member)) return false;
		value = holder[member];
	}
	return value !== null && value !== '';
}
