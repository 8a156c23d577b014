/** A clock that moves only when told to, and the alarms set on it. */
export class Clock {
	time = 0;

	private alarms = new Set<{ at: number; ring: () => void }>();

	readonly now = () => this.time;

	readonly wait = (milliseconds: number) =>
		new Promise<void>((resolve) => {
			this.alarms.add({ at: this.time + milliseconds, ring: resolve });
		});

	/** Lets time pass, an alarm at a time. */
	async pass(milliseconds: number): Promise<void> {
		const end = this.time + milliseconds;
		await allThatIsReady();
		for (;;) {
			const [next] = [...this.alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
			if (!next) break;
			this.time = Math.max(this.time, next.at);
			this.alarms.delete(next);
			next.ring();
			await allThatIsReady();
		}
		this.time = end;
	}
}

/** Lets every promise that can go on do so. */
export const allThatIsReady = () => new Promise((resolve) => setImmediate(resolve));
