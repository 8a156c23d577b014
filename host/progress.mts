/** Tells a person how far a long task has come, a line at a time. */
export type Progress = (line: string) => void;

const SECOND = 1000;

/** A duration as people say it: `0.4 s`, `12 s`, `2 min 05 s`. */
export function duration(milliseconds: number): string {
	const seconds = milliseconds / SECOND;
	if (seconds < 10) return `${seconds.toFixed(1)} s`;
	if (seconds < 60) return `${Math.round(seconds)} s`;
	const whole = Math.round(seconds);
	return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/**
 * Prints what is being done and, when it is done, how long it took.
 *
 * @param task is handed a way to tell how far it has come, for long ones
 */
export async function step<T>(name: string, task: (progress: Progress) => Promise<T>): Promise<T> {
	const begin = Date.now();
	let isLineOpen = true;
	process.stdout.write(`${name} … `);
	const result = await task((line) => {
		if (isLineOpen) process.stdout.write('\n');
		isLineOpen = false;
		console.log(`  ${line}`);
	});
	console.log(isLineOpen ? duration(Date.now() - begin) : `  ${duration(Date.now() - begin)}`);
	return result;
}
