import type { Vendor } from '../../vendors/vendor';
import { composeBody } from './compose.mjs';
import { send, type Answer } from './send.mjs';

/**
 * Sends the sample of an event as the vendor would, with a time of its own.
 *
 * @param event its name in the catalogue
 * @param credential the values of the trigger's credential, to sign with
 */
export async function sendSample(
	url: string,
	vendor: Vendor,
	event: string,
	credential: Readonly<Record<string, string>>,
): Promise<Answer> {
	const row = vendor.catalogue.find(({ name }) => name === event);
	if (row === undefined) throw new Error(`${vendor.displayName} has no event ${event}.`);
	const signedAt = new Date();
	const body = Buffer.from(JSON.stringify(composeBody(vendor, row, [], signedAt)));
	return await send(
		url,
		vendor,
		{ body, signedAt },
		{ credential, secretPlace: 'header', badSignature: false },
	);
}
