/** Names that are remembered for a separator, and separators: more than all vendors need together. */
export const MOST_NAMES = 10_000;
export const MOST_SEPARATORS = 10;

/** Characters of a name that is remembered; longer ones are no vendor's. */
export const LONGEST_REMEMBERED = 250;

/**
 * Joins the names of nested objects and of their members, and remembers what came out: a vendor sends
 * the same few names over and over, and to make one of two texts costs V8 several times as much as to
 * look it up.
 */
export class JoinedNames {
	private readonly byPrefix = new Map<string, MemberNames>();
	private room = MOST_NAMES;

	constructor(private readonly separator: string) {}

	/** Joins the name of an object with those of its members. */
	under(prefix: string): MemberNames {
		return this.byPrefix.get(prefix) ?? this.remember(prefix);
	}

	private remember(prefix: string): MemberNames {
		const members = new MemberNames(prefix + this.separator, () => this.takeRoom());
		if (prefix.length <= LONGEST_REMEMBERED) {
			this.takeRoom();
			this.byPrefix.set(prefix, members);
		}
		return members;
	}

	/** Makes sure that no sender can fill the memory with names: then all are forgotten. */
	private takeRoom(): void {
		if (this.room-- > 0) return;
		this.byPrefix.clear();
		this.room = MOST_NAMES;
	}
}

class MemberNames {
	private readonly names = new Map<string, string>();

	constructor(
		private readonly prefix: string,
		private readonly takeRoom: () => void,
	) {}

	/** Such as `customer_id` for `id`. */
	join(member: string): string {
		return this.names.get(member) ?? this.remember(member);
	}

	private remember(member: string): string {
		const name = this.prefix + member;
		if (name.length <= LONGEST_REMEMBERED) {
			this.takeRoom();
			this.names.set(member, name);
		}
		return name;
	}
}

const bySeparator = new Map<string, JoinedNames>();

/** The names joined with that separator, for all triggers of this process. */
export function joinedNamesWith(separator: string): JoinedNames {
	let names = bySeparator.get(separator);
	if (!names) {
		if (bySeparator.size === MOST_SEPARATORS) bySeparator.clear();
		names = new JoinedNames(separator);
		bySeparator.set(separator, names);
	}
	return names;
}
