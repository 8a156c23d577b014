import type { SignatureScheme } from '../../vendors/signature-scheme';
import type { Delivery } from '../delivery';
import type { Refusal } from '../refusal';

/** What a genuine delivery is known by, with the secrets that n8n keeps. */
export type Authentication =
	| { readonly kind: 'none' }
	| {
			readonly kind: 'signature';
			readonly scheme: SignatureScheme;
			/** The current secret and, while it is being rotated, the previous one. */
			readonly secrets: readonly string[];
			/** The credential's values for the scheme's header checks, by credential field. */
			readonly expectedHeaders: Readonly<Record<string, string>>;
			/** Age and skew allowed, in seconds; 0 allows any. */
			readonly timestampTolerance: number;
	  }
	| {
			readonly kind: 'sharedSecret';
			readonly place: 'header' | 'query';
			/** The name of the header or query parameter. */
			readonly name: string;
			readonly secret: string;
	  };

export type BySignature = Extract<Authentication, { kind: 'signature' }>;
export type BySharedSecret = Extract<Authentication, { kind: 'sharedSecret' }>;

export type Verdict =
	| { readonly refusal: Refusal }
	| {
			readonly refusal: undefined;
			/**
			 * What is genuine: the delivery, but with the body that was signed. Where the vendor has
			 * signed the compact form of the JSON, only that counts, or a copy with other white space
			 * would pass for another event.
			 */
			readonly delivery: Delivery;
			/** What has proved it. */
			readonly authentication: Authentication;
	  };
