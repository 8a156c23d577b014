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
