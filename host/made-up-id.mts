import { createHash } from 'node:crypto';

/** A UUID that is the same for a text each time. */
export function madeUpId(text: string): string {
	const digest = createHash('sha256').update(text).digest('hex');
	return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
