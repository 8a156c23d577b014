import { hash, timingSafeEqual } from 'crypto';

/** Compares two texts by their digests, so that not even the length of a secret shows. */
export function equalInConstantTime(one: string, other: string): boolean {
	return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}
