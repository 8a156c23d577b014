import { deflateSync, gzipSync } from 'node:zlib';

import type { Delivery } from '../../host/sender/post.mjs';
import { inOneDelivery, newEvent, type VendorSetup } from '../../host/vendor-setup.mjs';
import { itemsOf } from '../../host/without-n8n.mjs';
import type { JsonObject } from '../../json/object';

/** What is set on the triggers that deliveries are sent to. */
export const TRIGGERS = {
	all: () => ({ events: ['*'], options: ONCE }),
	one: ({ vendor }) => ({ events: [vendor.catalogue[1]?.name], options: ONCE }),
	unauthenticated: () => ({ events: ['*'], authentication: 'none', options: ONCE }),
	closed: () => ({
		events: ['*'],
		options: { ...ONCE, ipAllowlist: '203.0.113.7, 2001:db8::/32' },
	}),
} as const satisfies Record<string, (setup: VendorSetup) => object>;

const EVENT_ID = { eventIdField: 'testRun' };

/** So that duplicates are told apart the same way for all vendors. */
const ONCE = { ...EVENT_ID, dropDuplicates: true, reportRefusals: false };

export interface AnswerCase {
	readonly name: string;
	/** `all` where none is named. */
	readonly trigger?: keyof typeof TRIGGERS;
	readonly delivery: Delivery;
	/** `taken` is the success status of the vendor. */
	readonly status: number | 'taken';
	/** The answer of the oldest n8n that is supported, where it refuses before the trigger is asked. */
	readonly inOldest?: number;
	/** Undefined where it is n8n's own. */
	readonly answer?: object;
	/** A part of the one line in n8n's log; none is written where there is none. */
	readonly log?: RegExp;
	/** The content whose events the one execution has as its items; none is started where there is none. */
	readonly starts?: unknown;
}

const MINUTE = 60_000;
const MEBIBYTE = 2 ** 20;

export function counts(accepted: number, filtered: number, duplicates: number): object {
	return { accepted, filtered, duplicates };
}

/** The items that a case starts an execution with. */
export async function itemsStartedBy(
	{ vendor }: VendorSetup,
	{ starts }: Pick<AnswerCase, 'starts'>,
): Promise<ReadonlyArray<Record<string, unknown>> | undefined> {
	return starts === undefined ? undefined : await itemsOf(vendor, starts, { settings: EVENT_ID });
}

/** What each delivery to a vendor's trigger is answered, and what it starts. */
export function casesFor(setup: VendorSetup): AnswerCase[] {
	return [...taken(setup), ...notAuthentic(setup), ...malformed(setup), ...ofN8n(setup)];
}

function taken({ vendor }: VendorSetup): AnswerCase[] {
	const event = () => newEvent(vendor);
	const together = (...events: JsonObject[]) => inOneDelivery(vendor, events);
	const [twin, marked, alsoMarked, utf16] = [event(), event(), event(), event()];
	const two = together(event(), event());
	const unknown = { anything: true, testRun: Date.now() };
	const isTaken = (delivery: Delivery, starts = delivery.body) =>
		({ delivery, status: 'taken', answer: counts(1, 0, 0), starts }) as const;
	const ofType = (type: string) => isTaken({ body: event(), headers: { 'content-type': type } });
	const encoded = (
		encode: (bytes: Buffer) => Buffer,
		headers: Readonly<Record<string, string>>,
	) => {
		const sent = event();
		const signedBody = Buffer.from(JSON.stringify(sent));
		return isTaken({ body: encode(signedBody), signedBody, headers }, sent);
	};
	return [
		{ name: 'an event', ...isTaken({ body: event() }) },
		{ name: 'two events in one', ...isTaken({ body: two }), answer: counts(2, 0, 0) },
		{
			name: 'the same event twice in one',
			...isTaken({ body: together(twin, twin) }, twin),
			answer: counts(1, 0, 1),
		},
		{
			name: 'no authentication',
			trigger: 'unauthenticated',
			...isTaken({ body: event(), credential: {} }),
		},
		{ name: 'an event that no catalogue knows', ...isTaken({ body: unknown }) },
		{
			name: 'an event that is not selected',
			trigger: 'one',
			delivery: { body: event() },
			status: 'taken',
			answer: counts(0, 1, 0),
		},
		{
			name: 'an empty list',
			delivery: { body: together() },
			status: 'taken',
			answer: counts(0, 0, 0),
		},
		{ name: 'a charset', ...ofType('application/json; charset=utf-8') },
		{ name: 'a blank before the charset', ...ofType('application/json ;charset=utf-8') },
		{ name: 'a type in upper case', ...ofType('APPLICATION/JSON') },
		{ name: 'a JSON type of the vendor’s', ...ofType('application/vnd.event+json') },
		{ name: 'an empty content type', ...ofType('') },
		{ name: 'JSON that is called text', ...ofType('text/plain') },
		{ name: 'JSON that is called a form', ...ofType('application/x-www-form-urlencoded') },
		{
			name: 'a byte order mark',
			...isTaken({ body: Buffer.from(`\ufeff${JSON.stringify(marked)}`) }, marked),
			// It takes what is not plain UTF-8 for broken JSON.
			inOldest: 422,
		},
		{
			name: 'a byte order mark and another type',
			...isTaken(
				{
					body: Buffer.from(`\ufeff${JSON.stringify(alsoMarked)}`),
					headers: { 'content-type': 'text/json' },
				},
				alsoMarked,
			),
		},
		{
			name: 'UTF-16',
			...isTaken(
				{
					body: Buffer.from(JSON.stringify(utf16), 'utf16le'),
					headers: { 'content-type': 'application/json; charset=utf-16le' },
				},
				utf16,
			),
		},
		{ name: 'gzip', ...encoded(gzipSync, { 'content-encoding': 'gzip' }) },
		{ name: 'deflate', ...encoded(deflateSync, { 'content-encoding': 'deflate' }) },
		{
			name: 'gzip and another type',
			...encoded(gzipSync, { 'content-encoding': 'gzip', 'content-type': 'text/json' }),
		},
	];
}

