import { expect } from '@jest/globals';

import type { Execution } from '../../../host/n8n-api.mjs';
import { isJsonObject } from '../../../json/object';
import type { Example } from './example.mjs';

/** Each item that a trigger put out has the fields of a pinned one of its type, and no others. */
export function expectPinnedShape(
	{ pinData }: Example,
	trigger: string,
	{ outputs }: Execution,
): void {
	const pinned = (pinData[trigger] ?? []).map(({ json }) => json);
	const items = outputs.get(trigger)?.[0] ?? [];
	expect(items).not.toEqual([]);
	for (const item of items) {
		const alike = pinned.find((sample) => typeOf(sample) === typeOf(item));
		expect(fieldsOf(alike)).toEqual(fieldsOf(item));
	}
}

/** Of a flattened item, or of a CloudEvent. */
function typeOf(item: Readonly<Record<string, unknown>>): unknown {
	return item['eventType'] ?? item['type'];
}

/** The names of all fields, those in objects too. */
function fieldsOf(value: unknown, prefix = ''): string[] {
	if (!isJsonObject(value)) return [prefix];
	return Object.entries(value)
		.flatMap(([name, member]) => fieldsOf(member, `${prefix}/${name}`))
		.sort();
}
