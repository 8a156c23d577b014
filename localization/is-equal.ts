import { isPlainObject } from '../json/object';

/** Values nested deeper count as different. */
const DEEPEST = 100;

/** Whether two values are the same JSON. */
export function isEqual(one: unknown, other: unknown, depth = 0): boolean {
	if (Object.is(one, other)) return true;
	if (depth > DEEPEST) return false;
	if (Array.isArray(one) && Array.isArray(other)) {
		const isSame = (value: unknown, at: number) => isEqual(value, other[at], depth + 1);
		return one.length === other.length && one.every(isSame);
	}
	if (!isPlainObject(one) || !isPlainObject(other)) return false;
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name], depth + 1))
	);
}
