import { IPv4, IPv6 } from 'ipaddr.js';

const LONGEST_ADDRESS = 45; // of an IPv6 address with an IPv4 one in it

/**
 * Reads an address. An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`, as Node.js has it on a
 * dual-stack socket) is IPv4.
 *
 * @returns undefined for anything else, the parser's shorthands ("10", "0x7f.1") included
 */
export function readAddress(text: string): IPv4 | IPv6 | undefined {
	if (text.length > LONGEST_ADDRESS) return undefined;
	if (IPv4.isValidFourPartDecimal(text)) return IPv4.parse(text);
	if (!text.includes(':') || text.includes('%') || !IPv6.isValid(text)) return undefined;
	const parsed = IPv6.parse(text);
	return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
}

/** `[2001:db8::1]:443` and `192.0.2.1:443`, as some proxies write it into X-Forwarded-For. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/;

/** Reads the address of a sender; a zone (`%eth0`) and a port are left out. */
export function readSender(text: string): IPv4 | IPv6 | undefined {
	const [, bracketed, beforePort] = WITH_PORT.exec(text) ?? [];
	const [address = ''] = (bracketed ?? beforePort ?? text).split('%', 1);
	return readAddress(address);
}
