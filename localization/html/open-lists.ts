/** A list with the number of its next item. */
interface OpenList {
	readonly isOrdered: boolean;
	next: number;
	isItemOpen: boolean;
}

/** The lists that are open in HTML, the innermost last. Items outside of any list are bulleted. */
export class OpenLists {
	private readonly lists: OpenList[] = [];

	private readonly outside: OpenList = { isOrdered: false, next: 1, isItemOpen: false };

	get isEmpty(): boolean {
		return this.lists.length === 0;
	}

	/** @param start - the attribute `start` of an ordered list, the number of its first item */
	begin(isOrdered: boolean, start: string | undefined): void {
		const next = start !== undefined && /^-?\d{1,9}$/.test(start) ? Number(start) : 1;
		this.lists.push({ isOrdered, next, isItemOpen: false });
	}

	finish(): void {
		this.lists.pop();
	}

	/** Begins an item and returns the sign in front of it. */
	beginItem(bullet: string): string {
		const list = this.innermost();
		list.isItemOpen = true;
		return list.isOrdered ? `${list.next++}. ` : bullet;
	}

	finishItem(): void {
		this.innermost().isItemOpen = false;
	}

	/** Whether the innermost list has an item that a new item ends. */
	hasOpenItem(): boolean {
		return this.innermost().isItemOpen;
	}

	private innermost(): OpenList {
		return this.lists.at(-1) ?? this.outside;
	}
}
