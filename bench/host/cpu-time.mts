import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in, on all of its platforms. */
const TICKS_PER_SECOND = 100;

/**
 * The processor time that a process group has used, in ms: unlike the time by the clock, it is little
 * disturbed by what else the machine does.
 *
 * @param group the id of its first process
 * @returns NaN where the system has no /proc
 */
export function cpuTimeOf(group: number): number {
	let ticks = 0;
	try {
		for (const pid of readdirSync('/proc')) {
			if (/^\d+$/.test(pid)) ticks += ticksOf(pid, group);
		}
	} catch {
		return NaN;
	}
	return (1000 * ticks) / TICKS_PER_SECOND;
}

/** Of one process, in user and system mode; 0 where it is of another group, or gone. */
function ticksOf(pid: string, group: number): number {
	let stat: string;
	try {
		stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	} catch {
		return 0;
	}
	// The program's name stands in brackets and may hold anything; see proc(5).
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return fields[2] === String(group) ? Number(fields[11]) + Number(fields[12]) : 0;
}
