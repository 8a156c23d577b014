import { HTML_PIECES, LARGE_VALUES, listOf, nested, VALUES, WRAPPERS } from '../host/many.mjs';
import { deliveryOf, LOCALIZE_SETTINGS, triggerOf } from '../host/without-n8n.mjs';
import { MOST_EVENTS } from '../delivery/unwrap';
import { asShipped } from './as-shipped.mjs';
import { measure, rounded, type Row } from './measure.mjs';

type Shipped = typeof import('../delivery/receive') &
	typeof import('../localization/html/plain-text') &
	typeof import('../localization/create-localizer') &
	typeof import('../localization/vendor-values') &
	typeof import('../vendors/gamanza-engage/delivery');

const { createLocalizer, gamanzaEngage, plainText, receive, VendorValues } =
	await asShipped<Shipped>(
		'delivery/receive',
		'localization/html/plain-text',
		'localization/create-localizer',
		'localization/vendor-values',
		'vendors/gamanza-engage/delivery',
	);

const ALL_SHAPES = {
	...LOCALIZE_SETTINGS,
	shapes: [
		...LOCALIZE_SETTINGS.shapes,
		'languageMaps',
		'fieldNames',
		'documentedCodes',
		'labelledKeys',
	],
} as const;

/** How many times more the large input has. */
const TIMES = 8;

/** In linear time it is 1, and more where caches and the collector have more to do; squared it is 8. */
const GOAL = 3;

const ROUNDS = { rounds: 7, warmUp: 2 };

/** A job on something that a stranger can send `size` of. */
interface Growing {
	readonly name: string;
	readonly size: number;
	readonly job: (size: number) => () => unknown;
}

/** Whether the time grows as what a stranger sends: time for 8 times as much, over 8 times the time. */
export async function growthRows(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { name, size, job } of [...deliveries(), ...values(), ...html()]) {
		const times = await measure({ large: job(TIMES * size), small: job(size) }, ROUNDS);
		const ours = times.large / TIMES;
		rows.push({
			name: `${TIMES * size} ${name} : ${size}, each`,
			ours: rounded((1e6 * ours) / size),
			peer: rounded((1e6 * times.small) / size),
			ratio: rounded(ours / times.small),
			unit: 'ns',
			goal: GOAL,
		});
	}
	return rows;
}

function deliveries(): Growing[] {
	const delivered = (json: string) => {
		const delivery = deliveryOf(json);
		const trigger = triggerOf(gamanzaEngage);
		return async () => {
			const { refusal } = await receive(delivery, trigger);
			if (refusal) throw new Error(`${json.slice(0, 40)}: ${refusal.reason}`);
		};
	};
	const items = (size: number, item: (index: number) => string) =>
		`{"events":[{"eventName":"x","payload":[${listOf(size, item).join()}]}]}`;
	const members = (size: number) => listOf(size, (i) => `"m${i}":${i}`).join();
	const fewer = (size: number) => Math.ceil(size / 10);
	const jsons: ReadonlyArray<readonly [name: string, json: (size: number) => string]> = [
		[
			'characters of a payload key, and a member for each tenth',
			(size) =>
				`{"events":[{"payload":[{"key":"${'k'.repeat(size)}","value":1,${members(fewer(size))}}]}]}`,
		],
		[
			'characters of a name, and a member and an event for each tenth',
			(size) =>
				`{"events":[{}${',{}'.repeat(fewer(size) - 1)}],"${'n'.repeat(size)}":{${members(fewer(size))}}}`,
		],
		['events', (size) => `{"events":[${listOf(size, (i) => `{"eventName":"e${i}"}`).join()}]}`],
		['empty events', (size) => `[${'{},'.repeat(size - 1)}{}]`],
		['fields', (size) => `{${listOf(size, (i) => `"f${i}":${i}`).join()}}`],
		['equal names', (size) => items(size, (i) => `{"key":"a","type":"string","value":"${i}"}`)],
		['broken payload items', (size) => items(size, (i) => `{"key":${i},"value":[[]]}`)],
		['backslashes in a text', (size) => JSON.stringify({ text: '\\"'.repeat(size) })],
		[
			'leaves in nested objects',
			(size) => `[${`${'{"a":'.repeat(90)}1${'}'.repeat(90)},`.repeat(Math.ceil(size / 100))}{}]`,
		],
	];
	return jsons.map(([name, json]) => ({
		name,
		// Eight times as many are the most events that a delivery may have.
		size: MOST_EVENTS / TIMES,
		job: (size) => delivered(json(size)),
	}));
}

function values(): Growing[] {
	const localize = createLocalizer(ALL_SHAPES, new VendorValues([gamanzaEngage]));
	const growing = (what: string, make: (size: number) => unknown): Growing => ({
		name: `${what} to localize`,
		size: 10_000,
		job: (size) => {
			const value = make(size);
			return () => localize({ value }, 'de');
		},
	});
	return [
		...VALUES.map(([what, make]) => growing(what, (size) => listOf(size, make))),
		...LARGE_VALUES.map(([what, make]) => growing(what, make)),
		...WRAPPERS.map(([what, wrap]) => growing(`levels of ${what}`, (size) => nested(size, wrap))),
	];
}

function html(): Growing[] {
	return HTML_PIECES.map(([what, piece]) => ({
		name: `${what} in HTML`,
		size: Math.ceil(20_000 / piece.length),
		job: (size) => {
			const text = `<p>${piece.repeat(size)}`;
			return () => plainText(text, 'markdown');
		},
	}));
}
