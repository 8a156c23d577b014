/**
 * One of something for each node of each workflow, in this n8n process. Those in which nothing counts any
 * more are given up when one is made for another node.
 */
export class PerNode<T> {
	private readonly byNode = new Map<string, T>();

	constructor(
		private readonly make: () => T,
		private readonly isOver: (one: T) => boolean,
	) {}

	of(nodeKey: string): T {
		const known = this.byNode.get(nodeKey);
		if (known) return known;
		for (const [key, other] of this.byNode) {
			if (this.isOver(other)) this.byNode.delete(key);
		}
		const made = this.make();
		this.byNode.set(nodeKey, made);
		return made;
	}
}
