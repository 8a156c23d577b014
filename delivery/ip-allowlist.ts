import { IPv4, IPv6 } from 'ipaddr.js';

import { readAddress, readSender } from './ip-address';
import type { Refusal } from './refusal';

const IPV4_BITS = 32;
const IPV6_BITS = 128;

/**
 * Checks a sender's address against a list of addresses and CIDR ranges, IPv4 and IPv6. An entry that
 * cannot be read allows none, and so does an empty list.
 */
export function checkAddress(
	address: string,
	allowlist: readonly string[] | undefined,
): Refusal | undefined {
	if (allowlist === undefined) return undefined;
	const sender = readSender(address);
	if (sender && allowlist.some((entry) => isInNetwork(sender, entry))) return undefined;
	const unreadable = allowlist.filter((entry) => !isReadableNetwork(entry));
	return {
		status: 403,
		category: 'address',
		reason:
			allowlist.length === 0
				? 'The IP allowlist is filled in, but names no address.'
				: unreadable.length === 0
					? 'The sender’s address is not on the IP allowlist.'
					: `The sender’s address is not on the IP allowlist, in which these entries are neither an address nor a CIDR range: ${unreadable.join(', ')}.`,
		remedy:
			'Add it to the allowlist if it is the vendor’s. Behind a proxy, set N8N_PROXY_HOPS so that n8n sees the real address.',
	};
}

/** Whether an entry of the list is an address or a CIDR range. */
export function isReadableNetwork(entry: string): boolean {
	return readNetwork(entry) !== undefined;
}

function isInNetwork(sender: IPv4 | IPv6, entry: string): boolean {
	const network = readNetwork(entry);
	if (!network) return false;
	const [base, prefixLength] = network;
	if (sender instanceof IPv4) return base instanceof IPv4 && sender.match(base, prefixLength);
	return base instanceof IPv6 && sender.match(base, prefixLength);
}

function readNetwork(
	entry: string,
): readonly [base: IPv4 | IPv6, prefixLength: number] | undefined {
	const [address = '', length, ...rest] = entry.trim().split('/');
	const base = readAddress(address);
	if (!base || rest.length > 0) return undefined;
	// The bits of a mapped IPv4 address are counted as those of the IPv6 address it is written as.
	const isMapped = base instanceof IPv4 && address.includes(':');
	const bits = base instanceof IPv4 && !isMapped ? IPV4_BITS : IPV6_BITS;
	if (length === undefined) return [base, base instanceof IPv4 ? IPV4_BITS : IPV6_BITS];
	if (!/^\d{1,3}$/.test(length) || Number(length) > bits) return undefined;
	const prefixLength = isMapped ? Number(length) - (IPV6_BITS - IPV4_BITS) : Number(length);
	return prefixLength < 0 ? undefined : [base, prefixLength];
}
