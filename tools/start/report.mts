import type { Item } from '../../host/execution-data.mjs';
import type { Outcome } from './deliver.mjs';
import type { DemoDelivery } from './demos.mjs';
import type { LiveDemo } from './set-up.mjs';

const INDENT = '    ';
const GAP = 2;

/**
 * A delivery's story for a person to read: the answer, the execution, and the items field by field. A
 * field that Localize Fields wrote differently in the two languages has a line for each.
 */
export function reportOf(
	editorUrl: string,
	{ vendor, workflowId }: LiveDemo,
	{ title }: DemoDelivery,
	{ status, answer, execution, english, spanish, faults }: Outcome,
): string {
	const lines = [
		`${vendor.displayName}: ${title}`,
		`  answer     ${status} ${answer}`,
		execution === undefined
			? '  execution  none'
			: `  execution  ${execution.status}, ${editorUrl}/workflow/${workflowId}/executions/${execution.id}`,
	];
	english.forEach((item, index) => {
		const count = english.length > 1 ? ` ${index + 1} of ${english.length}` : '';
		lines.push(`  item${count}`, ...fieldLines(item, spanish[index] ?? {}));
	});
	lines.push(...faults.map((fault) => `  NOT AS EXPECTED: ${fault}`));
	return lines.join('\n');
}

function fieldLines(english: Item, spanish: Item): string[] {
	const names = Object.keys(english);
	const nameWidth = Math.max(...names.map((name) => name.length)) + GAP;
	const written = names.map((name) => ({
		name: INDENT + name.padEnd(nameWidth),
		en: JSON.stringify(english[name]),
		es: JSON.stringify(spanish[name]),
	}));
	if (written.every(({ en, es }) => en === es)) return written.map(({ name, en }) => name + en);
	const blank = ' '.repeat(INDENT.length + nameWidth);
	return written.flatMap(({ name, en, es }) =>
		en === es ? [`${name}    ${en}`] : [`${name}en  ${en}`, `${blank}es  ${es}`],
	);
}
