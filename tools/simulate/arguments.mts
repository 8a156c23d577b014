import { parseArgs } from 'node:util';

/** What `npm run simulate` was asked to do; times in milliseconds. */
export interface SimulateArguments {
	readonly vendor: string | undefined;
	readonly event: string | undefined;
	readonly list: boolean;
	readonly url: string | undefined;
	/** Values of the trigger's credential, by field. */
	readonly credential: Readonly<Record<string, string>>;
	readonly secretPlace: 'header' | 'query';
	readonly changes: ReadonlyArray<readonly [path: string, value: unknown]>;
	readonly count: number;
	/** Pause between two deliveries. */
	readonly pause: number;
	readonly badSignature: boolean;
	readonly stale: boolean;
	readonly duplicate: boolean;
	readonly retrySchedule: boolean;
}

export const USAGE = `Sends a vendor's event to a trigger, signed as the vendor signs it.

  npm run simulate -- <vendor> <event> --url <webhook URL> --secret <secret>
  npm run simulate -- --list [<vendor>]

What to send
  --set <path>=<value>   change a field, such as customer.id=p-1; may be repeated
  --count <n>            send n different events (default 1)
  --rate <n>             at most n a second (default: one after the other, at once)
  --duplicate            send each delivery twice, byte for byte the same
  --retry-schedule       send it four times, as Appcharge does: at once, after 15 s, 15 s and 15 min
  --bad-signature        sign with another secret
  --stale                sign with a time two hours ago

How to sign
  --secret <text>           Appcharge's main key, Gamanza's Signature Key or Komo's secret; none: unsigned
  --publisher-token <text>  Appcharge: the header x-publisher-token
  --project-id <text>       Appcharge: the header x-project-id
  --header-name <name>      Komo: the header or query parameter (default x-webhook-secret)
  --secret-in header|query  Komo: where the secret goes (default header)

Prints status and answer of each delivery; ends with 1 if any was not answered.`;

/** Reads the command line; throws an Error in plain words where it cannot be understood. */
export function readArguments(commandLine: readonly string[]): SimulateArguments {
	const { values, positionals } = parseArgs({
		args: [...commandLine],
		allowPositionals: true,
		options: {
			list: { type: 'boolean', default: false },
			url: { type: 'string' },
			secret: { type: 'string' },
			'publisher-token': { type: 'string' },
			'project-id': { type: 'string' },
			'header-name': { type: 'string', default: 'x-webhook-secret' },
			'secret-in': { type: 'string', default: 'header' },
			set: { type: 'string', multiple: true, default: [] },
			count: { type: 'string', default: '1' },
			rate: { type: 'string' },
			'bad-signature': { type: 'boolean', default: false },
			stale: { type: 'boolean', default: false },
			duplicate: { type: 'boolean', default: false },
			'retry-schedule': { type: 'boolean', default: false },
		},
	});
	const [vendor, event, ...rest] = positionals;
	if (rest.length > 0) throw new Error(`One vendor and one event, please: what is "${rest[0]}"?`);
	if (values['secret-in'] !== 'header' && values['secret-in'] !== 'query') {
		throw new Error('--secret-in is "header" or "query"');
	}
	return {
		vendor,
		event,
		list: values.list,
		url: values.url,
		credential: credentialOf(values),
		secretPlace: values['secret-in'],
		changes: values.set.map(readChange),
		count: positiveNumber('--count', values.count),
		pause: values.rate === undefined ? 0 : 1000 / positiveNumber('--rate', values.rate),
		badSignature: values['bad-signature'],
		stale: values.stale,
		duplicate: values.duplicate,
		retrySchedule: values['retry-schedule'],
	};
}

function credentialOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
	const fields = {
		signingSecret: values.secret,
		sharedSecret: values.secret,
		publisherToken: values['publisher-token'],
		projectId: values['project-id'],
		headerName: values['header-name'],
	};
	return Object.fromEntries(
		Object.entries(fields).filter(
			(field): field is [string, string] => typeof field[1] === 'string',
		),
	);
}

function readChange(text: string): readonly [string, unknown] {
	const at = text.indexOf('=');
	if (at < 1) throw new Error(`--set wants <path>=<value>, not "${text}"`);
	return [text.slice(0, at), readValue(text.slice(at + 1))];
}

/** JSON where it is JSON (`5`, `true`, `null`, `{"a":1}`), else the text itself. */
function readValue(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function positiveNumber(option: string, text: string): number {
	const value = Number(text);
	if (!(value > 0)) throw new Error(`${option} wants a number above 0, not "${text}"`);
	return value;
}
