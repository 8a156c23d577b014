import { hash } from 'crypto';

/** The eventKey of an event without an id of the vendor's own: SHA-256 of its JSON. */
export function keyOfJson(json: Uint8Array | string): string {
	return `sha256:${hash('sha256', json, 'hex')}`;
}
