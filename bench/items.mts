import { readFileSync } from 'node:fs';

import type { PlainObject } from '../json/object';

interface PayloadItem {
	readonly key: string;
	readonly type: string;
	readonly value: unknown;
	readonly displayValue?: string;
	readonly options?: unknown;
}

interface SentEvent {
	readonly eventName: string;
	readonly eventDate: string;
	readonly playerId: string;
	readonly payload: readonly PayloadItem[];
}

/**
 * Items as the Gamanza Engage trigger puts them out, flattened, from the vendor's own example of an
 * event. All come out of JSON.parse, as items do that n8n has stored or handed to a worker.
 *
 * @param texts - how many different texts there are per field, as products in a shop
 */
export function flattenedItems(eventName: string, count: number, texts: number): PlainObject[] {
	const file = new URL(`../vendors/gamanza-engage/examples/${eventName}.json`, import.meta.url);
	const event = JSON.parse(readFileSync(file, 'utf8')) as SentEvent;
	return Array.from({ length: count }, (_, index) => {
		const item = flattened(event, index, index % texts);
		return JSON.parse(JSON.stringify(item)) as PlainObject;
	});
}

function flattened(event: SentEvent, index: number, text: number): PlainObject {
	const item: PlainObject = {
		eventType: event.eventName,
		eventTime: event.eventDate,
		playerId: `player-${index}`,
		eventKey: `sha256:${index.toString(16).padStart(64, '0')}`,
	};
	for (const { key, type, value, displayValue, options } of structuredClone(event.payload)) {
		if (type === 'enum') item[key] = { type, value, displayValue, options };
		else if (type === 'i18n') item[key] = inFourLanguages(value, text);
		else item[key] = type === 'number' ? Number(value) : value;
	}
	return item;
}

/** The example's texts are in one to four languages; with four the work does not depend on it. */
function inFourLanguages(value: unknown, text: number): unknown {
	const { languages } = value as { languages: { language: string; value: string }[] };
	const example = languages[0]?.value ?? 'Mission One';
	const body = example.replace('The Moon', `The Moon no. ${text}`);
	const numbered = body === example ? `${example} ${text}` : body;
	return {
		languages: ['EN', 'DE', 'ES', 'FR'].map((language) => ({
			language,
			value: numbered.replace(String(text), `${text} ${language}`),
		})),
	};
}
