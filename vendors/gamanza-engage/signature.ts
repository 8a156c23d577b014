import type { SignatureScheme } from '../signature-scheme';

const TIMESTAMP = 'x-gmz-pep-webhook-timestamp';
const SIGNATURE = 'x-gmz-pep-webhook-signature';

/**
 * Over the time, a full stop and the body; the sample code signs the parsed body. The unit of the time
 * is not documented, so a delivery that is signed correctly is taken even if it cannot be read.
 *
 * @see https://docs.gamanzaengage.com/docs/webhooks/security-features/index.html
 */
export const signatureScheme: SignatureScheme = {
	kind: 'signature',
	keyName: 'Signature Key',
	read: (header) => {
		const timestamp = header(TIMESTAMP);
		const digest = header(SIGNATURE);
		return timestamp && digest ? { timestamp, digests: [digest] } : undefined;
	},
	write: ({ timestamp, digest }) => ({ [TIMESTAMP]: timestamp, [SIGNATURE]: digest }),
	over: ({ timestamp }) => `${timestamp}.`,
	encoding: 'hex',
	timestampOf: (time) => String(time.getTime()),
	timestampMustBeReadable: false,
	signsCompactJson: true,
	headerChecks: [],
};
