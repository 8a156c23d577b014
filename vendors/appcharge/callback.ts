import type { JsonObject } from '../../json/object';
import { textOf } from '../vendor';

/**
 * Tells Appcharge's callbacks, which are signed like events but go to URLs of their own, since each
 * wants an answer of its own: Authenticate Player, whose body may hold a password, and Grant Award.
 * They have no name of an event. An order event of v1 that was sent without one is no callback.
 *
 * @see https://docs.appcharge.com/api-reference/webstore/player-authentication/authenticate-player-callback
 * @see https://docs.appcharge.com/api-reference/checkout/awards/grant-award-callback
 */
export function callbackIn(body: JsonObject): string | undefined {
	const has = (name: string) => Object.hasOwn(body, name);
	if (textOf(body.eventName) ?? textOf(body.event)) return undefined;
	if (has('authMethod')) return 'the Authenticate Player callback';
	return has('appChargePaymentId') && has('action') ? 'the Grant Award callback' : undefined;
}
