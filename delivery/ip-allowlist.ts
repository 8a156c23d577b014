import { IPv4, IPv6 } from 'ipaddr.js';

type Network = readonly [address: IPv4 | IPv6, prefixLength: number];

const MAPPED_IPV4_PREFIX_LENGTH = 96;

/**
 * Tells whether an address is on a list of addresses and CIDR ranges, IPv4 and IPv6. An IPv4 address
 * mapped into IPv6 (`::ffff:192.0.2.1`, as Node.js has it on a dual-stack socket) counts as IPv4.
 * An empty list allows every address; an entry that cannot be read allows none.
 */
export function isAllowedAddress(address: string, list: readonly string[]): boolean {
	if (list.length === 0) return true;
	const [sender] = readNetwork(address.split('%', 1)[0] ?? '') ?? [];
	if (!sender) return false;
	return list.some((entry) => {
		const network = readNetwork(entry);
		if (!network) return false;
		const [base, prefixLength] = network;
		if (sender instanceof IPv4) return base instanceof IPv4 && sender.match(base, prefixLength);
		return base instanceof IPv6 && sender.match(base, prefixLength);
	});
}

/** Whether an entry of the list is an address or a CIDR range. */
export function isReadableNetwork(entry: string): boolean {
	return readNetwork(entry) !== undefined;
}

function readNetwork(entry: string): Network | undefined {
	const [address = '', length, ...rest] = entry.trim().split('/');
	if (rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
	const parsed = readAddress(address);
	if (!parsed) return undefined;
	const full = parsed instanceof IPv4 ? 32 : 128;
	const prefixLength = length === undefined ? full : Number(length);
	if (prefixLength > full) return undefined;
	if (
		parsed instanceof IPv6 &&
		parsed.isIPv4MappedAddress() &&
		prefixLength >= MAPPED_IPV4_PREFIX_LENGTH
	) {
		return [parsed.toIPv4Address(), prefixLength - MAPPED_IPV4_PREFIX_LENGTH];
	}
	return [parsed, prefixLength];
}

/** The parser's shorthands ("10", "0x7f.1") are left out: in a list of addresses they are slips. */
function readAddress(text: string): IPv4 | IPv6 | undefined {
	if (IPv4.isValidFourPartDecimal(text)) return IPv4.parse(text);
	return text.includes(':') && IPv6.isValid(text) ? IPv6.parse(text) : undefined;
}
