/** What a sender signs beside the body, and the outcome, as the headers have it. */
export interface SignatureHeaders {
	/** The time of the delivery, exactly as received; undefined where the vendor signs none. */
	readonly timestamp?: string;
	/** The vendor's id of the delivery, where that is signed too. */
	readonly id?: string;
	/** Digests as the scheme's `encoding` writes them, any of which may match. */
	readonly digests: readonly string[];
}

/** The same on the sender's side, with its one digest. */
export interface SignedParts {
	readonly timestamp: string;
	readonly id: string;
	readonly digest: string;
}

/** A value of the credential that must stand in a header, where the user has filled it in. */
export interface HeaderCheck {
	readonly header: string;
	readonly credentialField: string;
	/** The one word that the sender is told. */
	readonly category: 'token' | 'project';
}

/** How a vendor signs: HMAC-SHA256, of which everything that differs between vendors is said here. */
export interface SignatureScheme {
	readonly kind: 'signature';
	/** What the vendor calls its key, as the credential does ("Main Key"). */
	readonly keyName: string;
	/** Undefined where the headers carry no readable signature. */
	readonly read: (header: (name: string) => string | undefined) => SignatureHeaders | undefined;
	/** The headers in which the vendor sends such a signature: the counterpart of `read`. */
	readonly write: (parts: SignedParts) => Readonly<Record<string, string>>;
	/** The text that is signed in front of the body, such as `<timestamp>.`; nothing if left out. */
	readonly over?: (parts: Pick<SignatureHeaders, 'timestamp' | 'id'>) => string;
	/** How the digest is written. Letters of a hexadecimal one may be of either case. */
	readonly encoding: 'hex' | 'base64';
	/** The bytes of the key; without it, the UTF-8 text of the secret. */
	readonly keyOf?: (secret: string) => Uint8Array;
	/** How the vendor writes the time that it signs; left out where it signs none. */
	readonly timestampOf?: (time: Date) => string;
	/** Whether a correctly signed delivery whose timestamp cannot be read is refused. */
	readonly timestampMustBeReadable?: boolean;
	/** Whether the vendor is known to sign its JSON without white space, whatever it then sends. */
	readonly signsCompactJson?: boolean;
	readonly headerChecks: readonly HeaderCheck[];
}

/** A secret that the user has the vendor send in a header or a query parameter of their choice. */
export interface SharedSecretScheme {
	readonly kind: 'sharedSecret';
}
