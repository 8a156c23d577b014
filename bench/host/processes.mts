import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in, on all of its platforms. */
const TICKS_PER_SECOND = 100;
/** … and memory, on most. */
const PAGE = 4096;

/**
 * The processor time that a process group has used, in ms: unlike the time by the clock, it is little
 * disturbed by what else the machine does.
 *
 * @param group the id of its first process
 */
export function cpuTimeOf(group: number): number {
	const ticks = (stat: readonly string[]) => Number(stat[11]) + Number(stat[12]);
	return (1000 * sumOver(group, ticks)) / TICKS_PER_SECOND;
}

/** The memory that a process group has in use (RSS), in MB. */
export function memoryOf(group: number): number {
	const pages = (stat: readonly string[]) => Number(stat[21]);
	return (sumOver(group, pages) * PAGE) / 1e6;
}

/** Over the processes of a group, by what proc(5) has of each, from its state on. */
function sumOver(group: number, read: (stat: readonly string[]) => number): number {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(statOf)
		.filter((stat) => stat[2] === String(group))
		.reduce((sum, stat) => sum + read(stat), 0);
}

/** Empty where the process is gone. */
function statOf(pid: string): string[] {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The program's name stands in brackets and may hold anything.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	} catch {
		return [];
	}
}