function notAuthentic({ vendor, refusal, wrongCredential }: VendorSetup): AnswerCase[] {
	const { authentication: scheme } = vendor;
	const event = () => newEvent(vendor);
	const refused = (error: string, log: RegExp) =>
		({ status: 401, answer: { error }, log }) as const;
	const cases: AnswerCase[] = [
		{
			name: 'no proof',
			delivery: { body: event(), credential: {} },
			...refused(refusal, /no signature that can be read|lacks the header/),
		},
		{
			name: 'a wrong secret',
			delivery: { body: event(), credential: wrongCredential },
			...refused(refusal, /does not fit|does not hold/),
		},
		{
			name: 'an address that is not on the list',
			trigger: 'closed',
			delivery: { body: event() },
			status: 403,
			answer: { error: 'address' },
			log: /not on the IP allowlist/,
		},
	];
	if (scheme.kind !== 'signature') return cases;
	cases.push({
		name: 'a body other than the signed one',
		delivery: { body: event(), signedBody: Buffer.from(JSON.stringify(event())) },
		...refused('signature', /does not fit/),
	});
	for (const { header, category } of scheme.headerChecks) {
		cases.push({
			name: `another ${header}`,
			delivery: { body: event(), headers: { [header]: 'another' } },
			...refused(category, new RegExp(header)),
		});
	}
	if (scheme.timestampOf) {
		const late = event();
		cases.push(
			{
				name: 'signed 21 minutes ago',
				delivery: { body: event(), age: 21 * MINUTE },
				...refused('timestamp', /is 21 minutes old.+ Raise Timestamp Tolerance/),
			},
			{
				name: 'signed 19 minutes ago',
				delivery: { body: late, age: 19 * MINUTE },
				status: 'taken',
				answer: counts(1, 0, 0),
				starts: late,
			},
		);
	}
	if (scheme.signsCompactJson) {
		const sent = event();
		const text = JSON.stringify(sent);
		cases.push({
			name: 'compact JSON signed, spaced JSON sent',
			delivery: { body: ` ${text} `, signedBody: Buffer.from(text) },
			status: 'taken',
			answer: counts(1, 0, 0),
			starts: sent,
		});
	}
	return cases;
}

function malformed({ vendor }: VendorSetup): AnswerCase[] {
	const deep = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
	const is400 = { status: 400, answer: { error: 'body' } } as const;
	const is415 = { status: 415, answer: { error: 'body' }, log: /not JSON/ } as const;
	return [
		...['"text"', '42', 'null', '[1,"a",null,[{}]]'].map((body) => ({
			name: `the JSON ${body}`,
			delivery: { body },
			...is400,
			log: /neither an object nor/,
		})),
		...[101, 100_000].map((levels) => ({
			name: `JSON nested ${levels} levels deep`,
			delivery: { body: deep(levels) },
			...is400,
			log: /more than 100 levels/,
		})),
		...['text/plain', 'text/csv'].map((type) => ({
			name: `no JSON: ${type}`,
			delivery: { body: 'a=1', headers: { 'content-type': type } },
			...is415,
		})),
		{ name: 'nothing', delivery: { body: '' }, ...is415 },
		{
			name: '10,001 events',
			delivery: {
				body: inOneDelivery(
					vendor,
					Array.from({ length: 10_001 }, () => ({})),
				),
			},
			status: 413,
			answer: { error: 'body' },
			log: /more than 10000 events/,
		},
		{
			name: 'a form with files',
			delivery: {
				body: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
				headers: { 'content-type': 'multipart/form-data; boundary=x' },
			},
			...is415,
		},
	];
}

/** What n8n answers before the trigger is asked. */
function ofN8n({ vendor }: VendorSetup): AnswerCase[] {
	return [
		{ name: 'broken JSON', delivery: { body: '{"a":' }, status: 422 },
		{
			name: 'broken gzip',
			delivery: { body: Buffer.from('no gzip'), headers: { 'content-encoding': 'gzip' } },
			status: 500,
		},
		{
			name: 'more than 16 MB',
			delivery: { body: { ...newEvent(vendor), filling: 'x'.repeat(17 * MEBIBYTE) } },
			status: 500,
		},
		{ name: 'GET', delivery: { method: 'GET' }, status: 404 },
	];
}
