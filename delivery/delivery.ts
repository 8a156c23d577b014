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
	/** … and then the value in it. */
	readonly body: unknown;
}

/** The value of a header that must stand there once, as text. */
export function headerOf(delivery: Delivery, name: string): string | undefined {
	const value = Object.hasOwn(delivery.headers, name) ? delivery.headers[name] : undefined;
	return typeof value === 'string' ? value : undefined;
}

/**
 * The JSON text of a body, in UTF-8. n8n also reads UTF-16, in which every bracket has a zero byte; in
 * any other encoding that n8n reads, JSON has none (RFC 8259, section 7).
 */
export function jsonTextOf({ rawBody }: Delivery): Buffer {
	return rawBody.includes(0) ? Buffer.from(rawBody.toString('utf16le')) : rawBody;
}
