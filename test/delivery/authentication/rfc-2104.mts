import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;

/** HMAC-SHA256 written down from RFC 2104, section 2: the oracle for what signs a delivery. */
export function hmacSha256(key: Uint8Array, data: Uint8Array): string {
	const shortKey = key.length > BLOCK_BYTES ? hash('sha256', key, 'buffer') : key;
	const block = Buffer.alloc(BLOCK_BYTES);
	block.set(shortKey);
	const padded = (pad: number) => block.map((byte) => byte ^ pad);
	const inner = hash('sha256', Buffer.concat([padded(0x36), data]), 'buffer');
	return hash('sha256', Buffer.concat([padded(0x5c), inner]), 'hex');
}
