/** One HTTP delivery, as it reached us. */
export interface Delivery {
	/** A header's value by its lower-case name; repeated ones are joined as Node.js joins them. */
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	readonly query: Readonly<Record<string, unknown>>;
	/** The sender's address, as the HTTP server has it. */
	readonly address: string;
	/** The bytes that came in, after gzip or deflate; empty where nothing came. */
	readonly rawBody: Buffer;
	/** Whether those bytes are JSON … */
	readonly isJson: boolean;
	/** … and then the value in it, read as `utf8Of` has it, whatever charset the headers name. */
	readonly body: unknown;
}

/** The value of a header that must stand there once, as text. */
export function headerOf(delivery: Delivery, name: string): string | undefined {
	const value = Object.hasOwn(delivery.headers, name) ? delivery.headers[name] : undefined;
	return typeof value === 'string' ? value : undefined;
}

/**
 * A JSON text in UTF-8, which it nearly always is. Only UTF-16 has zero bytes (RFC 8259, section 7),
 * so the bytes tell which it is, and not a header that nobody has signed.
 */
export function utf8Of(bytes: Buffer): Buffer {
	if (!bytes.includes(0)) return bytes;
	const isBigEndian = bytes[0] === 0 || (bytes[0] === 0xfe && bytes[1] === 0xff);
	const littleEndian = isBigEndian ? swapped(bytes) : bytes;
	return Buffer.from(littleEndian.toString('utf16le'));
}

function swapped(bytes: Buffer): Buffer {
	const pairs = bytes.length - (bytes.length % 2);
	return Buffer.from(bytes.subarray(0, pairs)).swap16();
}
