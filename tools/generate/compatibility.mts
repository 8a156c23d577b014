import { RELEASES } from '../../host/releases.mjs';
import suites from '../../host/suites.json';

type Suite = keyof typeof suites;

const BEGIN = '<!-- compatibility: written by npm run generate -->';
const END = '<!-- compatibility: end -->';

/**
 * The README with the table of what is proven in which n8n, between its two comments.
 *
 * @param found the suites of `test/host`
 * @throws Error where a suite is not in `host/suites.json`, or the README has no place for the table
 */
export function withCompatibility(readme: string, found: readonly string[]): string {
	const listed = Object.keys(suites);
	const unlike = [...found, ...listed].filter(
		(name) => !found.includes(name) || !listed.includes(name),
	);
	if (unlike.length > 0) {
		throw new Error(`host/suites.json and test/host do not agree on ${unlike.join(', ')}.`);
	}
	const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
	if (begin < 0 || end < begin) throw new Error(`README.md has no ${BEGIN} … ${END}.`);
	return `${readme.slice(0, begin + BEGIN.length)}\n\n${table()}\n\n${readme.slice(end)}`;
}

function table(): string {
	const { newest, oldest } = RELEASES;
	const rows = (Object.keys(suites) as Suite[]).map((name) => {
		const { proves, releases } = suites[name];
		return [proves, ...['newest', 'oldest'].map((one) => (releases.includes(one) ? 'yes' : ''))];
	});
	return aligned([
		['Tested in a real n8n', `${newest.version} (newest)`, `${oldest.version} (oldest supported)`],
		[],
		['Node.js', `${newest.node}`, `${oldest.node}`],
		...rows,
	]);
}

/** A Markdown table as Prettier writes it; the second row is its rule. */
function aligned(rows: readonly string[][]): string {
	const widths = rows[0]!.map((_, column) =>
		Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows
		.map((row, index) =>
			widths.map((width, column) =>
				index === 1 ? '-'.repeat(width) : (row[column] ?? '').padEnd(width),
			),
		)
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}
